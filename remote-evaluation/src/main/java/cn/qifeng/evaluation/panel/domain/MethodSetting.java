package cn.qifeng.evaluation.panel.domain;

import cn.qifeng.kernel.score.PriceMethod;
import java.math.BigDecimal;
import java.util.List;

/**
 * Published scoring method (评标办法) with the coefficient that was drawn at the opening.
 *
 * @param k1 M-C: factor of the mean; {@code null} in the others
 * @param k2 M-C: factor of the price ceiling; {@code null} in the others
 * @param published the method as the publication has it, canonical JSON; entries repeat it unchanged
 * @param k the drawn coefficient, as text of the published pool
 * @param delta M-D: Δ as it was drawn, text of the published pool; {@code null} in the others
 * @param seed M-D and M-E: seed of the draw, hex, out of which the order of the bids comes; {@code null} in the
 *     others
 */
public record MethodSetting(
        String code,
        BigDecimal fullScore,
        BigDecimal e1,
        BigDecimal e2,
        List<TrimSetting> trim,
        BigDecimal technicalFull,
        String k,
        BigDecimal k1,
        BigDecimal k2,
        String published,
        String delta,
        String seed) {

    public MethodSetting {
        trim = List.copyOf(trim);
    }

    /** The price method; throws {@link java.util.NoSuchElementException} for a code that no order may have. */
    public PriceMethod price() {
        return PriceMethod.of(code).orElseThrow();
    }
}
