package cn.qifeng.trading.opening.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Every bid that the lot received (投标清单), in whatever state, by bid id. Once its entry is under a published head,
 * exactly this list is opened.
 */
public record BidList(Instant deadline, Instant frozenAt, List<ListedBid> bids) {

    /** Sorted by bid id, then by number. */
    public BidList {
        bids = bids.stream()
                .sorted(Comparator.comparing(ListedBid::bidId).thenComparing(ListedBid::seq))
                .toList();
    }

    /** The bids that will be opened. */
    public List<ListedBid> live() {
        return bids.stream().filter(ListedBid::live).toList();
    }
}
