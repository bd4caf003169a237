package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.bidding.application.FrozenBids;
import cn.qifeng.trading.bidding.domain.Bid;
import cn.qifeng.trading.draw.application.Draws;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.opening.domain.BidOpening;
import cn.qifeng.trading.opening.domain.BidOpening.Drawing;
import cn.qifeng.trading.opening.domain.BidOpening.Failed;
import cn.qifeng.trading.opening.domain.BidOpening.Listed;
import cn.qifeng.trading.opening.domain.BidOpening.Released;
import cn.qifeng.trading.opening.domain.BidOpening.Releasing;
import cn.qifeng.trading.opening.domain.BidOpening.Scheduled;
import cn.qifeng.trading.opening.domain.BidOpening.Unsealing;
import cn.qifeng.trading.opening.domain.Suspension;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.application.Progress;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trading.tender.domain.Stage;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Decides over a suspended opening (对中止的决定): a supervisor who is not of the tenderer's side, over a missing receipt
 * together with the procuring entity, lets it go on until another time, or ends the lot, whose envelopes then stay shut.
 */
@ApplicationScoped
public class DecideSuspension {

    private final OpeningSteps steps;
    private final OpeningClock clock;
    private final OpeningParties parties;
    private final Lots lots;
    private final Chain chain;
    private final FrozenBids frozen;
    private final Progress progress;
    private final FailLot fail;
    private final Draws draws;

    DecideSuspension(
            OpeningSteps steps,
            OpeningClock clock,
            OpeningParties parties,
            Lots lots,
            Chain chain,
            FrozenBids frozen,
            Progress progress,
            FailLot fail,
            Draws draws) {
        this.steps = steps;
        this.clock = clock;
        this.parties = parties;
        this.lots = lots;
        this.chain = chain;
        this.frozen = frozen;
        this.progress = progress;
        this.fail = fail;
        this.draws = draws;
    }

    /** Takes one signature; refuses whoever does not decide, and a decision over another suspension. */
    @Transactional
    public void sign(LotId id, Statement statement) {
        var lot = lots.of(id);
        var fields = Statements.about(lot, statement, "suspension-decision", "suspended", "until", "reason");
        var decision = decision(fields);
        var signature = parties.entityOrSupervisor(lot, statement);
        chain.requireSeen(lot.tender(), statement.doc());
        steps.resume(
                id,
                suspension -> {
                    Statements.requireSame("suspended", fields.text("suspended"), suspension.entry());
                    return suspension.decide(decision, signature, clock.now());
                },
                (opening, decided) -> decided(lot, opening, decided));
    }

    private BidOpening decided(PublishedLot lot, BidOpening opening, Suspension decided) {
        if (decided.open()) {
            return opening;
        }
        var decision = decided.decision();
        var entry = chain.append(
                lot.tender(), "lot/suspension-decided", OpeningEntries.suspensionDecided(decided.entry(), decision));
        if (!decision.goesOn()) {
            return end(lot, opening);
        }
        if (opening instanceof Releasing releasing) {
            return releasing.stoodStill(at(lot, decided.entry()), at(lot, entry.hash()));
        }
        return opening instanceof Listed listed ? listed.later(Duration.between(decided.at(), clock.now())) : opening;
    }

    /** Legal time of an entry: auditors work the window out from it. */
    private Instant at(PublishedLot lot, String entry) {
        return chain.entries(lot.tender()).stream()
                .filter(one -> one.ref().hash().equals(entry))
                .map(one -> Fields.of(one.head()).moment("at"))
                .findFirst()
                .orElseThrow();
    }

    /** Bids that nobody has listed yet are counted now, behind the gate; their number is all that is published. */
    private Failed end(PublishedLot lot, BidOpening opening) {
        List<Bid> bids = opening instanceof Scheduled ? frozen.freeze(lot.lot()) : frozen.of(lot.lot());
        if (opening instanceof Scheduled) {
            progress.move(lot.lot(), Stage.DEADLINE_REACHED);
        }
        if (opening instanceof Drawing drawing) {
            draws.abandon(drawing.draw());
        }
        return fail.fail(lot, new Failed(lot.lot(), clock.now(), live(opening, bids), true), bids);
    }

    /** As the list says, behind a decision over the held ones. */
    private static int live(BidOpening opening, List<Bid> bids) {
        if (opening instanceof Listed listed) {
            return listed.list().live(listed.held()).size();
        }
        if (opening instanceof Releasing releasing) {
            return releasing.checkpoint().live().size();
        }
        if (opening instanceof Released released) {
            return released.checkpoint().live().size();
        }
        if (opening instanceof Drawing drawing) {
            return drawing.checkpoint().live().size();
        }
        if (opening instanceof Unsealing unsealing) {
            return unsealing.checkpoint().live().size();
        }
        return (int) bids.stream().filter(Bid.Live.class::isInstance).count();
    }

    private static Suspension.Decision decision(Fields fields) {
        var reason = Statements.reason(fields);
        var until = fields.get("until").isNull() ? null : fields.moment("until");
        return new Suspension.Decision(until, reason, List.of());
    }
}
