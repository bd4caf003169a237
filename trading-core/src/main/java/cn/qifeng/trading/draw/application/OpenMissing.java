package cn.qifeng.trading.draw.application;

import static cn.qifeng.trading.draw.domain.DrawRefusal.BAD_SHARE;
import static cn.qifeng.trading.draw.domain.DrawRefusal.NOT_A_MEMBER;
import static cn.qifeng.trading.draw.domain.DrawRefusal.NOT_FOUND;
import static cn.qifeng.trading.draw.domain.DrawRefusal.OTHER_STEP;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trading.draw.domain.DrawParty;
import cn.qifeng.trading.draw.domain.DrawStage;
import cn.qifeng.trading.draw.domain.Drawing;
import cn.qifeng.trading.draw.domain.Drawings;
import cn.qifeng.trading.keyset.application.KeySets;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.draw.Draw;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.note.NoteSealer;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Opens the nonces of parties that did not reveal, by the shares of k members of the draw's key set. */
@ApplicationScoped
public class OpenMissing {

    private static final int SHARE = 16;

    private final Drawings drawings;
    private final KeySets keySets;
    private final Chain chain;
    private final LegalClock clock;
    private final NoteSealer sealer = new NoteSealer(new Sm4Gcm(), new SecureRandom());

    OpenMissing(Drawings drawings, KeySets keySets, Chain chain, LegalClock clock) {
        this.drawings = drawings;
        this.keySets = keySets;
        this.chain = chain;
        this.clock = clock;
    }

    /** Takes a member's {@code draw-shares}: one share for each party that is missing. */
    @Transactional
    public Drawing give(UUID id, Statement statement) {
        var drawing = drawings.lock(id).orElseThrow(() -> new Refused(NOT_FOUND, Facts.of("id", id)));
        drawing.requireStep(DrawStage.SEALED);
        if (!drawing.overdue(clock.now())) {
            throw new Refused(OTHER_STEP, Facts.of("stage", DrawStage.SEALED).earliest(drawing.deadline()));
        }
        var member = DrawStatements.signer(chain, drawing, statement, "draw-shares");
        var set = keySets.find(drawing.set()).orElseThrow();
        if (set.member(member).isEmpty()) {
            throw new Refused(NOT_A_MEMBER, Facts.of("certificate", member));
        }
        var shares = shares(statement);
        chain.append(drawing.tender(), "draw/shared", statement(statement));
        var next = drawing;
        for (var party : drawing.missing()) {
            if (next.stage() == DrawStage.VOID) {
                break;
            }
            next = take(next, party, member, shares.get(party.id()), set);
        }
        drawings.save(next);
        return next;
    }

    private Drawing take(Drawing drawing, DrawParty party, String member, byte[] share, KeySet set) {
        if (share == null || !sealer.isGood(party.note(), member, share)) {
            throw new Refused(BAD_SHARE, Facts.field("shares." + party.id(), "absent or wrong", "a good share"));
        }
        var all = new HashMap<>(party.shares());
        all.put(member, Hex.encode(share));
        var next = drawing.with(
                party.id(), one -> new DrawParty(one.id(), one.commit(), one.note(), one.nonce(), one.leftOut(), all));
        return all.size() < set.threshold() ? next : open(next, party, all, set);
    }

    private Drawing open(Drawing drawing, DrawParty party, Map<String, String> shares, KeySet set) {
        var nonce = nonce(party, shares, set);
        var commit = Hex.encode(Draw.commit(drawing.id(), drawing.poolHash(), Hex.decode(party.id()), nonce));
        var body = CanonicalJson.object().put("drawId", drawing.id().toString()).put("party", party.id());
        if (!commit.equals(party.commit())) {
            chain.append(drawing.tender(), "draw/void", body.put("reason", "nonce-differs"));
            repeat(drawing, party.id());
            return drawing.moveTo(DrawStage.VOID, null);
        }
        chain.append(drawing.tender(), "draw/revealed", body.put("nonce", Hex.encode(nonce)));
        return drawing.with(
                party.id(), one -> new DrawParty(one.id(), one.commit(), one.note(), Hex.encode(nonce), false, shares));
    }

    /** Whoever asked for the draw gets its result from the repetition, in which the party that broke it has no part. */
    private void repeat(Drawing drawing, String without) {
        drawing.repeatedWithout(without, clock.now()).ifPresent(next -> {
            drawings.add(next);
            var opened = Draws.opened(next).put("repeats", drawing.id().toString());
            chain.append(next.tender(), "draw/opened", opened);
        });
    }

    /** The sealed bytes; nothing when the note is not what its key rebuilds. */
    private byte[] nonce(DrawParty party, Map<String, String> shares, KeySet set) {
        var bytes = shares.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Hex.decode(entry.getValue())));
        try {
            return sealer.open(party.note(), set, bytes);
        } catch (Refused forged) {
            return new byte[0];
        }
    }

    private static Map<String, byte[]> shares(Statement statement) {
        var fields = Fields.of(statement.doc()).exactly("type", "v", "tender", "seen", "drawId", "shares");
        var shares = new HashMap<String, byte[]>();
        for (var json : fields.array("shares", Drawing.PARTIES_MAX)) {
            var one = Fields.of(json).exactly("party", "share");
            shares.put(one.text("party"), one.hex("share", SHARE));
        }
        return shares;
    }

    private static ObjectNode statement(Statement statement) {
        var body = CanonicalJson.object();
        body.set("statement", statement.toJson());
        return body;
    }
}
