package cn.qifeng.evaluation.report.web;

import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.OpenedBid;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.report.application.ReadComparisons;
import cn.qifeng.evaluation.report.application.ReviewedOnceMore;
import cn.qifeng.evaluation.rework.domain.ReworkPlace;
import cn.qifeng.evaluation.scoring.domain.BidStanding;
import cn.qifeng.evaluation.scoring.domain.PointChange;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;

/** A re-review before and after (复评前后对照), by names of bids and numbers of members. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ComparisonView(
        int number,
        String report,
        String ground,
        String law,
        String reason,
        String decision,
        List<ReworkPlace> places,
        boolean done,
        List<Bid> bids,
        List<Item> items,
        List<Change> changes,
        List<Standing> before,
        List<Standing> after) {

    /** A bid by its name. */
    record Bid(String bidId, String name) {}

    /** An item by its name. */
    record Item(String item, String name) {}

    /** Changed points. */
    record Change(String member, String bidId, String item, String before, String after, String reason) {

        static Change of(EvaluationSession session, PointChange it) {
            var number = session.panel().seats().stream()
                    .filter(seat -> seat.member().equals(it.member()))
                    .map(Seat::number)
                    .findFirst()
                    .orElse("—");
            return new Change(
                    number,
                    it.bidId(),
                    it.item(),
                    it.before().toPlainString(),
                    it.after().toPlainString(),
                    it.reason());
        }
    }

    /** Where a bid stands. */
    record Standing(String bidId, String technical, String price, String total, int rank) {

        static Standing of(BidStanding it) {
            return new Standing(it.bidId(), text(it.technical()), text(it.price()), text(it.total()), it.rank());
        }

        private static String text(BigDecimal value) {
            return value == null ? null : value.setScale(2).toPlainString();
        }
    }

    static List<ComparisonView> of(ReadComparisons.Comparisons comparisons) {
        return comparisons.reviews().stream()
                .map(it -> of(comparisons.session(), it))
                .toList();
    }

    private static ComparisonView of(EvaluationSession session, ReviewedOnceMore review) {
        var order = review.order();
        return new ComparisonView(
                order.number(),
                order.report(),
                order.ground(),
                order.law(),
                order.reason(),
                order.decision(),
                order.places(),
                order.done(),
                session.order().evaluated().stream().map(ComparisonView::bid).toList(),
                session.order().criteria().stream()
                        .map(it -> new Item(it.item(), it.name()))
                        .toList(),
                review.comparison().points().stream()
                        .map(it -> Change.of(session, it))
                        .toList(),
                review.comparison().before().stream().map(Standing::of).toList(),
                review.comparison().after().stream().map(Standing::of).toList());
    }

    private static Bid bid(OpenedBid bid) {
        return new Bid(bid.bidId(), bid.name());
    }
}
