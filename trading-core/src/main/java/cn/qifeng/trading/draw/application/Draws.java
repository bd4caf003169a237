package cn.qifeng.trading.draw.application;

import static cn.qifeng.trading.draw.domain.DrawRefusal.ID_REUSED;
import static cn.qifeng.trading.draw.domain.DrawRefusal.NOT_FOUND;
import static cn.qifeng.trading.draw.domain.DrawRefusal.NO_KEY_SET;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trading.draw.domain.DrawPurpose;
import cn.qifeng.trading.draw.domain.DrawStage;
import cn.qifeng.trading.draw.domain.Drawing;
import cn.qifeng.trading.draw.domain.Drawings;
import cn.qifeng.trading.keyset.application.KeySets;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trust.draw.Draw;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Draws for other capabilities and services: opened here, done when {@code DrawDone} is fired. */
@ApplicationScoped
public class Draws {

    private final Drawings drawings;
    private final KeySets keySets;
    private final Chain chain;
    private final LegalClock clock;

    Draws(Drawings drawings, KeySets keySets, Chain chain, LegalClock clock) {
        this.drawings = drawings;
        this.keySets = keySets;
        this.chain = chain;
        this.clock = clock;
    }

    /**
     * Opens a draw in the caller's transaction with the entry {@code draw/opened}; the same id again gives the same
     * draw. Its first step begins when a published head covers that entry.
     *
     * @param id made by the caller
     * @param pool what is drawn from, in canonical order
     * @param picks how many, from 1
     * @param parties ids of the certificates that bring the randomness, hex
     * @param set id of a complete key set, hex, whose members can open what is missing
     */
    @Transactional
    public Drawing open(
            UUID id,
            TenderId tender,
            DrawPurpose purpose,
            List<String> pool,
            int picks,
            List<String> parties,
            String set) {
        var drawing = Drawing.open(id, tender, purpose, pool, picks, parties, set, clock.now());
        var former = drawings.lock(id);
        if (former.isPresent()) {
            return same(former.get(), drawing);
        }
        if (keySets.find(set).isEmpty()) {
            throw new Refused(NO_KEY_SET, Facts.field("set", set, "a complete key set"));
        }
        drawings.add(drawing);
        chain.append(tender, "draw/opened", opened(drawing));
        return drawing;
    }

    /** Ends a draw whose lot has ended, in the caller's transaction; nobody owes anything to it any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void abandon(UUID id) {
        drawings.find(id)
                .flatMap(asked -> drawings.lock(current(id).id()))
                .ifPresent(drawing -> drawings.save(drawing.abandon()));
    }

    /** A draw by its id; refuses with {@code draw/not-found}. */
    @Transactional
    public Drawing of(UUID id) {
        return drawings.find(id).orElseThrow(() -> new Refused(NOT_FOUND, Facts.of("id", id)));
    }

    /**
     * The draw that counts for whoever asked for one: the draw itself, or the last repetition of one that came to nothing.
     * Refuses with {@code draw/not-found}.
     */
    @Transactional
    public Drawing current(UUID id) {
        var drawing = of(id);
        while (drawing.stage() == DrawStage.VOID) {
            var next = drawings.find(Draw.repeatOf(drawing.id()));
            if (next.isEmpty()) {
                return drawing;
            }
            drawing = next.get();
        }
        return drawing;
    }

    private static Drawing same(Drawing former, Drawing again) {
        if (!former.tender().equals(again.tender())
                || !former.pool().equals(again.pool())
                || former.picks() != again.picks()
                || !former.set().equals(again.set())) {
            throw new Refused(ID_REUSED, Facts.field("id", former.id(), "the same draw again"));
        }
        return former;
    }

    static ObjectNode opened(Drawing drawing) {
        var body = CanonicalJson.object()
                .put("drawId", drawing.id().toString())
                .put("purpose", drawing.purpose().name())
                .put("poolHash", Hex.encode(drawing.poolHash()))
                .put("picks", drawing.picks())
                .put("set", drawing.set());
        drawing.pool().forEach(body.putArray("pool")::add);
        var parties = body.putArray("parties");
        drawing.parties().forEach(party -> parties.add(party.id()));
        return body;
    }
}
