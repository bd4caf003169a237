package cn.qifeng.evaluation.scoring.web;

import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.Panel;
import cn.qifeng.evaluation.panel.domain.ReviewItem;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SessionOrder;
import cn.qifeng.evaluation.scoring.domain.RevealedJudgements;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The preliminary review as a member sees it (初步评审); what others judged while the panel decides on it.
 *
 * @param failed what members did not pass, by bid and item; {@code null} before and behind that
 */
record ScreeningView(List<ReviewItem> items, boolean settled, List<Failed> failed) {

    /** What one member did not pass of one bid. */
    record Failed(String bidId, String item, String member, String basis, String reason, String page) {}

    /** Where the review stands in the course of the evaluation. */
    static String place(SessionOrder order) {
        if (order.review().isEmpty()) {
            return "NONE";
        }
        return order.screenedBehind() ? "BEHIND" : "FIRST";
    }

    static ScreeningView of(EvaluationSession session, RevealedJudgements open) {
        return new ScreeningView(
                session.order().review(), session.screening().settled(), open == null ? null : failed(session, open));
    }

    private static List<Failed> failed(EvaluationSession session, RevealedJudgements open) {
        Panel panel = session.panel();
        var shown = panel.occupied().stream().collect(Collectors.toMap(Seat::member, panel::shown));
        var items = session.order().review().stream().map(ReviewItem::item).toList();
        return session.order().evaluated().stream()
                .flatMap(bid -> open.failed(bid.bidId(), items).stream()
                        .map(it -> new Failed(
                                bid.bidId(),
                                it.judgement().item(),
                                shown.get(it.member()),
                                it.judgement().basis().orElseThrow().name(),
                                it.judgement().reason(),
                                it.judgement().page())))
                .toList();
    }
}
