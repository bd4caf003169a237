package cn.qifeng.trading.bidding.domain;

import cn.qifeng.kernel.Uscc;
import java.util.List;

/** Repository of sealed bids (投标). Nothing here counts or lists bids without the key of the lot. */
public interface Bids {

    /** All bids of one bidder in one lot, in the order in which they were sealed. */
    List<Bid> of(LotKey key, Uscc bidder);

    /** Every bid of the lot, whatever became of it. Only for the freeze and what comes after. */
    List<Bid> all(LotKey key);

    /** Adds a bid just sealed. */
    void add(LotKey key, Bid bid);

    /** Keeps what became of a bid. */
    void save(LotKey key, Bid bid);
}
