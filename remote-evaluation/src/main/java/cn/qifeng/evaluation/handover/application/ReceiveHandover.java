package cn.qifeng.evaluation.handover.application;

import cn.qifeng.evaluation.handover.domain.Handover;
import cn.qifeng.evaluation.handover.domain.HandoverRefusal;
import cn.qifeng.evaluation.handover.domain.HandoverState;
import cn.qifeng.evaluation.handover.domain.Handovers;
import cn.qifeng.evaluation.handover.domain.Submission.Receipt;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.application.SignedStatements;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;

/**
 * The main site receives what was handed over, or sends items back with a reason (主场逐项接收、退回). Its receipt lists what
 * the platform recorded beside what the sub-site brought, so that both stand under one signature.
 */
@ApplicationScoped
public class ReceiveHandover {

    private final Handovers handovers;
    private final HandoverLookup lookup;
    private final ListRecordedMedia recorded;
    private final RunningSessions running;
    private final HandoverEntries entries;
    private final LegalClock clock;
    private final Event<HandoverMoved> moved;

    ReceiveHandover(
            Handovers handovers,
            HandoverLookup lookup,
            ListRecordedMedia recorded,
            RunningSessions running,
            HandoverEntries entries,
            LegalClock clock,
            Event<HandoverMoved> moved) {
        this.handovers = handovers;
        this.lookup = lookup;
        this.recorded = recorded;
        this.running = running;
        this.entries = entries;
        this.clock = clock;
        this.moved = moved;
    }

    /** The doc to sign; the client adds {@code rulings} and {@code seen}. */
    @Transactional
    public ObjectNode toSign(UUID booking) {
        var handover = lookup.any(booking);
        handover.requireSubmitted();
        return template(running.read(handover.session()), handover);
    }

    /** Takes the signed receipt; when everything is received, the whole course stands in the chain. */
    @Transactional
    public Handover receive(UUID booking, String person, String certificate, JsonNode json) {
        var handover = lookup.lockAny(booking);
        handover.requireSubmitted();
        var session = running.read(handover.session());
        var statement = SignedStatements.verified(json, template(session, handover), Set.of("rulings"), certificate);
        var signer = statement.verify().subject().uscc();
        if (signer == null || signer.equals(handover.operator())) {
            throw HandoverRefusal.SIGNER.at("sig.uscc", signer, "the main site, not " + handover.operator());
        }
        var now = clock.now().truncatedTo(ChronoUnit.MILLIS);
        var answered = handover.answered(new Receipt(
                now,
                person,
                HandedItems.rulings(statement.doc()),
                statement.hashHex(),
                SignedStatements.text(statement)));
        handovers.save(answered);
        if (answered.state() == HandoverState.RECEIVED) {
            entries.received(session, answered);
        }
        moved.fire(new HandoverMoved(answered));
        return answered;
    }

    private ObjectNode template(EvaluationSession session, Handover handover) {
        var last = handover.last();
        var doc = CanonicalJson.object()
                .put("type", "handover-receipt")
                .put("v", 1)
                .put("tender", session.order().tender().toString())
                .put("session", session.id().toString())
                .put("booking", handover.booking().toString())
                .put("number", last.number())
                .put("submission", last.sm3())
                .put("submittedAt", Moments.format(last.at()));
        doc.set("recording", ListRecordedMedia.json(recorded.of(session.id())));
        return doc;
    }
}
