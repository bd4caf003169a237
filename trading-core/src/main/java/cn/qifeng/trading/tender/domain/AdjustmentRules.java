package cn.qifeng.trading.tender.domain;

import static cn.qifeng.trading.tender.domain.TenderRules.refused;

import cn.qifeng.kernel.Refused;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether bids can be compared by reviewed prices (经评审的最低投标价法检查): nothing is scored, the technical part is passed or
 * not and never turned into money, and each adjustment says what it comes to (12号令 §30 to §32).
 */
final class AdjustmentRules {

    /** Most adjustments of one document. */
    static final int COUNT_MAX = 20;

    /** Most that one deviation or day may come to: a billion yuan, in fen. */
    static final long AMOUNT_FEN_MAX = 100_000_000_000L;

    private static final Pattern CODE = Pattern.compile("[A-Z]\\d{1,3}");
    private static final Pattern PERCENT = Pattern.compile("-?(0|[1-9]\\d?)(\\.\\d{1,4})?");
    private static final int NAME_MAX = 60;
    private static final int BASIS_MAX = 300;
    private static final String NOUGHT = "0";
    private static final String ONE = "1";
    private static final List<String> LOTS_ONLY = List.of(ONE);

    private AdjustmentRules() {}

    /** Refuses an M-E method that scores, draws a coefficient, or has an adjustment without a meaning. */
    static void check(ScoringMethod method) {
        none("method.fullScore", method.fullScore(), NOUGHT);
        none("method.e1", method.e1(), NOUGHT);
        none("method.e2", method.e2(), NOUGHT);
        none("method.k", method.k(), LOTS_ONLY);
        none("method.trim", method.trim(), List.of());
        none("method.delta", method.delta(), List.of());
        if (method.k1() != null || method.k2() != null) {
            throw refused(TenderRefusal.FIELD_OUT_OF_RANGE, "method.k1, method.k2", method.k1(), "none in M-E");
        }
        if (method.adjustments().size() > COUNT_MAX) {
            throw wrong("method.adjustments", method.adjustments().size(), "0 to " + COUNT_MAX);
        }
        var codes = new HashSet<String>();
        for (int i = 0; i < method.adjustments().size(); i++) {
            var field = "method.adjustments[" + i + "]";
            var rule = method.adjustments().get(i);
            words(field, rule);
            if (!codes.add(rule.code())) {
                throw wrong(field + ".code", rule.code(), "unique, such as L1");
            }
            amounts(field, rule);
        }
    }

    /** Every item is passed or not: one point each, and as many points as items. */
    static void check(List<Criterion> criteria) {
        if (criteria.isEmpty()) {
            throw refused(TenderRefusal.CRITERIA_INCOMPLETE, "criteria", 0, "an item to pass, or more");
        }
        for (int i = 0; i < criteria.size(); i++) {
            if (!ONE.equals(criteria.get(i).max())) {
                throw refused(
                        TenderRefusal.CRITERIA_INCOMPLETE,
                        "criteria[" + i + "].max",
                        criteria.get(i).max(),
                        "1: passed or not");
            }
        }
    }

    private static void words(String field, AdjustmentRule rule) {
        if (rule.code() == null || !CODE.matcher(rule.code()).matches()) {
            throw wrong(field + ".code", rule.code(), "unique, such as L1");
        }
        text(field + ".name", rule.name(), NAME_MAX);
        text(field + ".basis", rule.basis(), BASIS_MAX);
        if (rule.kind() == null) {
            throw wrong(field + ".kind", null, List.of(AdjustmentRule.Kind.values()));
        }
    }

    private static void amounts(String field, AdjustmentRule rule) {
        boolean deviation = rule.kind() == AdjustmentRule.Kind.DEVIATION;
        if (deviation ? !within(rule.amountFen(), -AMOUNT_FEN_MAX, false) : rule.amountFen() != null) {
            throw wrong(field + ".amountFen", rule.amountFen(), deviation ? "not 0" : "none in " + rule.kind());
        }
        boolean share = rule.kind() == AdjustmentRule.Kind.SHARE;
        if (share ? !isShare(rule.percent()) : rule.percent() != null) {
            throw wrong(field + ".percent", rule.percent(), share ? "such as 0.5, not 0" : "none in " + rule.kind());
        }
        duration(field, rule);
    }

    private static void duration(String field, AdjustmentRule rule) {
        if (rule.kind() != AdjustmentRule.Kind.DURATION) {
            if (rule.baseDays() != null || rule.laterFen() != null || rule.earlierFen() != null) {
                throw wrong(field + ".baseDays", rule.baseDays(), "none in " + rule.kind());
            }
            return;
        }
        if (rule.baseDays() == null || rule.baseDays() < 1) {
            throw wrong(field + ".baseDays", rule.baseDays(), "1 or more");
        }
        if (!within(rule.laterFen(), 0, true) || !within(rule.earlierFen(), 0, true)) {
            throw wrong(field + ".laterFen, earlierFen", rule.laterFen() + ", " + rule.earlierFen(), "0 or more");
        }
        if (rule.laterFen() + rule.earlierFen() == 0) {
            throw wrong(field + ".laterFen, earlierFen", NOUGHT, "one of them above 0");
        }
    }

    private static boolean within(Long fen, long least, boolean nought) {
        return fen != null && fen >= least && fen <= AMOUNT_FEN_MAX && (nought || fen != 0);
    }

    private static boolean isShare(String percent) {
        return percent != null && PERCENT.matcher(percent).matches() && new BigDecimal(percent).signum() != 0;
    }

    private static void text(String field, String text, int most) {
        if (text == null || text.isBlank() || text.length() > most) {
            throw wrong(field, text, "1 to " + most + " characters");
        }
    }

    private static void none(String field, Object seen, Object expected) {
        if (!expected.equals(seen)) {
            throw refused(TenderRefusal.FIELD_OUT_OF_RANGE, field, seen, expected + " in M-E");
        }
    }

    private static Refused wrong(String field, Object seen, Object expected) {
        return refused(TenderRefusal.ADJUSTMENT_WRONG, field, seen, expected);
    }
}
