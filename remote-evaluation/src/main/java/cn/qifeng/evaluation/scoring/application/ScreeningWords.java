package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.panel.domain.ReviewItem;
import cn.qifeng.evaluation.panel.domain.SessionOrder;
import cn.qifeng.evaluation.scoring.domain.Competition;
import cn.qifeng.evaluation.scoring.domain.Judgement;
import cn.qifeng.evaluation.scoring.domain.RejectionBasis;
import cn.qifeng.evaluation.scoring.domain.RejectionCode;
import java.util.List;
import java.util.stream.Collectors;

/** Words of a proposal that comes out of the preliminary review (初步评审否决建议). */
final class ScreeningWords {

    private ScreeningWords() {}

    /** What members did not pass of one bid, in the order of the items; the first gives the ground. */
    static ProposeRejection.Proposal proposal(SessionOrder order, String bidId, List<Judgement> failed) {
        return new ProposeRejection.Proposal(
                bidId,
                RejectionCode.valueOf(item(order, failed.get(0)).ground()),
                failed.stream()
                        .map(it -> it.item() + item(order, it).name() + "：" + it.reason())
                        .distinct()
                        .collect(Collectors.joining("；", "初步评审未通过，", "")),
                failed.stream().map(Judgement::page).distinct().collect(Collectors.joining("；")),
                RejectionBasis.FACT,
                null);
    }

    /** What the panel found on competition, for the report. */
    static String finding(Competition competition) {
        var way = competition.choice() == Competition.Choice.CONTINUE ? "投标仍具有竞争性，继续评审。" : "否决全部投标。";
        return way + "论证过程：" + competition.finding();
    }

    private static ReviewItem item(SessionOrder order, Judgement judgement) {
        return order.review().stream()
                .filter(it -> it.item().equals(judgement.item()))
                .findFirst()
                .orElseThrow();
    }
}
