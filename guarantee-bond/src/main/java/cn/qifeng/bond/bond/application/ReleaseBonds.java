package cn.qifeng.bond.bond.application;

import cn.qifeng.bond.bond.domain.Bond;
import cn.qifeng.bond.bond.domain.Bonds;
import cn.qifeng.bond.bond.domain.OpenedLots;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.kit.evidence.Evidence;
import cn.qifeng.kit.outbox.Outbox;
import cn.qifeng.kit.service.Services;
import cn.qifeng.trust.json.CanonicalJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Gives the bonds of a lot back (释放保函): within 5 days of the contract (实施条例 §57), or when the lot has failed. Each
 * opened bond leaves an entry; that all are back is told to trading-core after them.
 */
@ApplicationScoped
public class ReleaseBonds {

    private final Bonds bonds;
    private final OpenedLots opened;
    private final Evidence evidence;
    private final Outbox outbox;
    private final LegalClock clock;

    ReleaseBonds(Bonds bonds, OpenedLots opened, Evidence evidence, Outbox outbox, LegalClock clock) {
        this.bonds = bonds;
        this.opened = opened;
        this.evidence = evidence;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Releases what is left to release, and tells how many bonds of the lot were opened. */
    @Transactional
    public void release(LotId lot, TenderId tender, String reason) {
        var now = clock.now();
        for (var bond : bonds.openedOf(lot)) {
            if (bond instanceof Bond.Opened visible) {
                var released = visible.release(reason, now);
                bonds.save(released);
                evidence.record(
                        tender,
                        "bond/released",
                        CanonicalJson.object()
                                .put("bondHash", released.document().sm3())
                                .put("reason", reason));
            }
        }
        bonds.sealedFor(lot).forEach(bond -> bonds.save(bond.lapse(now)));
        opened.of(lot).filter(it -> it.releasedAt() == null).ifPresent(it -> opened.save(it.release(now)));
        outbox.send(
                Services.TRADING_CORE,
                "/internal/lots/" + lot + "/bonds-released",
                tender.toString(),
                CanonicalJson.object()
                        .put("tender", tender.toString())
                        .put("count", bonds.openedOf(lot).size()));
    }
}
