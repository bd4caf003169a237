package cn.qifeng.evaluation.scoring.web;

import cn.qifeng.evaluation.scoring.domain.EvaluationResult;
import cn.qifeng.evaluation.scoring.domain.Recommendation;
import cn.qifeng.evaluation.scoring.domain.ReviewedLine;
import cn.qifeng.evaluation.scoring.domain.TotalLine;
import cn.qifeng.evaluation.scoring.domain.Totals;
import java.math.BigDecimal;
import java.util.List;

/**
 * What the review came to.
 *
 * @param drawn the bid drawn for B in method M-D
 * @param reviewed reviewed prices of method M-E, which has no scores
 */
record ResultView(
        String outcome,
        String k,
        String drawn,
        Long basePriceFen,
        List<Line> lines,
        List<Reviewed> reviewed,
        boolean ranked,
        List<String> recommended) {

    static ResultView of(EvaluationResult result) {
        return new ResultView(
                result.outcome().name(),
                result.totals().map(it -> it.k().toPlainString()).orElse(null),
                result.totals().flatMap(Totals::parts).map(it -> it.b().bidId()).orElse(null),
                result.totals().map(it -> it.base().value()).orElse(null),
                result.totals()
                        .map(it -> it.lines().stream().map(Line::of).toList())
                        .orElse(List.of()),
                result.reviewed()
                        .map(it -> it.lines().stream().map(Reviewed::of).toList())
                        .orElse(List.of()),
                result.recommendation().map(Recommendation::ranked).orElse(false),
                result.recommendation().map(Recommendation::bidIds).orElse(List.of()));
    }

    /** Reviewed price of one bid. */
    record Reviewed(String bidId, long priceFen, List<Step> steps, long reviewedFen, int rank) {

        static Reviewed of(ReviewedLine line) {
            return new Reviewed(
                    line.bidId(),
                    line.price().value(),
                    line.steps().stream()
                            .map(it -> new Step(it.code(), fen(it.yuan())))
                            .toList(),
                    fen(line.reviewed()),
                    line.rank());
        }
    }

    /** What an adjustment comes to. */
    record Step(String code, long amountFen) {}

    private static long fen(BigDecimal yuan) {
        return yuan.movePointRight(2).longValueExact();
    }

    /** Scores of one bid. */
    record Line(
            String bidId, long priceFen, boolean counted, String priceScore, String technicalScore, String totalScore) {

        static Line of(TotalLine line) {
            return new Line(
                    line.bidId(),
                    line.price().value(),
                    line.counted(),
                    line.priceScore().toPlainString(),
                    line.technicalScore().toPlainString(),
                    line.total().toPlainString());
        }
    }
}
