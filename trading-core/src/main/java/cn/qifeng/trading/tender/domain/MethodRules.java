package cn.qifeng.trading.tender.domain;

import static cn.qifeng.trading.tender.domain.RuleParameters.Rule.K_MAX;
import static cn.qifeng.trading.tender.domain.RuleParameters.Rule.K_MIN;
import static cn.qifeng.trading.tender.domain.TenderRules.refused;

import cn.qifeng.trading.tender.domain.RuleParameters.InForce;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.regex.Pattern;

/** Whether a scoring method M-A can score every set of bids that may come (评标办法检查). */
final class MethodRules {

    private static final Pattern DECIMAL = Pattern.compile("(0|[1-9]\\d{0,5})(\\.\\d{1,6})?");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final InForce rules;

    MethodRules(InForce rules) {
        this.rules = rules;
    }

    void check(ScoringMethod method) {
        if (!ScoringMethod.MEAN_TIMES_K.equals(method.code())) {
            throw refused(TenderRefusal.METHOD_UNKNOWN, "method.code", method.code(), ScoringMethod.MEAN_TIMES_K);
        }
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
        checkK(method);
        for (var trim : method.trim()) {
            checkTrim(trim);
        }
    }

    private void checkK(ScoringMethod method) {
        var least = rules.decimal(K_MIN);
        var most = rules.decimal(K_MAX);
        String expected = "different numbers from " + least + " to " + most;
        if (method.k().isEmpty()) {
            throw refused(TenderRefusal.K_OUT_OF_RANGE, "method.k", method.k(), expected);
        }
        var seen = new HashSet<BigDecimal>();
        for (int i = 0; i < method.k().size(); i++) {
            var k = decimal("method.k[" + i + "]", method.k().get(i));
            if (k.compareTo(least) < 0 || k.compareTo(most) > 0 || !seen.add(k.stripTrailingZeros())) {
                throw refused(TenderRefusal.K_OUT_OF_RANGE, "method.k[" + i + "]", k, expected);
            }
        }
    }

    private static void checkTrim(Trim trim) {
        boolean sensible =
                trim.dropHigh() >= 0 && trim.dropLow() >= 0 && trim.bidsMin() > trim.dropHigh() + trim.dropLow();
        if (!sensible) {
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
