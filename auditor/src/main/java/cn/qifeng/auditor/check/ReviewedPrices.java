package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reviewed prices of method M-E worked out again from what was declared, opened and found (经评审的最低投标价法, docs/evidence.md
 * section 10). In fen.
 */
final class ReviewedPrices {

    /** Code of the method. */
    static final String CODE = "M-E";

    private static final List<String> FOREIGN = List.of("basePriceFen", "prices", "totals");

    private final Dossier.Entry scored;
    private final Map<String, BigInteger> prices;
    private final FoundFacts found;
    private final Map<String, Long> days = new HashMap<>();

    private ReviewedPrices(Dossier dossier, Dossier.Entry scored, Map<String, BigInteger> prices) {
        this.scored = scored;
        this.prices = prices;
        this.found = FoundFacts.before(dossier, scored.n());
        dossier.first("lot/opened")
                .ifPresent(opening -> opening.body()
                        .path("results")
                        .forEach(result -> days.put(
                                result.path("bidId").asText(),
                                result.path("bid").path("durationDays").asLong(-1))));
    }

    /** Whether the lot is evaluated by this method. */
    static boolean apply(Dossier dossier) {
        return dossier.publication().path("method").path("code").asText().equals(CODE);
    }

    /**
     * Holds every step, sum and rank of {@code evaluation/scored}.
     *
     * @param prices that count, by bid
     * @param draw result of the draw that gives the bids their numbers
     */
    static void check(Dossier dossier, Dossier.Entry scored, Map<String, BigInteger> prices, Dossier.Entry draw) {
        for (String field : FOREIGN) {
            Broken.unless(!scored.body().has(field), scored.object() + "#" + field, "scores in a method that has none");
        }
        var check = new ReviewedPrices(dossier, scored, prices);
        var reviewed = new HashMap<String, BigInteger>();
        for (JsonNode line : scored.body().path("reviewed")) {
            reviewed.put(line.path("bidId").asText(), check.reviewed(line));
        }
        check.ranks(reviewed, AbcDraw.order(draw, prices.keySet()));
    }

    private BigInteger reviewed(JsonNode line) {
        var bid = line.path("bidId").asText();
        var object = scored.object() + "#reviewed." + bid;
        var declared = scored.body().path("method").path("adjustments");
        var steps = line.path("steps");
        Broken.unless(steps.size() == declared.size(), object, "not the declared adjustments in order");
        var sum = prices.get(bid);
        for (int i = 0; i < declared.size(); i++) {
            Shape.equal(
                    steps.get(i),
                    "code",
                    declared.get(i).path("code"),
                    object,
                    "not the declared adjustments in order");
            var amount = amount(declared.get(i), bid);
            Broken.unless(
                    amount.equals(signed(steps.get(i), "amountFen", object)),
                    object,
                    "another amount of an adjustment",
                    amount);
            sum = sum.add(amount);
        }
        Broken.unless(sum.equals(signed(line, "reviewedFen", object)), object, "another reviewed price", sum);
        return sum;
    }

    private BigInteger amount(JsonNode rule, String bid) {
        var object = scored.object();
        var code = rule.path("code").asText();
        var amount = switch (rule.path("kind").asText()) {
            case "OMISSION" ->
                found.quote(bid, code, object).isPresent()
                        ? BigDecimal.ZERO
                        : found.highest(prices.keySet(), code, object);
            case "DURATION" -> duration(rule, days.getOrDefault(bid, -1L));
            case "DEVIATION" ->
                new BigDecimal(signed(rule, "amountFen", object)).multiply(found.count(bid, code, object));
            case "SHARE" ->
                new BigDecimal(prices.get(bid))
                        .multiply(Shape.decimal(rule.path("percent"), object))
                        .multiply(found.count(bid, code, object))
                        .movePointLeft(2);
            default -> throw new Broken(object + "#method.adjustments", "an adjustment of no known kind", code);
        };
        return amount.setScale(0, RoundingMode.HALF_UP).toBigIntegerExact();
    }

    /** An amount of either sign. */
    private static BigInteger signed(JsonNode node, String field, String object) {
        var value = node.path(field);
        Broken.unless(value.isIntegralNumber() && value.canConvertToLong(), object + "." + field, "not a number");
        return value.bigIntegerValue();
    }

    private BigDecimal duration(JsonNode rule, long offered) {
        Broken.unless(offered >= 0, scored.object(), "a bid without a duration");
        long beyond = offered - Shape.number(rule, "baseDays", scored.object());
        var rate = Shape.number(rule, beyond > 0 ? "laterFen" : "earlierFen", scored.object());
        return BigDecimal.valueOf(rate).multiply(BigDecimal.valueOf(beyond));
    }

    /** The lowest reviewed price first, of equals the lower bid price, then the lower number of the draw. */
    private void ranks(Map<String, BigInteger> reviewed, List<String> lots) {
        var order = reviewed.keySet().stream()
                .sorted(Comparator.<String, BigInteger>comparing(reviewed::get)
                        .thenComparing(prices::get)
                        .thenComparing(lots::indexOf))
                .toList();
        for (JsonNode line : scored.body().path("reviewed")) {
            var bid = line.path("bidId").asText();
            int rank = 1 + order.indexOf(bid);
            Shape.equal(line, "rank", rank, scored.object() + "#reviewed." + bid, "another rank");
        }
    }
}
