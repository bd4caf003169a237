package cn.qifeng.trading.bidding.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.bidding.domain.Bid;
import cn.qifeng.trading.bidding.domain.Bidder;
import cn.qifeng.trading.bidding.domain.BiddingRefusal;
import cn.qifeng.trading.bidding.domain.Bids;
import cn.qifeng.trading.bidding.domain.LotKeys;
import cn.qifeng.trading.tender.application.Lots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** A bidder's own bids in one lot (我的投标). */
@ApplicationScoped
public class OwnBids {

    private final Lots lots;
    private final LotKeys keys;
    private final Bids bids;

    OwnBids(Lots lots, LotKeys keys, Bids bids) {
        this.lots = lots;
        this.keys = keys;
        this.bids = bids;
    }

    /** All of them, in the order in which they were sealed; refuses a request that names no lot. */
    @Transactional
    public List<Bid> of(LotId lot, Bidder bidder) {
        if (lot == null) {
            throw BiddingRefusal.NO_SUCH_LOT.with(
                    Facts.field("lot", null, "a published lot").map());
        }
        return bids.of(LotKeyOf.published(lots, keys, lot), bidder.uscc());
    }
}
