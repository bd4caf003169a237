package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.bidding.application.FrozenBids;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.opening.domain.BidOpening;
import cn.qifeng.trading.opening.domain.BidOpening.Failed;
import cn.qifeng.trading.opening.domain.BidOpening.Listed;
import cn.qifeng.trading.opening.domain.HeldDecision;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Decides over the bids that are held (裁定待核投标): procuring entity and supervisor sign the same, by times and cause, before
 * anybody's name is read. The second signature puts it in force and into the chain.
 */
@ApplicationScoped
public class DecideHeldBids {

    private static final int LINES_MAX = 1_000;

    private final OpeningSteps steps;
    private final OpeningClock clock;
    private final OpeningParties parties;
    private final Lots lots;
    private final Chain chain;
    private final FrozenBids frozen;
    private final FailLot fail;

    DecideHeldBids(
            OpeningSteps steps,
            OpeningClock clock,
            OpeningParties parties,
            Lots lots,
            Chain chain,
            FrozenBids frozen,
            FailLot fail) {
        this.steps = steps;
        this.clock = clock;
        this.parties = parties;
        this.lots = lots;
        this.chain = chain;
        this.frozen = frozen;
        this.fail = fail;
    }

    /**
     * Takes one signature; refuses whoever is neither procuring entity nor supervisor, and a decision that is not about
     * exactly the held bids of the list.
     */
    @Transactional
    public void sign(LotId id, Statement statement) {
        var lot = lots.of(id);
        var fields = Statements.about(lot, statement, "held-decision", "bidList", "reason", "decisions");
        var wanted = wanted(fields);
        var signature = parties.entityOrSupervisor(lot, statement);
        chain.requireSeen(lot.tender(), statement.doc());
        steps.take(id, Listed.class, listed -> {
            Statements.requireSame("bidList", fields.text("bidList"), listed.listHash());
            return decided(lot, listed.decide(wanted, signature));
        });
    }

    private BidOpening decided(PublishedLot lot, Listed next) {
        if (next.undecided()) {
            return next;
        }
        chain.append(lot.tender(), "lot/held-decided", OpeningEntries.heldDecided(next.listHash(), next.held()));
        return next.decided(clock.now()) instanceof Failed failed ? fail.fail(lot, failed, frozen.of(lot.lot())) : next;
    }

    private static HeldDecision wanted(Fields fields) {
        var reason = Statements.reason(fields);
        var lines = fields.array("decisions", LINES_MAX).stream()
                .map(line -> Fields.of(line).exactly("bidId", "headerHash", "admitted"))
                .map(line -> new HeldDecision.Line(line.text("bidId"), line.text("headerHash"), line.bool("admitted")))
                .toList();
        return new HeldDecision(lines, reason, List.of());
    }
}
