package cn.qifeng.evaluation.clarification.application;

import cn.qifeng.evaluation.clarification.domain.Clarification;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.kernel.Fen;
import cn.qifeng.kit.evidence.Evidence;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Writes the entries of clarifications (docs/evidence.md section 9). */
@ApplicationScoped
class ClarificationEntries {

    private final Evidence evidence;

    ClarificationEntries(Evidence evidence) {
        this.evidence = evidence;
    }

    void proposed(EvaluationSession session, Statement statement) {
        record(session, "evaluation/clarification-proposed", said(statement));
    }

    void voted(EvaluationSession session, Statement statement) {
        record(session, "evaluation/clarification-vote", said(statement));
    }

    /** Released with its deadline, or stopped: then both moments are {@code null}. */
    void gated(EvaluationSession session, Clarification clarification, Statement statement) {
        var deadline = clarification.deadline();
        var body = said(statement)
                .put(
                        "releasedAt",
                        deadline.map(it -> Moments.format(
                                        clarification.gate().orElseThrow().at()))
                                .orElse(null))
                .put("deadline", deadline.map(Moments::format).orElse(null));
        record(session, "evaluation/clarification-gate", body);
    }

    void answered(EvaluationSession session, Statement statement, Instant at) {
        record(session, "evaluation/clarification-answered", said(statement).put("answeredAt", Moments.format(at)));
    }

    void lapsed(EvaluationSession session, Clarification clarification) {
        var body = number(session, clarification)
                .put("deadline", clarification.deadline().map(Moments::format).orElseThrow());
        record(session, "evaluation/clarification-lapsed", body);
    }

    void found(EvaluationSession session, Statement statement) {
        record(session, "evaluation/clarification-found", said(statement));
    }

    /** The corrected price binds; everyone may know it, because it is a price. */
    void corrected(EvaluationSession session, Clarification clarification, Fen corrected) {
        var question = clarification.question();
        var body = number(session, clarification)
                .put("bidId", question.bidId())
                .put("sungFen", question.correction().orElseThrow().sung().value())
                .put("correctedFen", corrected.value());
        record(session, "evaluation/corrected", body);
    }

    private static ObjectNode number(EvaluationSession session, Clarification clarification) {
        return CanonicalJson.object().put("session", session.id().toString()).put("number", clarification.number());
    }

    private static ObjectNode said(Statement statement) {
        var body = CanonicalJson.object();
        body.set("statement", statement.toJson());
        return body;
    }

    private void record(EvaluationSession session, String type, ObjectNode body) {
        evidence.record(session.order().tender(), type, body);
    }
}
