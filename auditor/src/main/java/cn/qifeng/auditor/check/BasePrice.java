package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * How the base price comes out of the mean: mean × factor + addend (docs/evidence.md section 10).
 *
 * @param factor of the mean
 * @param addend in fen, what does not depend on the bids
 */
record BasePrice(BigDecimal factor, BigDecimal addend) {

    /** By the published method and the number that was drawn. */
    static BasePrice of(Dossier dossier, Dossier.Entry entry, JsonNode method) {
        var object = entry.object();
        var drawn = Shape.decimal(entry.body().path("input").path("k"), object);
        var code = method.path("code").asText();
        return switch (code) {
            case "M-A" -> new BasePrice(drawn, BigDecimal.ZERO);
            case "M-B" -> new BasePrice(BigDecimal.ONE.subtract(drawn), BigDecimal.ZERO);
            case "M-C" -> {
                var ceiling = BigDecimal.valueOf(
                        Shape.number(dossier.publication().path("lot"), "ceilingFen", "chain/000001.json"));
                yield new BasePrice(
                        Shape.decimal(method.path("k1"), object).multiply(drawn),
                        ceiling.multiply(Shape.decimal(method.path("k2"), object))
                                .multiply(BigDecimal.ONE.subtract(drawn)));
            }
            default -> throw new Broken(object, "an unknown method", code);
        };
    }

    /** The base price times {@code count}, exactly. */
    BigDecimal times(BigDecimal sum, BigDecimal count) {
        return sum.multiply(factor).add(addend.multiply(count));
    }
}
