package cn.qifeng.trading.opening.domain;

import java.util.List;

/**
 * The deadline checkpoint (截止检查点): the bid list and the content hash of its entry; in mode BIDDERS the release list
 * comes to it when the window has closed.
 *
 * @param held the decision over the held bids, or {@code null} where none was held
 * @param releases the release list, or {@code null} in mode TRUSTEES and while the window is open
 */
public record Checkpoint(BidList list, String hash, HeldDecision held, ReleaseList releases) {

    /** The live bids of the list, behind the decision over the held ones. */
    public List<ListedBid> live() {
        return list.live(held);
    }

    /** The bids that the trustees press for: the live ones, in mode BIDDERS the released ones among them. */
    public List<ListedBid> toOpen() {
        return live().stream()
                .filter(bid -> releases == null || releases.line(bid.bidId()).outcome() == ReleaseOutcome.RELEASED)
                .toList();
    }

    /** The same with the release list. */
    public Checkpoint with(ReleaseList closed) {
        return new Checkpoint(list, hash, held, closed);
    }
}
