package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.opening.domain.BidOpening.Releasing;
import cn.qifeng.trading.opening.domain.OpeningRefusal;
import cn.qifeng.trading.opening.domain.RecordSignature;
import cn.qifeng.trading.opening.domain.RecordSignature.Capacity;
import cn.qifeng.trading.opening.domain.WindowExtension;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.sign.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Makes a release window longer (延长解密时限): host and supervisor sign the same time and reason, each with a certificate
 * of its own. The second signature puts it in force and into the chain.
 */
@ApplicationScoped
public class ExtendWindow {

    private final OpeningSteps steps;
    private final OpeningClock clock;
    private final OpeningParties parties;
    private final Lots lots;
    private final Chain chain;

    ExtendWindow(OpeningSteps steps, OpeningClock clock, OpeningParties parties, Lots lots, Chain chain) {
        this.steps = steps;
        this.clock = clock;
        this.parties = parties;
        this.lots = lots;
        this.chain = chain;
    }

    /** Takes one signature; refuses whoever is neither host nor supervisor, and a window that is over. */
    @Transactional
    public void sign(LotId id, Statement statement) {
        var lot = lots.of(id);
        var fields = Statements.about(lot, statement, "release-extension", "closesAt", "reason");
        var signature = signature(lot, statement);
        var wanted = new WindowExtension(fields.moment("closesAt"), Statements.reason(fields), List.of());
        chain.requireSeen(lot.tender(), statement.doc());
        steps.take(id, Releasing.class, releasing -> {
            var next = releasing.extend(wanted, signature, clock.now());
            var inForce = next.window().extensions();
            if (inForce.size() > releasing.window().extensions().size()) {
                chain.append(
                        lot.tender(), "lot/release-extended", OpeningEntries.extended(inForce.get(inForce.size() - 1)));
            }
            return next;
        });
    }

    private RecordSignature signature(PublishedLot lot, Statement statement) {
        var person = parties.signer(statement);
        if (parties.isAgency(lot, person)) {
            return new RecordSignature(Capacity.AGENCY, lot.agency().name(), statement.toJson());
        }
        if (parties.isSupervisor(person)) {
            return new RecordSignature(Capacity.SUPERVISOR, person.name(), statement.toJson());
        }
        throw OpeningRefusal.NOT_YOUR_LOT.refused();
    }
}
