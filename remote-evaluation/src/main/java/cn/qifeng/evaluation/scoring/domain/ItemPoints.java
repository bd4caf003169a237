package cn.qifeng.evaluation.scoring.domain;

import java.math.BigDecimal;

/** Points of one bid for one item (单项得分), and the member's reason, possibly empty. */
public record ItemPoints(String item, BigDecimal points, String reason) {}
