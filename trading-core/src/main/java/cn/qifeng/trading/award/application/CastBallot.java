package cn.qifeng.trading.award.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.kit.evidence.Evidence;
import cn.qifeng.trading.award.domain.Award;
import cn.qifeng.trading.award.domain.AwardRefusal;
import cn.qifeng.trading.award.domain.Awards;
import cn.qifeng.trading.award.domain.BidRef;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.note.SealedNote;
import cn.qifeng.trust.score.Commitments;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A member casts its ballot (投票) in two steps: a signed commitment with the ballot sealed to the set of the session,
 * and, once all have committed, the ballot itself. So nobody chooses after having seen the others.
 */
@ApplicationScoped
public class CastBallot {

    private static final int ROUND_MAX = 100;

    private final Awards awards;
    private final SignedActs acts;
    private final BidsOnRecord record;
    private final CountBallots countBallots;
    private final Evidence evidence;
    private final LegalClock clock;
    private final Duration revealTime;

    CastBallot(
            Awards awards,
            SignedActs acts,
            BidsOnRecord record,
            CountBallots countBallots,
            Evidence evidence,
            LegalClock clock,
            @ConfigProperty(name = "qifeng.award.reveal-time", defaultValue = "PT24H") Duration revealTime) {
        this.awards = awards;
        this.acts = acts;
        this.record = record;
        this.countBallots = countBallots;
        this.evidence = evidence;
        this.clock = clock;
        this.revealTime = revealTime;
    }

    /** What a member needs to make its ballot: the doc, the set to seal to, its own id, and who can be chosen. */
    public record Paper(ObjectNode doc, ObjectNode keySet, String member, List<BidRef> choices) {}

    /** The ballot paper of one member. */
    @Transactional
    public Paper paper(LotId lot, PersonId caller) {
        if (!(awards.of(lot).orElseThrow(AwardRefusal.NOT_FOUND::refused) instanceof Award.Balloting balloting)) {
            throw wrongPhase("BALLOTING");
        }
        var file = balloting.file();
        var member = balloting.committee().members().stream()
                .filter(it -> it.person().equals(caller))
                .findFirst()
                .orElseThrow(AwardRefusal.NOT_A_MEMBER::refused);
        var doc = acts.frame("ballot-commit", file.tender(), lot)
                .put("round", balloting.round().n());
        return new Paper(
                doc,
                record.sessionSet(file.tender()).toDoc(),
                member.certificate(),
                balloting.round().choices());
    }

    /** Takes a sealed ballot. */
    @Transactional
    public Award commit(LotId lot, PersonId caller, Statement statement) {
        if (!(awards.locked(lot).orElseThrow(AwardRefusal.NOT_FOUND::refused) instanceof Award.Balloting balloting)) {
            throw wrongPhase("BALLOTING");
        }
        var tender = balloting.file().tender();
        var act = acts.check(statement, "ballot-commit", tender, lot, caller, "round", "commit", "note");
        var commit = act.doc().hex("commit", 32);
        checkNote(SealedNote.from(act.doc().get("note")), record.sessionSet(tender), commit);
        var next = balloting.commit(
                act.certificate(), round(act), Hex.encode(commit), clock.now().plus(revealTime));
        awards.save(next);
        evidence.record(tender, "award/committed", body(statement));
        return next;
    }

    /** Takes an open ballot; the last one counts the round. */
    @Transactional
    public Award reveal(LotId lot, PersonId caller, Statement statement) {
        if (!(awards.locked(lot).orElseThrow(AwardRefusal.NOT_FOUND::refused) instanceof Award.Revealing revealing)) {
            throw wrongPhase("REVEALING");
        }
        var tender = revealing.file().tender();
        var act = acts.check(statement, "ballot-reveal", tender, lot, caller, "round", "nonce", "choice", "reason");
        var doc = act.doc();
        var recomputed = Commitments.ballot(
                lot.value(),
                Hex.decode(act.certificate()),
                round(act),
                doc.hex("nonce", Commitments.NONCE),
                doc.text("choice"),
                doc.text("reason"));
        doc.hex("choice", 16);
        var next = revealing.reveal(
                act.certificate(),
                round(act),
                Hex.encode(recomputed),
                new BidRef(doc.text("choice")),
                doc.text("reason"));
        evidence.record(tender, "award/revealed", body(statement));
        if (next.complete()) {
            return countBallots.count(next);
        }
        awards.save(next);
        return next;
    }

    private static void checkNote(SealedNote note, KeySet set, byte[] commit) {
        if (!Arrays.equals(note.set(), set.id())) {
            throw new Refused(AwardRefusal.BAD_NOTE, Facts.field("note.set", Hex.encode(note.set()), set.idHex()));
        }
        var context = Commitments.noteContext(commit);
        if (!Arrays.equals(note.context(), context)) {
            throw new Refused(
                    AwardRefusal.BAD_NOTE,
                    Facts.field("note.context", Hex.encode(note.context()), Hex.encode(context)));
        }
    }

    private static int round(SignedActs.Act act) {
        return (int) act.doc().integer("round", 1, ROUND_MAX);
    }

    private static ObjectNode body(Statement statement) {
        var body = CanonicalJson.object();
        body.set("statement", statement.toJson());
        return body;
    }

    private static Refused wrongPhase(String expected) {
        return new Refused(AwardRefusal.WRONG_PHASE, Facts.field("phase", "-", expected));
    }
}
