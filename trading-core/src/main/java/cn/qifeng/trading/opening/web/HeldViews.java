package cn.qifeng.trading.opening.web;

import cn.qifeng.trading.opening.application.ShowOpening.HeldStamp;
import cn.qifeng.trading.opening.domain.BidOpening.Listed;
import cn.qifeng.trading.opening.domain.HeldDecision;
import cn.qifeng.trading.opening.domain.ListedBid;
import cn.qifeng.trading.opening.web.OpeningView.AskedView;
import cn.qifeng.trading.opening.web.OpeningView.HeldBidView;
import cn.qifeng.trading.opening.web.OpeningView.HeldView;
import java.util.List;

/** What the hall shows of held bids (待裁定投标): times and causes, and no name. */
final class HeldViews {

    private HeldViews() {}

    /** {@code null} when no bid is held. */
    static HeldView of(Listed listed, List<HeldStamp> stamps) {
        var held = listed.list().held();
        if (held.isEmpty()) {
            return null;
        }
        var bids = held.stream().map(bid -> bid(bid, stamps, listed.held())).toList();
        return new HeldView(!listed.undecided(), bids, asked(listed.asked()));
    }

    private static HeldBidView bid(ListedBid bid, List<HeldStamp> stamps, HeldDecision decision) {
        var stamp = stamps.stream()
                .filter(one -> one.headerHash().equals(bid.headerHash()))
                .findFirst();
        var admitted = decision == null ? null : admitted(decision).contains(bid.headerHash());
        return new HeldBidView(
                bid.bidId(),
                bid.headerHash(),
                bid.seq(),
                stamp.map(HeldStamp::stamp).orElse(null),
                stamp.map(HeldStamp::boundMs).orElse(null),
                admitted);
    }

    private static AskedView asked(HeldDecision asked) {
        return asked == null
                ? null
                : new AskedView(asked.signatures().get(0).capacity().name(), asked.reason(), admitted(asked));
    }

    private static List<String> admitted(HeldDecision decision) {
        return decision.lines().stream()
                .filter(HeldDecision.Line::admitted)
                .map(HeldDecision.Line::headerHash)
                .toList();
    }
}
