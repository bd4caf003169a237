package cn.qifeng.trading.opening.application;

import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.opening.domain.Suspension;
import cn.qifeng.trading.opening.domain.Suspensions;
import cn.qifeng.trading.opening.domain.Waiting;
import cn.qifeng.trading.tender.domain.PublishedLot;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Writes that an opening stands still into the tender's chain (中止入链). */
@ApplicationScoped
class RecordSuspension {

    private final Suspensions suspensions;
    private final Chain chain;
    private final OpeningClock clock;

    RecordSuspension(Suspensions suspensions, Chain chain, OpeningClock clock) {
        this.suspensions = suspensions;
        this.chain = chain;
        this.clock = clock;
    }

    /** The suspension with its entry, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    Suspension record(PublishedLot lot, Waiting waiting, ObjectNode body) {
        var now = clock.now();
        var entry = chain.append(lot.tender(), "lot/suspended", body);
        int serial = suspensions.newest(lot.lot()).map(Suspension::serial).orElse(0) + 1;
        return new Suspension(lot.lot(), serial, waiting.cause(), waiting.since(), now, entry.hash(), null);
    }
}
