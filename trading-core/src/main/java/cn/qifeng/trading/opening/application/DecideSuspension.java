package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.bidding.application.FrozenBids;
import cn.qifeng.trading.bidding.domain.Bid;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.opening.domain.BidOpening;
import cn.qifeng.trading.opening.domain.BidOpening.Failed;
import cn.qifeng.trading.opening.domain.BidOpening.Scheduled;
import cn.qifeng.trading.opening.domain.OpeningRefusal;
import cn.qifeng.trading.opening.domain.Suspension;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.application.Progress;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trading.tender.domain.Stage;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Decides over a suspended opening (对中止的决定): a supervisor who is not of the tenderer's side lets it go on until another
 * time, or ends the lot, whose envelopes then stay shut.
 */
@ApplicationScoped
public class DecideSuspension {

    private static final int REASON_MAX = 500;

    private final OpeningSteps steps;
    private final OpeningClock clock;
    private final OpeningParties parties;
    private final Lots lots;
    private final Chain chain;
    private final FrozenBids frozen;
    private final Progress progress;
    private final FailLot fail;

    DecideSuspension(
            OpeningSteps steps,
            OpeningClock clock,
            OpeningParties parties,
            Lots lots,
            Chain chain,
            FrozenBids frozen,
            Progress progress,
            FailLot fail) {
        this.steps = steps;
        this.clock = clock;
        this.parties = parties;
        this.lots = lots;
        this.chain = chain;
        this.frozen = frozen;
        this.progress = progress;
        this.fail = fail;
    }

    /** Takes the signed decision; refuses whoever is no supervisor, and a decision over another suspension. */
    @Transactional
    public void sign(LotId id, Statement statement) {
        var lot = lots.of(id);
        var fields = Statements.about(lot, statement, "suspension-decision", "suspended", "until", "reason");
        var person = parties.signer(statement);
        if (!parties.isSupervisor(person) || parties.isOfTenderer(lot, person)) {
            throw OpeningRefusal.NOT_YOUR_LOT.refused();
        }
        var decision = decision(fields, statement);
        chain.requireSeen(lot.tender(), statement.doc());
        steps.resume(
                id,
                suspension -> {
                    Statements.requireSame("suspended", fields.text("suspended"), suspension.entry());
                    return suspension.decide(decision);
                },
                (opening, decided) -> decided(lot, opening, decided));
    }

    private BidOpening decided(PublishedLot lot, BidOpening opening, Suspension decided) {
        var decision = decided.decision();
        chain.append(
                lot.tender(), "lot/suspension-decided", OpeningEntries.suspensionDecided(decided.entry(), decision));
        return decision.goesOn() ? opening : end(lot, opening);
    }

    /** Bids that nobody has listed yet are counted now, behind the gate; their number is all that is published. */
    private Failed end(PublishedLot lot, BidOpening opening) {
        List<Bid> bids = opening instanceof Scheduled ? frozen.freeze(lot.lot()) : frozen.of(lot.lot());
        if (opening instanceof Scheduled) {
            progress.move(lot.lot(), Stage.DEADLINE_REACHED);
        }
        long standing = bids.stream().filter(Bid.Live.class::isInstance).count();
        int count = opening.live().orElse((int) standing);
        return fail.fail(lot, new Failed(lot.lot(), clock.now(), count, true), bids);
    }

    private Suspension.Decision decision(Fields fields, Statement statement) {
        var reason = fields.text("reason");
        if (reason.isBlank() || reason.length() > REASON_MAX) {
            throw OpeningRefusal.STATEMENT.with(
                    Facts.field("reason", reason.length(), "1…" + REASON_MAX).map());
        }
        var until = fields.get("until").isNull() ? null : fields.moment("until");
        return new Suspension.Decision(until, reason, statement.toJson(), clock.now());
    }
}
