package cn.qifeng.trading.bidding.domain;

import cn.qifeng.kernel.Uscc;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Repository of sealed bids (投标). Nothing here counts or lists bids without the key of the lot. */
public interface Bids {

    /** How many bidders are asked for at a time. */
    int TOGETHER_MAX = 16;

    /** All bids of one bidder in one lot, in the order in which they were sealed. */
    default List<Bid> of(LotKey key, Uscc bidder) {
        return of(key, List.of(bidder)).getOrDefault(bidder, List.of());
    }

    /** The same for each of at most {@link #TOGETHER_MAX} bidders; one without bids is missing. */
    Map<Uscc, List<Bid>> of(LotKey key, Collection<Uscc> bidders);

    /** Every bid of the lot, whatever became of it. Only for the freeze and what comes after. */
    List<Bid> all(LotKey key);

    /** Adds bids just sealed. */
    void add(LotKey key, List<? extends Bid> sealed);

    /** Keeps what became of bids, in a transaction that passed the gate as their bidders. */
    void save(LotKey key, List<? extends Bid> changed);
}
