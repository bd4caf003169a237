package cn.qifeng.evaluation.panel.domain;

import java.math.BigDecimal;
import java.util.List;

/** Published scoring method (评标办法) with the coefficient that was drawn at the opening. */
public record MethodSetting(
        String code,
        BigDecimal fullScore,
        BigDecimal e1,
        BigDecimal e2,
        List<String> kPool,
        List<TrimSetting> trim,
        BigDecimal technicalFull,
        BigDecimal k) {

    public MethodSetting {
        kPool = List.copyOf(kPool);
        trim = List.copyOf(trim);
    }
}
