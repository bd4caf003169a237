package cn.qifeng.evaluation.information.application;

import cn.qifeng.evaluation.clarification.domain.GateDecision;
import cn.qifeng.evaluation.information.domain.InformationRequest;
import cn.qifeng.evaluation.information.domain.InformationState;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.kit.evidence.Evidence;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Writes the entries of questions to the procuring entity (docs/evidence.md section 9). */
@ApplicationScoped
class InformationEntries {

    private final Evidence evidence;

    InformationEntries(Evidence evidence) {
        this.evidence = evidence;
    }

    void asked(EvaluationSession session, Statement statement) {
        record(session, "asked", said(statement));
    }

    /** Released with its deadline, or stopped: then both moments are {@code null}. */
    void gated(EvaluationSession session, InformationRequest request, Statement statement) {
        var deadline = request.deadline();
        var body = said(statement)
                .put("releasedAt", moment(deadline.flatMap(it -> request.gate().map(GateDecision::at))))
                .put("deadline", moment(deadline));
        record(session, "gate", body);
    }

    void answered(EvaluationSession session, Statement statement, Instant at) {
        record(session, "answered", said(statement).put("answeredAt", Moments.format(at)));
    }

    /** Delivered, or withheld: then the moment is {@code null}. */
    void passed(EvaluationSession session, InformationRequest request, Statement statement) {
        var delivered = request.passage().filter(it -> request.state() == InformationState.DELIVERED);
        record(session, "passage", said(statement).put("deliveredAt", moment(delivered.map(GateDecision::at))));
    }

    void lapsed(EvaluationSession session, InformationRequest request) {
        var body = CanonicalJson.object()
                .put("session", session.id().toString())
                .put("number", request.number())
                .put("deadline", moment(request.deadline()));
        record(session, "lapsed", body);
    }

    private static String moment(Optional<Instant> moment) {
        return moment.map(Moments::format).orElse(null);
    }

    private static ObjectNode said(Statement statement) {
        var body = CanonicalJson.object();
        body.set("statement", statement.toJson());
        return body;
    }

    private void record(EvaluationSession session, String step, ObjectNode body) {
        evidence.record(session.order().tender(), "evaluation/information-" + step, body);
    }
}
