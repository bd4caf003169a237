package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * How the base price comes out of the mean: mean × factor + addend (docs/evidence.md section 10).
 *
 * @param factor of the mean
 * @param addend in fen, what does not depend on the bids
 */
record BasePrice(BigDecimal factor, BigDecimal addend) {

    /** By the published method and the number that was drawn. */
    static BasePrice of(
            Dossier dossier,
            Dossier.Entry entry,
            JsonNode method,
            Map<String, BigInteger> prices,
            List<String> counted) {
        var object = entry.object();
        var drawn = Shape.decimal(entry.body().path("input").path("k"), object);
        var code = method.path("code").asText();
        return switch (code) {
            case "M-A" -> new BasePrice(drawn, BigDecimal.ZERO);
            case "M-B" -> new BasePrice(BigDecimal.ONE.subtract(drawn), BigDecimal.ZERO);
            case "M-C" -> {
                var ceiling = ceiling(dossier);
                yield new BasePrice(
                        Shape.decimal(method.path("k1"), object).multiply(drawn),
                        ceiling.multiply(Shape.decimal(method.path("k2"), object))
                                .multiply(BigDecimal.ONE.subtract(drawn)));
            }
            case "M-D" -> new BasePrice(BigDecimal.ZERO, blend(dossier, entry, prices, counted));
            default -> throw new Broken(object, "an unknown method", code);
        };
    }

    private static BigDecimal ceiling(Dossier dossier) {
        return BigDecimal.valueOf(Shape.number(dossier.publication().path("lot"), "ceilingFen", "chain/000001.json"));
    }

    /** (A × 0.5 + B × 0.3 + C × 0.2) × K of method M-D, in fen. */
    private static BigDecimal blend(
            Dossier dossier, Dossier.Entry entry, Map<String, BigInteger> prices, List<String> counted) {
        var input = entry.body().path("input");
        var ceiling = ceiling(dossier);
        var inRange = inRange(prices, counted, ceiling);
        var others = inRange.size() == 1 ? inRange : inRange.subList(1, inRange.size());
        var drawn = AbcDraw.bid(dossier, input.path("k"), others);
        Broken.unless(
                drawn.equals(input.path("drawn").asText()),
                entry.object() + "#input.drawn",
                "not the bid that was drawn",
                drawn);
        var a = ceiling.multiply(BigDecimal.ONE.subtract(Shape.decimal(input.path("delta"), entry.object())));
        return a.multiply(new BigDecimal("0.5"))
                .add(new BigDecimal(prices.get(drawn)).multiply(new BigDecimal("0.3")))
                .add(new BigDecimal(prices.get(inRange.get(0))).multiply(new BigDecimal("0.2")))
                .multiply(Shape.decimal(input.path("k"), entry.object()));
    }

    /**
     * Bids from (mean × 0.7 + ceiling × 0.3) × 0.75 to the ceiling, lowest first; all of them where none is there. Compared
     * without a quotient.
     */
    private static List<String> inRange(Map<String, BigInteger> prices, List<String> counted, BigDecimal ceiling) {
        var sum = counted.stream().map(prices::get).reduce(BigInteger.ZERO, BigInteger::add);
        var count = BigDecimal.valueOf(counted.size());
        var limit = new BigDecimal(sum)
                .multiply(new BigDecimal("0.7"))
                .add(ceiling.multiply(new BigDecimal("0.3")).multiply(count))
                .multiply(new BigDecimal("0.75"));
        var all = CountedPrices.ordered(prices);
        var inRange = all.stream()
                .filter(it -> new BigDecimal(prices.get(it)).compareTo(ceiling) <= 0)
                .filter(it -> new BigDecimal(prices.get(it)).multiply(count).compareTo(limit) >= 0)
                .toList();
        return inRange.isEmpty() ? all : inRange;
    }

    /** The base price times {@code count}, exactly. */
    BigDecimal times(BigDecimal sum, BigDecimal count) {
        return sum.multiply(factor).add(addend.multiply(count));
    }
}
