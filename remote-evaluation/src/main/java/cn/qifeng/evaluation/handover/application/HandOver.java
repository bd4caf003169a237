package cn.qifeng.evaluation.handover.application;

import cn.qifeng.evaluation.handover.domain.Handover;
import cn.qifeng.evaluation.handover.domain.HandoverRefusal;
import cn.qifeng.evaluation.handover.domain.Handovers;
import cn.qifeng.evaluation.handover.domain.Submission;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.application.SignedStatements;
import cn.qifeng.evaluation.site.application.SiteReader;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A sub-site hands over with its signature (副场签名移交); it signs over its booking and learns nothing else. */
@ApplicationScoped
public class HandOver {

    private final Handovers handovers;
    private final HandoverLookup lookup;
    private final KeepHandedFiles files;
    private final RunningSessions running;
    private final HandoverEntries entries;
    private final LegalClock clock;
    private final Event<HandoverMoved> moved;

    HandOver(
            Handovers handovers,
            HandoverLookup lookup,
            KeepHandedFiles files,
            RunningSessions running,
            HandoverEntries entries,
            LegalClock clock,
            Event<HandoverMoved> moved) {
        this.handovers = handovers;
        this.lookup = lookup;
        this.files = files;
        this.running = running;
        this.entries = entries;
        this.clock = clock;
        this.moved = moved;
    }

    /** The doc to sign; the client adds {@code items}. */
    @Transactional
    public ObjectNode toSign(SiteReader reader, UUID booking) {
        var handover = lookup.own(reader, booking);
        handover.requireOwed();
        return template(handover);
    }

    /** Takes the signed list; every file that it names as uploaded is here. */
    @Transactional
    public Handover submit(SiteReader reader, UUID booking, String certificate, JsonNode json) {
        var handover = lookup.lockOwn(reader, booking);
        handover.requireOwed();
        var statement = SignedStatements.verifiedUnseen(json, template(handover), Set.of("items"), certificate);
        var signer = statement.verify().subject().uscc();
        if (!handover.operator().equals(signer)) {
            throw HandoverRefusal.SIGNER.at("sig.uscc", signer, handover.operator());
        }
        var items = HandedItems.of(statement.doc());
        handover.requireMay(items);
        files.requireWhole(booking, items);
        var now = clock.now().truncatedTo(ChronoUnit.MILLIS);
        var told = handover.late(now) ? overdue(handover) : handover;
        var submitted = told.with(new Submission(
                handover.next(),
                now,
                reader.person(),
                items,
                statement.hashHex(),
                SignedStatements.text(statement),
                Optional.empty()));
        handovers.save(submitted);
        files.keepListed(submitted);
        moved.fire(new HandoverMoved(submitted));
        return submitted;
    }

    /** Writes into the chain that it was not there in time, once. */
    Handover overdue(Handover handover) {
        if (handover.overdue()) {
            return handover;
        }
        entries.overdue(running.read(handover.session()), handover);
        return handover.told();
    }

    private static ObjectNode template(Handover handover) {
        return CanonicalJson.object()
                .put("type", "handover")
                .put("v", 1)
                .put("booking", handover.booking().toString())
                .put("site", handover.site())
                .put("until", Moments.format(handover.until()))
                .put("number", handover.next())
                .put("former", handover.former().orElse(null));
    }
}
