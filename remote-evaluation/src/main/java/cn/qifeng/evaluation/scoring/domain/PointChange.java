package cn.qifeng.evaluation.scoring.domain;

import java.math.BigDecimal;

/**
 * Points that a member changed in a re-review (评分变更), with the reason it wrote.
 *
 * @param member certificate id, hex
 */
public record PointChange(
        String member, String bidId, String item, BigDecimal before, BigDecimal after, String reason) {}
