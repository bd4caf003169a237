package cn.qifeng.trading.access;

import cn.qifeng.kernel.TenderId;
import cn.qifeng.testkit.access.Request;
import cn.qifeng.trading.clock.application.PlatformClock;
import cn.qifeng.trading.draw.domain.DrawParty;
import cn.qifeng.trading.draw.domain.DrawPurpose;
import cn.qifeng.trading.draw.domain.DrawStage;
import cn.qifeng.trading.draw.domain.Drawing;
import cn.qifeng.trading.draw.domain.Drawings;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.opening.TestPerson;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.draw.Draw;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.note.NoteSealer;
import cn.qifeng.trust.note.SealedNote;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts draws straight into a step, and writes what a party or a member of the set hands in. */
@ApplicationScoped
class ParkedDraws {

    static final List<String> PHASES =
            List.of("DRAW_OPEN", "DRAW_COMMITTED", "DRAW_SEALED", "DRAW_OVERDUE", "DRAW_RESULT");

    private static final Duration LONG = Duration.ofDays(3650);
    private static final List<String> POOL = List.of("0.96", "0.97", "0.98");
    private static final byte[] NONCE = new byte[Draw.NONCE];

    private final Drawings drawings;
    private final Chain chain;
    private final PlatformClock clock;
    private final Cast cast;
    private final NoteSealer sealer = new NoteSealer(new Sm4Gcm(), new SecureRandom());

    ParkedDraws(Drawings drawings, Chain chain, PlatformClock clock, Cast cast) {
        this.drawings = drawings;
        this.chain = chain;
        this.clock = clock;
        this.cast = cast;
    }

    /** What this person does at {@code endpoint} in a draw of this phase. */
    Request request(String endpoint, TestPerson who, String phase, boolean own) {
        var draw = QuarkusTransaction.requiringNew().call(() -> park(phase, own));
        var act = endpoint.substring(endpoint.lastIndexOf('/') + 1);
        var doc = CanonicalJson.object()
                .put("type", "draw-" + act.replaceFirst("s$", "").replace("share", "shares"))
                .put("v", 1)
                .put("tender", draw.tender().toString())
                .put("drawId", draw.id().toString());
        var head = QuarkusTransaction.requiringNew()
                .call(() -> chain.head(draw.tender()).orElseThrow());
        doc.putObject("seen").put("n", head.n()).put("hash", head.hash());
        fill(doc, act, draw, who.key().certificateId(), own);
        return Request.to("/api/core/draws/" + draw.id() + "/" + act, who.token())
                .with(who.sign(doc));
    }

    private void fill(ObjectNode doc, String act, Drawing draw, String party, boolean own) {
        switch (act) {
            case "commits" -> doc.put("poolHash", Hex.encode(draw.poolHash())).put("commit", commit(draw.id(), party));
            case "seals" -> doc.set("note", note(draw.id(), party, own).toDoc());
            case "reveals" -> doc.put("nonce", Hex.encode(NONCE));
            case "shares" -> doc.putArray("shares");
            default -> throw new IllegalArgumentException(act);
        }
    }

    private Drawing park(String phase, boolean own) {
        var sides = cast.sides(own);
        var tender = TenderId.random();
        chain.append(tender, "tender/published", CanonicalJson.object());
        var parties = sides.trustees().stream()
                .map(it -> it.key().certificateId())
                .sorted()
                .toList();
        var opened = Drawing.open(
                UUID.randomUUID(),
                tender,
                DrawPurpose.COEFFICIENT,
                POOL,
                1,
                parties,
                sides.set().idHex(),
                clock.now().plus(LONG));
        drawings.add(opened);
        var done = opened.parties().stream()
                .map(it -> delivered(opened.id(), it.id(), phase, own))
                .toList();
        var deadline = phase.equals("DRAW_OVERDUE")
                ? clock.now().minusSeconds(60)
                : clock.now().plus(LONG);
        var parked = new Drawing(
                opened.id(),
                tender,
                opened.purpose(),
                POOL,
                1,
                opened.set(),
                stage(phase),
                false,
                deadline,
                done,
                phase.equals("DRAW_RESULT") ? "ab".repeat(32) : null);
        drawings.save(parked);
        return parked;
    }

    private DrawParty delivered(UUID draw, String party, String phase, boolean own) {
        int steps = Math.min(PHASES.indexOf(phase), 2);
        return new DrawParty(
                party,
                steps > 0 ? commit(draw, party) : null,
                steps > 1 ? note(draw, party, own) : null,
                phase.equals("DRAW_RESULT") ? Hex.encode(NONCE) : null,
                false,
                Map.of());
    }

    private static DrawStage stage(String phase) {
        return phase.equals("DRAW_OVERDUE") ? DrawStage.SEALED : DrawStage.valueOf(phase.substring("DRAW_".length()));
    }

    private static String commit(UUID draw, String party) {
        return Hex.encode(Draw.commit(draw, Draw.poolHash(POOL), Hex.decode(party), NONCE));
    }

    private SealedNote note(UUID draw, String party, boolean own) {
        var context = Draw.noteContext(draw, Hex.decode(party));
        return sealer.sealFrom(cast.sides(own).set(), context, NONCE, Draw.noteSeed(context, NONCE));
    }
}
