package cn.qifeng.evaluation.scoring.domain;

import java.util.List;
import java.util.Optional;

/**
 * What the concluded review came to (评审结论).
 *
 * @param totals scores, when the lot was evaluated
 * @param reviewed reviewed prices in the place of scores, when the lot was evaluated by method M-E
 * @param recommendation whom the panel recommends, when the lot was evaluated
 * @param competition finding on competition, when fewer than three bids were valid
 * @param rejected carried rejections
 */
public record EvaluationResult(
        Outcome outcome,
        Optional<Totals> totals,
        Optional<ReviewedRanking> reviewed,
        Optional<Recommendation> recommendation,
        Optional<Competition> competition,
        List<Rejection> rejected) {

    /** How an evaluation can end. */
    public enum Outcome {
        /** Bids were scored and recommended (完成评审). */
        EVALUATED,
        /** No bid is left, or the panel rejected all (否决所有投标). */
        ALL_REJECTED
    }

    public EvaluationResult {
        reviewed = reviewed == null ? Optional.empty() : reviewed;
        rejected = List.copyOf(rejected);
    }
}
