package cn.qifeng.evaluation.hall.application;

import cn.qifeng.evaluation.hall.domain.SpokenText;
import cn.qifeng.evaluation.hall.domain.Warning;
import cn.qifeng.evaluation.hall.domain.WitnessAct;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.kit.evidence.Evidence;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Writes the entries of hall and witness (docs/evidence.md section 9). */
@ApplicationScoped
class HallEntries {

    private final Evidence evidence;

    HallEntries(Evidence evidence) {
        this.evidence = evidence;
    }

    void said(EvaluationSession session, SpokenText text) {
        record(
                session,
                "evaluation/said",
                body(session)
                        .put("number", text.number())
                        .put("member", text.member())
                        .put("at", Moments.format(text.at()))
                        .put("text", text.text()));
    }

    /** The text channel ended with so many messages. */
    void closed(EvaluationSession session, int said) {
        record(session, "evaluation/hall-closed", body(session).put("said", said));
    }

    void warned(EvaluationSession session, Warning warning) {
        var body = act(session, warning.number(), warning.said()).put("all", warning.all());
        var to = body.putArray("to");
        warning.to().forEach(to::add);
        record(session, "evaluation/warned", body);
    }

    void seen(EvaluationSession session, int number, String member, Instant at) {
        record(
                session,
                "evaluation/warning-seen",
                body(session).put("number", number).put("member", member).put("at", Moments.format(at)));
    }

    void frozen(EvaluationSession session, int number, WitnessAct act) {
        record(session, "evaluation/frozen", act(session, number, act));
    }

    void unfrozen(EvaluationSession session, int number, WitnessAct act) {
        record(session, "evaluation/unfrozen", act(session, number, act));
    }

    private static ObjectNode act(EvaluationSession session, int number, WitnessAct act) {
        return body(session)
                .put("number", number)
                .put("at", Moments.format(act.at()))
                .put("by", act.person())
                .put("role", act.role())
                .put("reason", act.reason());
    }

    private static ObjectNode body(EvaluationSession session) {
        return CanonicalJson.object().put("session", session.id().toString());
    }

    private void record(EvaluationSession session, String type, ObjectNode body) {
        evidence.record(session.order().tender(), type, body);
    }
}
