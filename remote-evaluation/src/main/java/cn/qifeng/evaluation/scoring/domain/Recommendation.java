package cn.qifeng.evaluation.scoring.domain;

import java.util.HashSet;
import java.util.List;

/**
 * Whom the panel recommends (推荐): ranked candidates (中标候选人), or finalists without rank (定标候选人) where evaluation and
 * award are separated.
 *
 * @param bidIds by rank, or in the order of the bid list when unranked
 */
public record Recommendation(boolean ranked, List<String> bidIds) {

    public Recommendation {
        bidIds = List.copyOf(bidIds);
    }

    /**
     * The best {@code max} bids.
     *
     * @param ranked all valid bids, the best first
     * @param separated unranked finalists in the order of the bid list
     */
    public static Recommendation of(List<String> ranked, boolean separated, int max, List<String> bidList) {
        var best = ranked.stream().limit(max).toList();
        if (!separated) {
            return new Recommendation(true, best);
        }
        var finalists = new HashSet<>(best);
        return new Recommendation(
                false, bidList.stream().filter(finalists::contains).toList());
    }
}
