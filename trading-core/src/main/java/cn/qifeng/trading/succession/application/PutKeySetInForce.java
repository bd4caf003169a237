package cn.qifeng.trading.succession.application;

import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.bidding.domain.LotGate;
import cn.qifeng.trading.bidding.domain.LotKeys;
import cn.qifeng.trading.clock.application.DueAct;
import cn.qifeng.trading.clock.application.PlatformClock;
import cn.qifeng.trading.keyset.domain.KeySetSuccessor;
import cn.qifeng.trading.keyset.domain.KeySetSuccessors;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.application.PublishHead;
import cn.qifeng.trading.log.domain.HeadWanted;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;

/**
 * Puts a new key set in force (密钥组生效) once its entry and every member's canary stand in the chain under a published
 * head: the lot's gate is closed behind the seals that passed, and the moment goes into the chain. A seal stamped before
 * it is sealed to the former set, one from it on to the new one. What is not in force by the deadline never is.
 */
@ApplicationScoped
class PutKeySetInForce implements DueAct {

    private static final Logger LOG = Logger.getLogger(PutKeySetInForce.class);

    private final KeySetSuccessors successors;
    private final Lots lots;
    private final LotKeySets keySets;
    private final LotGate gate;
    private final LotKeys keys;
    private final Chain chain;
    private final PublishHead publishHead;
    private final PlatformClock clock;
    private final Event<HeadWanted> headWanted;

    PutKeySetInForce(
            KeySetSuccessors successors,
            Lots lots,
            LotKeySets keySets,
            LotGate gate,
            LotKeys keys,
            Chain chain,
            PublishHead publishHead,
            PlatformClock clock,
            Event<HeadWanted> headWanted) {
        this.successors = successors;
        this.lots = lots;
        this.keySets = keySets;
        this.gate = gate;
        this.keys = keys;
        this.chain = chain;
        this.publishHead = publishHead;
        this.clock = clock;
        this.headWanted = headWanted;
    }

    @Override
    public void runIfDue(Instant now) {
        QuarkusTransaction.requiringNew().call(successors::waiting).forEach(this::alone);
    }

    /** One lot that cannot go on keeps none of the others from it. */
    private void alone(KeySetSuccessor waiting) {
        try {
            if (QuarkusTransaction.requiringNew().call(() -> due(waiting))) {
                publishHead.now();
                QuarkusTransaction.requiringNew().run(() -> putInForce(waiting));
            }
        } catch (RuntimeException failed) {
            LOG.infof("key set %s waits: %s", waiting.setId(), failed.getMessage());
        }
    }

    private boolean due(KeySetSuccessor waiting) {
        var lot = lots.of(waiting.lot());
        return clock.now().isBefore(lot.deadline()) && shown(lot, waiting) == members(lot, waiting);
    }

    private int members(PublishedLot lot, KeySetSuccessor waiting) {
        return keySets.set(lot, waiting.setId()).members().size();
    }

    private long shown(PublishedLot lot, KeySetSuccessor waiting) {
        return chain.entries(lot.tender()).stream()
                .filter(entry -> entry.type().equals("lot/key-shown"))
                .filter(entry -> entry.body().path("set").asText().equals(waiting.setId()))
                .count();
    }

    private void putInForce(KeySetSuccessor waiting) {
        var lot = lots.of(waiting.lot());
        gate.exclusive(lot.lot());
        boolean still =
                successors.of(lot.lot()).stream().anyMatch(one -> one.place() == waiting.place() && !one.inForce());
        var from = clock.now().truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
        if (!still || keys.isFrozen(lot.lot()) || !from.isBefore(lot.deadline())) {
            return;
        }
        successors.save(waiting.inForce(from));
        var body = CanonicalJson.object().put("set", waiting.setId()).put("from", Moments.format(from));
        chain.append(lot.tender(), "lot/key-set-in-force", body);
        headWanted.fire(new HeadWanted());
    }
}
