package cn.qifeng.trading.tender.domain;

import static cn.qifeng.trading.tender.domain.RuleParameters.Rule.K_MAX;
import static cn.qifeng.trading.tender.domain.RuleParameters.Rule.K_MIN;
import static cn.qifeng.trading.tender.domain.TenderRules.refused;

import cn.qifeng.kernel.score.PriceMethod;
import cn.qifeng.trading.tender.domain.RuleParameters.InForce;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Whether a scoring method can score every set of bids that may come (评标办法检查). */
final class MethodRules {

    private static final Pattern DECIMAL = Pattern.compile("(0|[1-9]\\d{0,5})(\\.\\d{1,6})?");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Methods whose price score can be computed from the opened bids and one drawn number alone. */
    private static final Set<PriceMethod> BUILT = EnumSet.of(
            PriceMethod.MEAN_TIMES_COEFFICIENT, PriceMethod.MEAN_LESS_DISCOUNT, PriceMethod.MEAN_WITH_CEILING);

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
        checkWeights(method);
        checkFactors(method);
        checkPool(method);
        for (var trim : method.trim()) {
            checkTrim(trim);
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
            case MEAN_TIMES_COEFFICIENT -> lawful(number);
            case MEAN_LESS_DISCOUNT -> lawful(BigDecimal.ONE.subtract(number));
            default -> number.signum() > 0 && number.compareTo(BigDecimal.ONE) < 0;
        };
    }

    private String range(PriceMethod method) {
        var least = rules.decimal(K_MIN);
        var most = rules.decimal(K_MAX);
        return switch (method) {
            case MEAN_TIMES_COEFFICIENT -> "different numbers from " + least + " to " + most;
            case MEAN_LESS_DISCOUNT ->
                "different discounts from " + BigDecimal.ONE.subtract(most) + " to " + BigDecimal.ONE.subtract(least);
            default -> "different weights above 0 and below 1";
        };
    }

    private void checkPool(ScoringMethod method) {
        String expected = range(method.price());
        if (method.k().isEmpty()) {
            throw refused(TenderRefusal.K_OUT_OF_RANGE, "method.k", method.k(), expected);
        }
        var seen = new HashSet<BigDecimal>();
        for (int i = 0; i < method.k().size(); i++) {
            var k = decimal("method.k[" + i + "]", method.k().get(i));
            if (!drawable(method.price(), k) || !seen.add(k.stripTrailingZeros())) {
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
