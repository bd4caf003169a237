package cn.qifeng.evaluation.fault.application;

import cn.qifeng.evaluation.fault.domain.Fault;
import cn.qifeng.evaluation.fault.domain.FaultAct;
import cn.qifeng.evaluation.fault.domain.FaultDecision;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.kit.evidence.Evidence;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes the entries of faults (docs/evidence.md section 9). */
@ApplicationScoped
class FaultEntries {

    private final Evidence evidence;

    FaultEntries(Evidence evidence) {
        this.evidence = evidence;
    }

    void reported(EvaluationSession session, Fault fault) {
        var body = act(session, fault, fault.report())
                .put("phase", fault.phase().name())
                .put("site", fault.site())
                .put("plannedStart", Moments.format(fault.plannedStart()))
                .put("from", Moments.format(fault.from()))
                .put("until", Moments.format(fault.until()))
                .put("limitMinutes", fault.limitMinutes())
                .put("policy", fault.policy());
        record(session, "evaluation/fault", body);
    }

    void cleared(EvaluationSession session, Fault fault, FaultAct act) {
        record(session, "evaluation/fault-cleared", act(session, fault, act));
    }

    void decided(EvaluationSession session, Fault fault, FaultDecision decision, Statement statement) {
        var body = body(session, fault)
                .put("at", Moments.format(decision.at()))
                .put("outcome", decision.outcome().name())
                .put("anew", decision.anew());
        body.set("statement", statement.toJson());
        record(session, "evaluation/fault-decided", body);
    }

    private static ObjectNode act(EvaluationSession session, Fault fault, FaultAct act) {
        var body = body(session, fault)
                .put("at", Moments.format(act.at()))
                .put("by", act.person())
                .put("role", act.role())
                .put("reason", act.reason());
        var seats = body.putArray("seats");
        act.signs()
                .forEach(it -> seats.addObject()
                        .put("seat", it.seat())
                        .put("beatAt", Moments.format(it.beatAt()))
                        .put("silent", it.silent()));
        return body;
    }

    private static ObjectNode body(EvaluationSession session, Fault fault) {
        return CanonicalJson.object().put("session", session.id().toString()).put("number", fault.number());
    }

    private void record(EvaluationSession session, String type, ObjectNode body) {
        evidence.record(session.order().tender(), type, body);
    }
}
