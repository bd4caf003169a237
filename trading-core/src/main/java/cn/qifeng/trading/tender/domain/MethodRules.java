package cn.qifeng.trading.tender.domain;

import static cn.qifeng.trading.tender.domain.RuleParameters.Rule.K_MAX;
import static cn.qifeng.trading.tender.domain.RuleParameters.Rule.K_MIN;
import static cn.qifeng.trading.tender.domain.TenderRules.refused;

import cn.qifeng.kernel.score.PriceMethod;
import cn.qifeng.kernel.score.TrimShare;
import cn.qifeng.trading.tender.domain.RuleParameters.InForce;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Whether a scoring method can score every set of bids that may come (评标办法检查). */
final class MethodRules {

    private static final Pattern DECIMAL = Pattern.compile("(0|[1-9]\\d{0,5})(\\.\\d{1,6})?");
    private static final int FEW_BIDS = 10;
    private static final BigDecimal SHARES_MOST = BigDecimal.valueOf(80);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** From here on Δ would leave less of the ceiling than the bids are expected to ask. */
    private static final BigDecimal DELTA_BELOW = new BigDecimal("0.5");

    /** Methods of which a whole tender can be made. */
    private static final Set<PriceMethod> BUILT = EnumSet.of(
            PriceMethod.MEAN_TIMES_COEFFICIENT,
            PriceMethod.MEAN_LESS_DISCOUNT,
            PriceMethod.MEAN_WITH_CEILING,
            PriceMethod.ABC_BLEND,
            PriceMethod.LOWEST_REVIEWED_PRICE);

    private final InForce rules;

    MethodRules(InForce rules) {
        this.rules = rules;
    }

    void check(ScoringMethod method) {
        var price = PriceMethod.of(method.code()).filter(BUILT::contains);
        if (price.isEmpty()) {
            var codes = BUILT.stream().map(PriceMethod::code).toList();
            throw refused(TenderRefusal.METHOD_UNKNOWN, "method.code", method.code(), codes);
        }
        checkCorrection(method.correction());
        BlindRules.check(method);
        if (method.price() == PriceMethod.LOWEST_REVIEWED_PRICE) {
            AdjustmentRules.check(method);
            return;
        }
        if (!method.adjustments().isEmpty()) {
            throw refused(
                    TenderRefusal.FIELD_OUT_OF_RANGE,
                    "method.adjustments",
                    method.adjustments().size(),
                    "none in " + method.code());
        }
        checkScores(method);
    }

    private void checkScores(ScoringMethod method) {
        checkWeights(method);
        checkFactors(method);
        checkPool("method.k", method.k(), it -> drawable(method.price(), it), range(method.price()));
        checkDelta(method);
        for (var trim : method.trim()) {
            checkTrim(trim);
        }
    }

    private static void checkCorrection(CorrectionRule correction) {
        if (correction != null && (correction.ceiling() == null || correction.score() == null)) {
            throw refused(
                    TenderRefusal.FIELD_OUT_OF_RANGE, "method.correction", correction, "SUNG or CORRECTED for both");
        }
    }

    private static void checkWeights(ScoringMethod method) {
        var price = decimal("method.fullScore", method.fullScore());
        var technical = decimal("method.technicalFull", method.technicalFull());
        if (price.add(technical).compareTo(HUNDRED) != 0) {
            throw refused(TenderRefusal.WEIGHTS_NOT_100, "method.technicalFull", price.add(technical), "100 together");
        }
        if (price.signum() == 0) {
            throw refused(TenderRefusal.FIELD_OUT_OF_RANGE, "method.fullScore", price, "above 0");
        }
        var above = decimal("method.e1", method.e1());
        var below = decimal("method.e2", method.e2());
        if (above.compareTo(below) < 0) {
            throw refused(TenderRefusal.FIELD_OUT_OF_RANGE, "method.e1", above, "at least e2, " + below);
        }
    }

    private void checkFactors(ScoringMethod method) {
        boolean needed = method.price() == PriceMethod.MEAN_WITH_CEILING;
        var factors = new TreeMap<String, String>();
        factors.put("method.k1", method.k1());
        factors.put("method.k2", method.k2());
        factors.forEach((field, factor) -> {
            if (!needed && factor != null) {
                throw refused(TenderRefusal.FIELD_OUT_OF_RANGE, field, factor, "none in " + method.code());
            }
            if (needed && !lawful(decimal(field, factor))) {
                throw refused(
                        TenderRefusal.K_OUT_OF_RANGE,
                        field,
                        factor,
                        rules.decimal(K_MIN) + " to " + rules.decimal(K_MAX));
            }
        });
    }

    private boolean lawful(BigDecimal factor) {
        return factor.compareTo(rules.decimal(K_MIN)) >= 0 && factor.compareTo(rules.decimal(K_MAX)) <= 0;
    }

    /** Whether the base price can be drawn with this number: K, 1 − discount, or a weight that leaves both a part. */
    private boolean drawable(PriceMethod method, BigDecimal number) {
        return switch (method) {
            case MEAN_TIMES_COEFFICIENT, ABC_BLEND -> lawful(number);
            case MEAN_LESS_DISCOUNT -> lawful(BigDecimal.ONE.subtract(number));
            default -> number.signum() > 0 && number.compareTo(BigDecimal.ONE) < 0;
        };
    }

    private String range(PriceMethod method) {
        var least = rules.decimal(K_MIN);
        var most = rules.decimal(K_MAX);
        return switch (method) {
            case MEAN_TIMES_COEFFICIENT, ABC_BLEND -> "different numbers from " + least + " to " + most;
            case MEAN_LESS_DISCOUNT ->
                "different discounts from " + BigDecimal.ONE.subtract(most) + " to " + BigDecimal.ONE.subtract(least);
            default -> "different weights above 0 and below 1";
        };
    }

    private static void checkDelta(ScoringMethod method) {
        if (method.price() == PriceMethod.ABC_BLEND) {
            var range = "different numbers from 0, below " + DELTA_BELOW;
            checkPool("method.delta", method.delta(), it -> it.compareTo(DELTA_BELOW) < 0, range);
        } else if (!method.delta().isEmpty()) {
            throw refused(TenderRefusal.FIELD_OUT_OF_RANGE, "method.delta", method.delta(), "none in " + method.code());
        }
    }

    private static void checkPool(String field, List<String> pool, Predicate<BigDecimal> drawable, String expected) {
        if (pool.isEmpty()) {
            throw refused(TenderRefusal.K_OUT_OF_RANGE, field, pool, expected);
        }
        var seen = new HashSet<BigDecimal>();
        for (int i = 0; i < pool.size(); i++) {
            var number = decimal(field + "[" + i + "]", pool.get(i));
            if (!drawable.test(number) || !seen.add(number.stripTrailingZeros())) {
                throw refused(TenderRefusal.K_OUT_OF_RANGE, field + "[" + i + "]", number, expected);
            }
        }
    }

    private static void checkTrim(Trim trim) {
        if (trim.share()) {
            checkShare(trim);
        } else {
            boolean sensible = trim.dropHigh() >= 0 && trim.dropLow() >= 0;
            requireLeft(trim, sensible && trim.bidsMin() > trim.dropHigh() + trim.dropLow());
        }
    }

    /** With a fifth left of many bids, rounding can only take all of a few. */
    private static void checkShare(Trim trim) {
        var high = decimal("method.trim", trim.dropHighPercent());
        var low = decimal("method.trim", trim.dropLowPercent());
        requireLeft(
                trim,
                trim.dropHigh() == 0 && trim.dropLow() == 0 && high.add(low).compareTo(SHARES_MOST) <= 0);
        try {
            var rule = new TrimShare(trim.bidsMin(), high, low);
            for (int bids = rule.bidsMin(); bids <= FEW_BIDS; bids++) {
                requireLeft(trim, rule.high(bids) + rule.low(bids) < bids);
            }
        } catch (IllegalArgumentException impossible) {
            requireLeft(trim, false);
        }
    }

    private static void requireLeft(Trim trim, boolean left) {
        if (!left) {
            throw refused(TenderRefusal.TRIM_IMPOSSIBLE, "method.trim", trim, "at least one price left");
        }
    }

    private static BigDecimal decimal(String field, String text) {
        if (text == null || !DECIMAL.matcher(text).matches()) {
            throw refused(TenderRefusal.FIELD_OUT_OF_RANGE, field, text, "a decimal such as 0.97");
        }
        return new BigDecimal(text);
    }
}
