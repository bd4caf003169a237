package cn.qifeng.trading.bidding.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.bidding.domain.LotKeys;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes a lot ready for bids when it is published (开放投标): every lot gets its key, whether anybody bids or not. */
@ApplicationScoped
public class PrepareLot {

    private final LotKeys keys;

    PrepareLot(LotKeys keys) {
        this.keys = keys;
    }

    /** Nothing when the lot is ready. */
    public void prepare(LotId lot) {
        keys.make(lot);
    }
}
