package cn.qifeng.trading.bidding.application;

import cn.qifeng.trading.bidding.domain.LotKeys;
import cn.qifeng.trading.bidding.domain.SignedReceipt;
import cn.qifeng.trading.tender.application.Lots;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Takes a sealed bid (封标). Row, receipt and log content are durable in one transaction before the receipt leaves;
 * whatever is refused is answered by a signed refusal.
 */
@ApplicationScoped
public class SealBid {

    private final Lots lots;
    private final LotKeys keys;
    private final DecideSeals decide;

    SealBid(Lots lots, LotKeys keys, DecideSeals decide) {
        this.lots = lots;
        this.keys = keys;
        this.decide = decide;
    }

    /** The receipt; the same again for a repeated request. */
    public SignedReceipt seal(CallingBidder.Claimed caller, SealedRequest request) {
        var key = LotKeyOf.published(lots, keys, request.lot());
        return decide.decide(WaitingSeal.open(key, caller, request));
    }
}
