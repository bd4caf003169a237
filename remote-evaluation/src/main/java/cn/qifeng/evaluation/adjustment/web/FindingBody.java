package cn.qifeng.evaluation.adjustment.web;

import cn.qifeng.evaluation.adjustment.domain.AdjustmentFinding;
import cn.qifeng.evaluation.adjustment.domain.FindingLine;
import cn.qifeng.kernel.Fen;
import java.util.List;
import java.util.Optional;

/**
 * A finding as members see it. Who proposed it, and who voted how, is told to nobody; votes are a count until it is decided.
 *
 * @param cast how many have voted
 */
record FindingBody(
        int number,
        String code,
        List<Line> lines,
        int members,
        int cast,
        boolean voted,
        boolean decided,
        boolean carried,
        Integer inFavour,
        Integer against) {

    static FindingBody of(AdjustmentFinding finding, String member) {
        boolean decided = finding.decided();
        return new FindingBody(
                finding.number(),
                finding.code(),
                finding.lines().stream().map(Line::of).toList(),
                finding.members(),
                finding.votes().size(),
                finding.hasVoted(member),
                decided,
                finding.carried(),
                decided ? finding.inFavour() : null,
                decided ? finding.against() : null);
    }

    /** What is found of one bid. */
    record Line(String bidId, Integer count, Long quoteFen, String page) {

        static Line of(FindingLine line) {
            return new Line(
                    line.bidId(),
                    line.count().orElse(null),
                    line.quote().map(Fen::value).orElse(null),
                    line.page());
        }

        FindingLine toDomain() {
            return new FindingLine(
                    bidId,
                    Optional.ofNullable(count),
                    Optional.ofNullable(quoteFen).map(Fen::new),
                    page);
        }
    }
}
