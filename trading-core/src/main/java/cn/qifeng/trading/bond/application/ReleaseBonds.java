package cn.qifeng.trading.bond.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kit.outbox.Outbox;
import cn.qifeng.kit.service.Services;
import cn.qifeng.trust.json.CanonicalJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Tells guarantee-bond that the bonds of a lot are to be given back (释放保函), in the caller's transaction. */
@ApplicationScoped
public class ReleaseBonds {

    private final Outbox outbox;

    ReleaseBonds(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Why bonds are given back. */
    public enum Reason {
        /** The contract is recorded (实施条例 §57). */
        CONTRACT,
        /** The lot has failed. */
        LOT_FAILED
    }

    /** Gives the bonds of a lot back. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void release(LotId lot, TenderId tender, Reason reason) {
        outbox.send(
                Services.GUARANTEE_BOND,
                "/internal/lots/" + lot + "/released",
                lot.toString(),
                CanonicalJson.object().put("tender", tender.toString()).put("reason", reason.name()));
    }
}
