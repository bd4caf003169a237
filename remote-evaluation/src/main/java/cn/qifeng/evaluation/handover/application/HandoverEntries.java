package cn.qifeng.evaluation.handover.application;

import cn.qifeng.evaluation.handover.domain.Handover;
import cn.qifeng.evaluation.handover.domain.Submission;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.site.domain.SeatBooking;
import cn.qifeng.kit.evidence.Evidence;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * Writes the entries of handovers (docs/evidence.md section 9). What passed between a sub-site and the main site is told in
 * one entry when everything is received: an entry for each act would show the site, by its time, whose evaluation it was.
 */
@ApplicationScoped
class HandoverEntries {

    private final Evidence evidence;

    HandoverEntries(Evidence evidence) {
        this.evidence = evidence;
    }

    /** The bookings whose sites hand over, and those that need not. */
    void due(EvaluationSession session, Instant endedAt, List<Handover> due, List<Spared> spared) {
        var body = body(session).put("endedAt", Moments.format(endedAt));
        var list = body.putArray("bookings");
        due.forEach(it -> list.addObject()
                .put("booking", it.booking().toString())
                .put("site", it.site())
                .put("operator", it.operator())
                .put("until", Moments.format(it.until()))
                .put("provisional", it.provisional()));
        var others = body.putArray("spared");
        spared.forEach(it -> others.addObject()
                .put("booking", it.booking().id().toString())
                .put("site", it.booking().site())
                .put("why", it.why()));
        record(session, "evaluation/handover-due", body);
    }

    /** A booking whose site hands over nothing: it is the main site's, or was called off before its time. */
    record Spared(SeatBooking booking, String why) {}

    void overdue(EvaluationSession session, Handover handover) {
        record(session, "evaluation/handover-overdue", of(session, handover));
    }

    void received(EvaluationSession session, Handover handover) {
        var body = of(session, handover).put("site", handover.site()).put("late", handover.overdue());
        var steps = body.putArray("steps");
        handover.submissions().forEach(it -> step(steps.addObject(), it));
        record(session, "evaluation/handover", body);
    }

    private static void step(ObjectNode into, Submission submission) {
        var receipt = submission.receipt().orElseThrow();
        into.put("at", Moments.format(submission.at())).put("receivedAt", Moments.format(receipt.at()));
        into.set("statement", json(submission.statement()));
        into.set("receipt", json(receipt.statement()));
    }

    private static ObjectNode json(String canonical) {
        return CanonicalJson.decode(canonical.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode of(EvaluationSession session, Handover handover) {
        return body(session)
                .put("booking", handover.booking().toString())
                .put("until", Moments.format(handover.until()));
    }

    private static ObjectNode body(EvaluationSession session) {
        return CanonicalJson.object().put("session", session.id().toString());
    }

    private void record(EvaluationSession session, String type, ObjectNode body) {
        evidence.record(session.order().tender(), type, body);
    }
}
