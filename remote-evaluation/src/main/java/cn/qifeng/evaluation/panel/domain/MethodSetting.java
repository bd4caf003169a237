package cn.qifeng.evaluation.panel.domain;

import java.math.BigDecimal;
import java.util.List;

/**
 * Published scoring method (评标办法) with the coefficient that was drawn at the opening.
 *
 * @param published the method as the publication has it, canonical JSON; entries repeat it unchanged
 * @param k the drawn coefficient, as text of the published pool
 */
public record MethodSetting(
        String code,
        BigDecimal fullScore,
        BigDecimal e1,
        BigDecimal e2,
        List<TrimSetting> trim,
        BigDecimal technicalFull,
        String k,
        String published) {

    public MethodSetting {
        trim = List.copyOf(trim);
    }
}
