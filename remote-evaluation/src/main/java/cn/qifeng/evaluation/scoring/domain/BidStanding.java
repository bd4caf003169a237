package cn.qifeng.evaluation.scoring.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Where one valid bid stands in a result (得分与名次).
 *
 * @param technical technical score, or how many items it passed on average in method M-E
 * @param price price score, or the reviewed price in yuan in method M-E
 * @param total total score; {@code null} in method M-E
 * @param rank place among the valid bids, from 1
 */
public record BidStanding(String bidId, BigDecimal technical, BigDecimal price, BigDecimal total, int rank) {

    /** All valid bids of a result, the best first; none when every bid was rejected. */
    public static List<BidStanding> of(EvaluationResult result) {
        var standings = new ArrayList<BidStanding>();
        result.totals()
                .ifPresent(totals -> totals.ranked()
                        .forEach(it -> standings.add(new BidStanding(
                                it.bidId(), it.technicalScore(), it.priceScore(), it.total(), standings.size() + 1))));
        result.reviewed()
                .ifPresent(ranking -> ranking.lines()
                        .forEach(it -> standings.add(
                                new BidStanding(it.bidId(), it.passed(), it.reviewed(), null, it.rank()))));
        return standings;
    }
}
