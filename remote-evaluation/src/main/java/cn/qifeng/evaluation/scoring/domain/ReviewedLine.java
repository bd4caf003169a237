package cn.qifeng.evaluation.scoring.domain;

import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.score.AdjustedPrices.Step;
import java.math.BigDecimal;
import java.util.List;

/**
 * Reviewed price of one valid bid (评标价).
 *
 * @param price bid price that counts, as it was read out or corrected
 * @param steps what each adjustment comes to, in the order of the tender document
 * @param reviewed in yuan, two decimals
 * @param rank from 1, each once
 * @param passed mean of the items that the members passed
 */
public record ReviewedLine(
        String bidId, Fen price, List<Step> steps, BigDecimal reviewed, int rank, BigDecimal passed) {

    public ReviewedLine {
        steps = List.copyOf(steps);
    }
}
