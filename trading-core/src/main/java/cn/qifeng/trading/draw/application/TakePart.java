package cn.qifeng.trading.draw.application;

import static cn.qifeng.trading.draw.domain.DrawRefusal.FOREIGN_NOTE;
import static cn.qifeng.trading.draw.domain.DrawRefusal.FOREIGN_STATEMENT;
import static cn.qifeng.trading.draw.domain.DrawRefusal.NONCE_DIFFERS;
import static cn.qifeng.trading.draw.domain.DrawRefusal.NOTE_DIFFERS;
import static cn.qifeng.trading.draw.domain.DrawRefusal.NOT_FOUND;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.draw.domain.DrawParty;
import cn.qifeng.trading.draw.domain.DrawStage;
import cn.qifeng.trading.draw.domain.Drawing;
import cn.qifeng.trading.draw.domain.Drawings;
import cn.qifeng.trading.keyset.application.KeySets;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.draw.Draw;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.note.NoteSealer;
import cn.qifeng.trust.note.SealedNote;
import cn.qifeng.trust.sign.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What a party does in a draw (参与抽取): commits to a nonce, seals it, reveals it; each a signed statement. */
@ApplicationScoped
public class TakePart {

    private final Drawings drawings;
    private final KeySets keySets;
    private final Chain chain;
    private final NoteSealer sealer = new NoteSealer(new Sm4Gcm(), new SecureRandom());

    TakePart(Drawings drawings, KeySets keySets, Chain chain) {
        this.drawings = drawings;
        this.keySets = keySets;
        this.chain = chain;
    }

    /** Takes a {@code draw-commit}. */
    @Transactional
    public Drawing commit(UUID id, Statement statement) {
        var drawing = lock(id);
        var party = party(drawing, statement, "draw-commit", DrawStage.OPEN);
        var fields = Fields.of(statement.doc());
        fields.exactly("type", "v", "tender", "seen", "drawId", "poolHash", "commit");
        var poolHash = Hex.encode(drawing.poolHash());
        if (!poolHash.equals(fields.text("poolHash"))) {
            throw new Refused(FOREIGN_STATEMENT, Facts.field("poolHash", fields.text("poolHash"), poolHash));
        }
        var commit = Hex.encode(fields.hex("commit", Sm3.LENGTH));
        return keep(
                drawing,
                "draw/committed",
                statement,
                party,
                one -> new DrawParty(one.id(), commit, null, null, false, one.shares()));
    }

    /** Takes a {@code draw-seal}. */
    @Transactional
    public Drawing seal(UUID id, Statement statement) {
        var drawing = lock(id);
        var party = party(drawing, statement, "draw-seal", DrawStage.COMMITTED);
        var fields = Fields.of(statement.doc()).exactly("type", "v", "tender", "seen", "drawId", "note");
        var note = SealedNote.from(fields.get("note"));
        var context = Hex.encode(Draw.noteContext(drawing.id(), Hex.decode(party.id())));
        if (!Hex.encode(note.set()).equals(drawing.set())
                || !Hex.encode(note.context()).equals(context)) {
            throw new Refused(FOREIGN_NOTE, Facts.field("note.context", Hex.encode(note.context()), context));
        }
        return keep(
                drawing,
                "draw/sealed",
                statement,
                party,
                one -> new DrawParty(one.id(), one.commit(), note, null, false, one.shares()));
    }

    /** Takes a {@code draw-reveal}. */
    @Transactional
    public Drawing reveal(UUID id, Statement statement) {
        var drawing = lock(id);
        var party = party(drawing, statement, "draw-reveal", DrawStage.SEALED);
        var fields = Fields.of(statement.doc()).exactly("type", "v", "tender", "seen", "drawId", "nonce");
        var nonce = fields.hex("nonce", Draw.NONCE);
        var commit = Hex.encode(Draw.commit(drawing.id(), drawing.poolHash(), Hex.decode(party.id()), nonce));
        if (!commit.equals(party.commit())) {
            throw new Refused(NONCE_DIFFERS, Facts.field("nonce", commit, party.commit()));
        }
        requireNote(drawing, party, nonce);
        return keep(
                drawing,
                "draw/revealed",
                statement,
                party,
                one -> new DrawParty(one.id(), one.commit(), one.note(), Hex.encode(nonce), false, one.shares()));
    }

    /** Who sealed something else could reveal where it likes the result, and have the draw void where it does not. */
    private void requireNote(Drawing drawing, DrawParty party, byte[] nonce) {
        var note = party.note();
        var set = keySets.find(drawing.set()).orElseThrow();
        var rebuilt = sealer.sealFrom(set, note.context(), nonce, Draw.noteSeed(note.context(), nonce));
        if (!Arrays.equals(CanonicalJson.encode(rebuilt.toDoc()), CanonicalJson.encode(note.toDoc()))) {
            throw new Refused(NOTE_DIFFERS, Facts.field("nonce", "another note", "the note that was sealed"));
        }
    }

    private Drawing lock(UUID id) {
        return drawings.lock(id).orElseThrow(() -> new Refused(NOT_FOUND, Facts.of("id", id)));
    }

    private DrawParty party(Drawing drawing, Statement statement, String type, DrawStage step) {
        var signer = DrawStatements.signer(chain, drawing, statement, type);
        return drawing.party(signer, step);
    }

    private Drawing keep(
            Drawing drawing, String type, Statement statement, DrawParty party, UnaryOperator<DrawParty> change) {
        var next = drawing.with(party.id(), change);
        drawings.save(next);
        var body = CanonicalJson.object();
        body.set("statement", statement.toJson());
        chain.append(drawing.tender(), type, body);
        return next;
    }
}
