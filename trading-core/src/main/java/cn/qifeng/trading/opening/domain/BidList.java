package cn.qifeng.trading.opening.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
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

    /** The bids that are live without any decision. */
    public List<ListedBid> live() {
        return live(null);
    }

    /**
     * The bids that will be opened: of each bidder the last one that is live, or held and admitted by the decision.
     *
     * @param decision over the held bids, or {@code null} while there is none
     */
    public List<ListedBid> live(HeldDecision decision) {
        var standing = new LinkedHashMap<String, ListedBid>();
        for (ListedBid bid : bids) {
            if (bid.live() || bid.held() && decision != null && decision.admits(bid)) {
                standing.put(bid.bidId(), bid);
            }
        }
        return List.copyOf(standing.values());
    }

    /** The bids that wait for a decision. */
    public List<ListedBid> held() {
        return bids.stream().filter(ListedBid::held).toList();
    }

    /** How many bidders have a bid that is live or may become so. */
    int bidders() {
        return (int) bids.stream()
                .filter(bid -> bid.live() || bid.held())
                .map(ListedBid::bidId)
                .distinct()
                .count();
    }
}
