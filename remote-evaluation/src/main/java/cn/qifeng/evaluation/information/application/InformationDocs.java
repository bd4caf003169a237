package cn.qifeng.evaluation.information.application;

import cn.qifeng.evaluation.information.domain.InformationQuestion;
import cn.qifeng.evaluation.information.domain.InformationRequest;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** Docs that are signed on the way of a question to the procuring entity (docs/evidence.md section 9). */
final class InformationDocs {

    private InformationDocs() {}

    static ObjectNode question(EvaluationSession session, int number, InformationQuestion question) {
        return base(session, "information-question", number)
                .put("place", question.place())
                .put("question", question.text())
                .put("minutes", question.minutes());
    }

    static ObjectNode gate(EvaluationSession session, InformationRequest request) {
        return of(session, "information-gate", request);
    }

    static ObjectNode answer(EvaluationSession session, InformationRequest request) {
        return of(session, "information-answer", request)
                .put("deadline", request.deadline().map(Moments::format).orElse(null));
    }

    static ObjectNode passage(EvaluationSession session, InformationRequest request) {
        return of(session, "information-passage", request)
                .put(
                        "answer",
                        request.answer().map(it -> docHash(it.statement())).orElse(null));
    }

    private static String docHash(String statement) {
        return Sm3.hex(CanonicalJson.encode(
                CanonicalJson.decode(statement.getBytes(StandardCharsets.UTF_8)).path("doc")));
    }

    private static ObjectNode of(EvaluationSession session, String type, InformationRequest request) {
        return base(session, type, request.number()).put("request", request.request());
    }

    private static ObjectNode base(EvaluationSession session, String type, int number) {
        return CanonicalJson.object()
                .put("type", type)
                .put("v", 1)
                .put("tender", session.order().tender().toString())
                .put("session", session.id().toString())
                .put("number", number);
    }
}
