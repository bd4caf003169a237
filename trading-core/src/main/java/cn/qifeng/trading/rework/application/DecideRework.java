package cn.qifeng.trading.rework.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.kit.evidence.Evidence;
import cn.qifeng.kit.outbox.Outbox;
import cn.qifeng.trading.award.application.ReopenAward;
import cn.qifeng.trading.award.application.SignedActs;
import cn.qifeng.trading.award.application.SignedActs.Act;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.rework.domain.Rework;
import cn.qifeng.trading.rework.domain.ReworkRefusal;
import cn.qifeng.trading.rework.domain.ReworkState;
import cn.qifeng.trading.rework.domain.Reworks;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Optional;

/**
 * The supervisor lets a panel review once more, or does not (批准复评). Approved, the award is taken back in the same
 * transaction and the panel gets its order; the supervisor signs ground and places word for word, so that a panel can
 * change nothing else.
 */
@ApplicationScoped
public class DecideRework {

    private static final String TYPE = "rework-decision";

    private final ReopenAward awards;
    private final Reworks reworks;
    private final SignedActs acts;
    private final Lots lots;
    private final Directory directory;
    private final Evidence evidence;
    private final Outbox outbox;
    private final LegalClock clock;

    DecideRework(
            ReopenAward awards,
            Reworks reworks,
            SignedActs acts,
            Lots lots,
            Directory directory,
            Evidence evidence,
            Outbox outbox,
            LegalClock clock) {
        this.awards = awards;
        this.reworks = reworks;
        this.acts = acts;
        this.lots = lots;
        this.directory = directory;
        this.evidence = evidence;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The decision to sign, without {@code approved} and {@code reason}. */
    @Transactional
    public ObjectNode toSign(LotId id) {
        var rework = asked(id);
        return ReworkDocs.decision(acts.frame(TYPE, rework.tender(), id), rework);
    }

    /** Takes the signed decision. */
    @Transactional
    public Rework decide(LotId id, PersonId person, Statement statement) {
        var lot = lots.of(id);
        var rework = asked(id);
        awards.require(id);
        var act = acts.check(
                statement,
                TYPE,
                lot.tender(),
                id,
                person,
                "number",
                "request",
                "report",
                "ground",
                "places",
                "approved",
                "reason");
        requireSame(act, rework);
        requireDisinterested(lot, act);
        boolean approved = act.doc().bool("approved");
        var why = act.doc().text("reason");
        var decided = approved ? rework.approved(why, clock.now()) : rework.refused(why, clock.now());
        reworks.save(decided);
        record(decided, approved, statement);
        if (approved) {
            awards.reopen(id, decided.number());
            outbox.send("remote-evaluation", "/internal/sessions/reworks", id.toString(), order(decided));
        }
        return decided;
    }

    private Rework asked(LotId lot) {
        return reworks.of(lot).stream()
                .filter(it -> it.state() == ReworkState.ASKED)
                .findFirst()
                .orElseThrow(ReworkRefusal.NOT_FOUND::refused);
    }

    private void requireSame(Act act, Rework rework) {
        var signed = act.doc().doc();
        var expected = ReworkDocs.decision(signed.deepCopy(), rework);
        if (!Arrays.equals(CanonicalJson.encode(expected), CanonicalJson.encode(signed))) {
            throw new Refused(ReworkRefusal.STATEMENT, Facts.field("doc", signed, expected));
        }
    }

    /** Who decides is neither of the tenderer's side, nor a bidder, nor a member of the panel. */
    private void requireDisinterested(PublishedLot lot, Act act) {
        boolean host = act.party().filter(it -> isHost(lot, it)).isPresent();
        Optional<String> uscc = act.party().map(it -> directory.party(it).uscc().value());
        if (host || awards.interested(lot.tender(), uscc, act.certificate())) {
            throw new Refused(
                    ReworkRefusal.INTERESTED,
                    Facts.field("sig", uscc.orElse(act.certificate()), "neither host, bidder nor member"));
        }
    }

    private static boolean isHost(PublishedLot lot, PartyId party) {
        return party.equals(lot.procuringEntity().id())
                || party.equals(lot.agency().id());
    }

    private void record(Rework rework, boolean approved, Statement statement) {
        var body = CanonicalJson.object()
                .put("number", rework.number())
                .put("report", rework.report())
                .put("ground", rework.ground().name())
                .put("approved", approved);
        body.set("places", ReworkDocs.json(rework.places()));
        body.set("statement", statement.toJson());
        evidence.record(rework.tender(), "evaluation/rework-decided", body);
    }

    private static ObjectNode order(Rework rework) {
        var body = CanonicalJson.object()
                .put("lot", rework.lot().toString())
                .put("number", rework.number())
                .put("report", rework.report())
                .put("ground", rework.ground().name())
                .put("law", rework.ground().law())
                .put("reason", rework.reason())
                .put("evidence", rework.evidence())
                .put("decision", rework.decision());
        body.set("places", ReworkDocs.json(rework.places()));
        return body;
    }
}
