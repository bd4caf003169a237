package cn.qifeng.trading.draw.application;

import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trading.draw.domain.DrawDone;
import cn.qifeng.trading.draw.domain.DrawParty;
import cn.qifeng.trading.draw.domain.DrawStage;
import cn.qifeng.trading.draw.domain.Drawing;
import cn.qifeng.trading.draw.domain.Drawings;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trust.draw.Draw;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;

/** Ends a step of a draw: leaves out who did not deliver in time, and after the last step records the result. */
@ApplicationScoped
class EndStep {

    private final Drawings drawings;
    private final Chain chain;
    private final LegalClock clock;
    private final Event<DrawDone> done;

    EndStep(Drawings drawings, Chain chain, LegalClock clock, Event<DrawDone> done) {
        this.drawings = drawings;
        this.chain = chain;
        this.clock = clock;
        this.done = done;
    }

    /** Ends the step if it is over, in the caller's transaction; tells whether the draw waits for a head now. */
    boolean ifOver(UUID id, Duration window) {
        var drawing = drawings.lock(id).orElseThrow();
        if (drawing.headDue()) {
            return true;
        }
        var now = clock.now();
        boolean complete = drawing.missing().isEmpty();
        if (!complete && !drawing.overdue(now)) {
            return false;
        }
        switch (drawing.stage()) {
            case OPEN, COMMITTED -> {
                if (drawing.missing().size() == drawing.active().size()) {
                    drawings.save(drawing.published(now, window));
                    return false;
                }
                var next = drawing.stage() == DrawStage.OPEN ? DrawStage.COMMITTED : DrawStage.SEALED;
                drawings.save(leaveOut(drawing).moveTo(next, null));
            }
            case SEALED -> {
                if (!complete) {
                    return false;
                }
                drawings.save(result(drawing));
            }
            case RESULT, VOID -> {
                return false;
            }
        }
        return true;
    }

    private Drawing leaveOut(Drawing drawing) {
        var missing = drawing.missing();
        if (missing.isEmpty()) {
            return drawing;
        }
        var body = CanonicalJson.object()
                .put("drawId", drawing.id().toString())
                .put("step", drawing.stage() == DrawStage.OPEN ? "commit" : "seal");
        var parties = body.putArray("parties");
        var next = drawing;
        for (var party : missing) {
            parties.add(party.id());
            next = next.with(
                    party.id(), one -> new DrawParty(one.id(), one.commit(), one.note(), null, true, one.shares()));
        }
        chain.append(drawing.tender(), "draw/left-out", body);
        return next;
    }

    private Drawing result(Drawing drawing) {
        var nonces =
                drawing.active().stream().collect(Collectors.toMap(DrawParty::id, party -> Hex.decode(party.nonce())));
        var seed = Hex.encode(Draw.seed(drawing.id(), drawing.poolHash(), nonces));
        var next = drawing.moveTo(DrawStage.RESULT, seed);
        var body = CanonicalJson.object().put("drawId", drawing.id().toString()).put("seed", seed);
        next.picked().forEach(body.putArray("picked")::add);
        next.values().forEach(body.putArray("values")::add);
        chain.append(drawing.tender(), "draw/result", body);
        done.fire(new DrawDone(next.id(), next.tender(), next.purpose(), next.picked(), next.values()));
        return next;
    }
}
