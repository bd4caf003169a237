package cn.qifeng.evaluation.scoring.web;

import cn.qifeng.evaluation.scoring.application.OwnRework;
import cn.qifeng.evaluation.scoring.domain.BidPoints;
import cn.qifeng.evaluation.scoring.domain.Labels;
import java.util.List;

/**
 * What is reviewed once more, under the labels of the member who asks.
 *
 * @param places items that may get other points
 * @param former what the member gave before; empty for who scores everything
 */
record ReworkTerms(
        int number,
        String ground,
        String law,
        String reason,
        String evidence,
        String decision,
        List<Place> places,
        List<Former> former) {

    /** Items of one bid. */
    record Place(String label, List<String> items) {}

    /** A bid as the member scored it before. */
    record Former(String label, List<Points> items) {}

    /** Points for one item. */
    record Points(String item, String score, String reason) {}

    static ReworkTerms of(OwnRework own, Labels labels) {
        var order = own.order();
        return new ReworkTerms(
                order.number(),
                order.ground(),
                order.law(),
                order.reason(),
                order.evidence(),
                order.decision(),
                order.places().stream()
                        .map(it -> new Place(labels.of(it.bidId()), it.items()))
                        .toList(),
                own.former()
                        .map(it -> labels.bidIds().stream()
                                .map(bid -> former(labels.of(bid), it.of(bid)))
                                .toList())
                        .orElse(List.of()));
    }

    private static Former former(String label, BidPoints points) {
        return new Former(
                label,
                points.items().stream()
                        .map(it -> new Points(it.item(), it.points().toPlainString(), it.reason()))
                        .toList());
    }
}
