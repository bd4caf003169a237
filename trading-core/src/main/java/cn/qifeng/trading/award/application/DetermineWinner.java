package cn.qifeng.trading.award.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kit.evidence.Evidence;
import cn.qifeng.trading.award.domain.Award;
import cn.qifeng.trading.award.domain.AwardFile;
import cn.qifeng.trading.award.domain.AwardRefusal;
import cn.qifeng.trading.award.domain.Awards;
import cn.qifeng.trading.award.domain.BidRef;
import cn.qifeng.trading.award.domain.PassedOver;
import cn.qifeng.trading.bond.application.ReleaseBonds;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.application.Progress;
import cn.qifeng.trading.tender.domain.Stage;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;

/**
 * The procuring entity fixes the winner among ranked candidates (确定中标人, 招标投标法 §40), or passes over one that does not
 * win (递补, 实施条例 §55); each by its signature.
 */
@ApplicationScoped
public class DetermineWinner {

    private static final int BID_ID = 16;
    private static final int REASON_MAX = 1000;

    private final Awards awards;
    private final SignedActs acts;
    private final Lots lots;
    private final Progress progress;
    private final Evidence evidence;
    private final ReleaseBonds releaseBonds;

    DetermineWinner(
            Awards awards,
            SignedActs acts,
            Lots lots,
            Progress progress,
            Evidence evidence,
            ReleaseBonds releaseBonds) {
        this.awards = awards;
        this.acts = acts;
        this.lots = lots;
        this.progress = progress;
        this.evidence = evidence;
        this.releaseBonds = releaseBonds;
    }

    /** Fixes the winner that the signed doc {@code award-determination} names; the reason may be empty for the first. */
    @Transactional
    public Award.WinnerDetermined determine(LotId lot, PartyId caller, PersonId person, Statement statement) {
        if (!(owned(lot, caller) instanceof Award.Determining determining)) {
            throw wrongPhase("DETERMINING");
        }
        var tender = determining.file().tender();
        var act = acts.check(statement, "award-determination", tender, lot, person, "winner", "reason");
        var reason = reason(act);
        var next = determining.determine(bid(act, "winner"), reason);
        awards.save(next);
        var body = CanonicalJson.object().put("winner", next.winner().hex()).put("reason", reason);
        body.set("statement", statement.toJson());
        evidence.record(tender, "award/determined", body);
        return next;
    }

    /**
     * Passes over the candidate that the signed doc {@code award-passing} names, up to the contract. With nobody left the
     * lot has failed, and the bonds are released.
     */
    @Transactional
    public Award pass(LotId lot, PartyId caller, PersonId person, Statement statement) {
        var award = owned(lot, caller);
        var file = award.file();
        var act = acts.check(statement, "award-passing", file.tender(), lot, person, "bidId", "cause", "reason");
        var passed = new PassedOver(bid(act, "bidId"), cause(act), reason(act));
        var next = next(award, passed);
        awards.save(next);
        record(passed, next.file(), statement);
        if (next instanceof Award.Undecided) {
            progress.move(lot, Stage.FAILED);
            releaseBonds.release(lot, file.tender(), ReleaseBonds.Reason.LOT_FAILED);
        } else if (award instanceof Award.Noticed) {
            progress.move(lot, Stage.AWARDING);
        }
        return next;
    }

    private Award next(Award award, PassedOver passed) {
        if (award instanceof Award.Determining it) {
            return it.passOver(passed);
        }
        if (award instanceof Award.WinnerDetermined it) {
            return it.passOver(passed);
        }
        if (award instanceof Award.Noticed it && lots.of(it.file().lot()).stage() == Stage.AWARD_NOTICED) {
            return it.passOver(passed);
        }
        throw wrongPhase("DETERMINING, WINNER_DETERMINED or NOTICED without a contract");
    }

    private void record(PassedOver passed, AwardFile file, Statement statement) {
        ObjectNode body = CanonicalJson.object()
                .put("bidId", passed.bid().hex())
                .put("cause", passed.cause().name())
                .put("reason", passed.reason())
                .put("left", file.eligible().size());
        body.set("statement", statement.toJson());
        evidence.record(file.tender(), "award/passed", body);
    }

    private Award owned(LotId lot, PartyId caller) {
        var award = awards.locked(lot).orElseThrow(AwardRefusal.NOT_FOUND::refused);
        if (!award.file().procuringEntity().equals(caller)) {
            throw AwardRefusal.NOT_PROCURING_ENTITY.refused();
        }
        return award;
    }

    private static BidRef bid(SignedActs.Act act, String field) {
        act.doc().hex(field, BID_ID);
        return new BidRef(act.doc().text(field));
    }

    private static PassedOver.Cause cause(SignedActs.Act act) {
        var said = act.doc().text("cause");
        return Arrays.stream(PassedOver.Cause.values())
                .filter(it -> it.name().equals(said))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        AwardRefusal.BAD_STATEMENT,
                        Facts.field("cause", said, Arrays.toString(PassedOver.Cause.values()))));
    }

    private static String reason(SignedActs.Act act) {
        var reason = act.doc().text("reason").strip();
        if (reason.length() > REASON_MAX) {
            throw new Refused(
                    AwardRefusal.BAD_STATEMENT,
                    Facts.field("reason", reason.length(), "at most " + REASON_MAX + " characters"));
        }
        return reason;
    }

    private static Refused wrongPhase(String expected) {
        return new Refused(AwardRefusal.WRONG_PHASE, Facts.field("phase", "-", expected));
    }
}
