package cn.qifeng.evaluation.scoring.domain;

import cn.qifeng.kernel.Fen;
import java.math.BigDecimal;

/** Scores of one valid bid (综合得分). */
public record TotalLine(
        String bidId,
        Fen price,
        BigDecimal deviation,
        boolean counted,
        BigDecimal priceScore,
        BigDecimal technicalScore,
        BigDecimal total) {}
