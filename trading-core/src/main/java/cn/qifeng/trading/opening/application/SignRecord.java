package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.opening.domain.BidOpening;
import cn.qifeng.trading.opening.domain.BidOpening.Opened;
import cn.qifeng.trading.opening.domain.OpeningRefusal;
import cn.qifeng.trading.opening.domain.RecordDraft;
import cn.qifeng.trading.opening.domain.RecordSignature;
import cn.qifeng.trading.opening.domain.RecordSignature.Capacity;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Takes signatures under the opening record (签署开标记录): agency and supervisor must sign, bidders may confirm until
 * then. With the second of the two the record enters the chain and the lot goes to evaluation.
 */
@ApplicationScoped
public class SignRecord {

    private final OpeningSteps steps;
    private final OpeningClock clock;
    private final Lots lots;
    private final OpeningParties parties;
    private final Chain chain;
    private final HandToEvaluation handOver;

    SignRecord(
            OpeningSteps steps,
            OpeningClock clock,
            Lots lots,
            OpeningParties parties,
            Chain chain,
            HandToEvaluation handOver) {
        this.steps = steps;
        this.clock = clock;
        this.lots = lots;
        this.parties = parties;
        this.chain = chain;
        this.handOver = handOver;
    }

    /** The doc to be signed, without {@code seen}; refuses before the record is written. */
    @Transactional
    public ObjectNode toSign(LotId id) {
        var lot = lots.of(id);
        return CanonicalJson.object()
                .put("type", "opening-record")
                .put("v", 1)
                .put("tender", lot.tender().toString())
                .put("lot", id.toString())
                .put("sm3", draft(steps.in(id, Opened.class)).sm3());
    }

    /** Takes one signature. */
    @Transactional
    public void sign(LotId id, Statement statement) {
        var lot = lots.of(id);
        var fields = Statements.about(lot, statement, "opening-record", "sm3");
        chain.requireSeen(lot.tender(), statement.doc());
        BidOpening next = steps.take(id, Opened.class, opened -> {
            Statements.requireSame("sm3", fields.text("sm3"), draft(opened).sm3());
            var signed = opened.sign(signature(lot, opened, statement));
            return signed.draft().complete() ? signed.recorded(clock.now()) : signed;
        });
        if (next instanceof BidOpening.Recorded recorded) {
            chain.append(
                    lot.tender(),
                    "lot/opening-record",
                    OpeningEntries.record(recorded.opened().draft()));
            handOver.handOver(lot, recorded);
        }
    }

    private static RecordDraft draft(Opened opened) {
        if (opened.draft() == null) {
            throw OpeningRefusal.WRONG_STEP.refused();
        }
        return opened.draft();
    }

    private RecordSignature signature(PublishedLot lot, Opened opened, Statement statement) {
        var person = parties.signer(statement);
        if (parties.isAgency(lot, person)) {
            return new RecordSignature(Capacity.AGENCY, lot.agency().name(), statement.toJson());
        }
        if (parties.isSupervisor(person)) {
            return new RecordSignature(Capacity.SUPERVISOR, person.name(), statement.toJson());
        }
        var line = parties.line(opened.unsealing().names(), person);
        return line.map(name -> new RecordSignature(Capacity.BIDDER, name.name(), statement.toJson()))
                .orElseThrow(OpeningRefusal.NOT_YOUR_LOT::refused);
    }
}
