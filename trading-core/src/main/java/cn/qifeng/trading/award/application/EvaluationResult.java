package cn.qifeng.trading.award.application;

import java.util.List;
import java.util.UUID;

/**
 * What remote-evaluation concluded (评标结果), docs/api.md "Between services".
 *
 * @param outcome {@code EVALUATED} or {@code ALL_REJECTED}
 * @param k coefficient used
 * @param basePriceFen base price
 * @param reviewed reviewed prices of method M-E in yuan, in the place of scores
 * @param finalists bid ids in the order of the bid list
 * @param reportSm3 SM3 of the evaluation report, hex
 */
public record EvaluationResult(
        UUID session,
        Outcome outcome,
        String k,
        long basePriceFen,
        List<Score> priceScores,
        List<Score> technical,
        List<Score> totals,
        List<Score> reviewed,
        List<Rejected> rejected,
        List<String> finalists,
        boolean ranked,
        String reportSm3) {

    /** How the evaluation ended. */
    public enum Outcome {
        EVALUATED,
        ALL_REJECTED
    }

    /** Score of a bid, a decimal string. */
    public record Score(String bidId, String score) {}

    /** A rejected bid. */
    public record Rejected(String bidId, String code, String reason) {}

    public EvaluationResult {
        priceScores = copy(priceScores);
        technical = copy(technical);
        totals = copy(totals);
        reviewed = copy(reviewed);
        rejected = copy(rejected);
        finalists = copy(finalists);
    }

    private static <T> List<T> copy(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
