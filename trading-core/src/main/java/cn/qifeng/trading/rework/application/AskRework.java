package cn.qifeng.trading.rework.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.kit.evidence.Evidence;
import cn.qifeng.trading.award.application.ReopenAward;
import cn.qifeng.trading.award.application.ReopenAward.Scored;
import cn.qifeng.trading.award.application.SignedActs;
import cn.qifeng.trading.award.domain.AwardFile;
import cn.qifeng.trading.award.domain.AwardRefusal;
import cn.qifeng.trading.rework.domain.Rework;
import cn.qifeng.trading.rework.domain.ReworkGround;
import cn.qifeng.trading.rework.domain.ReworkRefusal;
import cn.qifeng.trading.rework.domain.ReworkState;
import cn.qifeng.trading.rework.domain.Reworks;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;

/**
 * Procuring entity or agency asks that the panel reviews named items of named bids once more (申请复评), between the signed
 * report and the notice of award.
 */
@ApplicationScoped
public class AskRework {

    private static final String TYPE = "rework-request";

    private final ReopenAward awards;
    private final Reworks reworks;
    private final SignedActs acts;
    private final Lots lots;
    private final Evidence evidence;
    private final LegalClock clock;

    AskRework(ReopenAward awards, Reworks reworks, SignedActs acts, Lots lots, Evidence evidence, LegalClock clock) {
        this.awards = awards;
        this.reworks = reworks;
        this.acts = acts;
        this.lots = lots;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** The request to sign, without {@code ground}, {@code places}, {@code reason} and {@code evidence}. */
    @Transactional
    public ObjectNode toSign(LotId id, PartyId caller) {
        var lot = host(id, caller);
        var file = askable(id);
        return acts.frame(TYPE, lot.tender(), id).put("number", next(id)).put("report", file.reportSm3());
    }

    /** Takes the signed request. */
    @Transactional
    public Rework ask(LotId id, PartyId caller, PersonId person, Statement statement) {
        var lot = host(id, caller);
        var file = askable(id);
        var doc = acts.check(
                        statement,
                        TYPE,
                        lot.tender(),
                        id,
                        person,
                        "number",
                        "report",
                        "ground",
                        "places",
                        "reason",
                        "evidence")
                .doc();
        same("report", doc.text("report"), file.reportSm3());
        same("number", doc.integer("number", 1, Integer.MAX_VALUE), (long) next(id));
        var scored = awards.scored(lot.tender()).stream().map(Scored::bidId).toList();
        var rework = new Rework(
                lot.tender(),
                id,
                next(id),
                file.reportSm3(),
                ground(doc.text("ground")),
                ReworkDocs.places(doc, lot, scored),
                doc.text("reason"),
                doc.text("evidence"),
                Sm3.hex(CanonicalJson.encode(statement.toJson())),
                clock.now(),
                ReworkState.ASKED,
                "",
                null);
        reworks.save(rework);
        var body = CanonicalJson.object().put("number", rework.number());
        body.set("statement", statement.toJson());
        evidence.record(lot.tender(), "evaluation/rework-asked", body);
        return rework;
    }

    private AwardFile askable(LotId lot) {
        var file = awards.require(lot);
        reworks.of(lot).stream()
                .filter(it -> it.state() == ReworkState.ASKED || it.state() == ReworkState.APPROVED)
                .findFirst()
                .ifPresent(it -> {
                    throw new Refused(ReworkRefusal.ONE_AT_A_TIME, Facts.field("number", it.number(), "none open"));
                });
        return file;
    }

    private int next(LotId lot) {
        return reworks.of(lot).size() + 1;
    }

    private PublishedLot host(LotId id, PartyId caller) {
        var lot = lots.of(id);
        if (!caller.equals(lot.procuringEntity().id())
                && !caller.equals(lot.agency().id())) {
            throw AwardRefusal.NOT_PROCURING_ENTITY.refused();
        }
        return lot;
    }

    private static ReworkGround ground(String name) {
        return ReworkGround.named(name)
                .orElseThrow(() -> new Refused(
                        ReworkRefusal.NO_GROUND, Facts.field("ground", name, Arrays.toString(ReworkGround.values()))));
    }

    private static void same(String field, Object seen, Object expected) {
        if (!seen.equals(expected)) {
            throw new Refused(ReworkRefusal.STATEMENT, Facts.field(field, seen, expected));
        }
    }
}
