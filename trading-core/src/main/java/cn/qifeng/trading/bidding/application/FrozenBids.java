package cn.qifeng.trading.bidding.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.bidding.domain.Bid;
import cn.qifeng.trading.bidding.domain.Bids;
import cn.qifeng.trading.bidding.domain.LotGate;
import cn.qifeng.trading.bidding.domain.LotKeys;
import cn.qifeng.trading.bidding.domain.ObjectStore;
import cn.qifeng.trading.bidding.domain.Uploads;
import cn.qifeng.trading.tender.application.Lots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;
import java.util.List;

/** The bids of a lot after the deadline (截止后的投标), for the opening. */
@ApplicationScoped
public class FrozenBids {

    /** Objects that nothing refers to once the transaction has committed. */
    record Dropped(List<String> objects) {}

    private final Lots lots;
    private final LotKeys keys;
    private final LotGate gate;
    private final Bids bids;
    private final Uploads uploads;
    private final ObjectStore store;
    private final Event<Dropped> dropped;

    FrozenBids(
            Lots lots,
            LotKeys keys,
            LotGate gate,
            Bids bids,
            Uploads uploads,
            ObjectStore store,
            Event<Dropped> dropped) {
        this.lots = lots;
        this.keys = keys;
        this.gate = gate;
        this.bids = bids;
        this.uploads = uploads;
        this.store = store;
        this.dropped = dropped;
    }

    /** Closes the gate behind the last seal and takes every bid of the lot, in whatever state. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Bid> freeze(LotId lot) {
        gate.exclusive(lot);
        keys.frozen(lot);
        return bids.all(LotKeyOf.published(lots, keys, lot));
    }

    /** Every bid of a frozen lot. */
    @Transactional
    public List<Bid> of(LotId lot) {
        if (!keys.isFrozen(lot)) {
            throw new IllegalStateException("the bids of an open lot are nobody's to see");
        }
        return bids.all(LotKeyOf.published(lots, keys, lot));
    }

    /** Deletes the frames of these bids: they are never opened. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void dropFrames(List<Bid> unopened) {
        for (var bid : unopened) {
            var upload = bid.sealing().upload();
            var objects =
                    uploads.frames(upload).stream().map(frame -> frame.object()).toList();
            uploads.dropFrames(upload);
            dropped.fire(new Dropped(objects));
        }
    }

    void delete(@Observes(during = TransactionPhase.AFTER_SUCCESS) Dropped gone) {
        gone.objects().forEach(store::delete);
    }
}
