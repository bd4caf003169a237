package cn.qifeng.trading.contract.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kit.outbox.Outbox;
import cn.qifeng.kit.service.Services;
import cn.qifeng.trust.json.CanonicalJson;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells guarantee-bond that the bonds of a lot are to be given back (释放保函), in the caller's transaction. */
@ApplicationScoped
class TellBonds {

    private final Outbox outbox;

    TellBonds(Outbox outbox) {
        this.outbox = outbox;
    }

    void contracted(LotId lot, TenderId tender) {
        outbox.send(
                Services.GUARANTEE_BOND,
                "/internal/lots/" + lot + "/released",
                lot.toString(),
                CanonicalJson.object().put("tender", tender.toString()).put("reason", "CONTRACT"));
    }
}
