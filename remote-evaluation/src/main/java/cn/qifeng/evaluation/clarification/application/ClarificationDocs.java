package cn.qifeng.evaluation.clarification.application;

import cn.qifeng.evaluation.clarification.domain.ArithmeticCorrection;
import cn.qifeng.evaluation.clarification.domain.Clarification;
import cn.qifeng.evaluation.clarification.domain.Question;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** Docs that are signed on the way of a clarification (澄清签名文书, docs/evidence.md section 9). */
final class ClarificationDocs {

    private ClarificationDocs() {}

    static ObjectNode proposal(EvaluationSession session, int number, Question question) {
        var doc = base(session, "clarification-proposal", number)
                .put("bidId", question.bidId())
                .put("kind", question.kind().name())
                .put("place", question.place())
                .put("question", question.text())
                .put("minutes", question.minutes());
        question.correction()
                .ifPresentOrElse(it -> doc.set("correction", correction(it)), () -> doc.putNull("correction"));
        return CanonicalJson.decode(CanonicalJson.encode(doc));
    }

    static ObjectNode vote(EvaluationSession session, Clarification clarification) {
        return of(session, "clarification-vote", clarification);
    }

    static ObjectNode gate(EvaluationSession session, Clarification clarification) {
        return of(session, "clarification-gate", clarification);
    }

    static ObjectNode answer(EvaluationSession session, Clarification clarification) {
        return of(session, "clarification-answer", clarification)
                .put("bidId", clarification.question().bidId())
                .put("deadline", clarification.deadline().map(Moments::format).orElse(null));
    }

    static ObjectNode finding(EvaluationSession session, Clarification clarification) {
        return of(session, "clarification-finding", clarification)
                .put(
                        "answer",
                        clarification
                                .answer()
                                .map(it -> docHash(it.statement()))
                                .orElse(null));
    }

    /** SM3 of the canonical doc of a stored statement. */
    static String docHash(String statement) {
        return Sm3.hex(CanonicalJson.encode(
                CanonicalJson.decode(statement.getBytes(StandardCharsets.UTF_8)).path("doc")));
    }

    /** A correction with what it rests on, so that anyone can work it out again. */
    static ObjectNode correction(ArithmeticCorrection correction) {
        var json = CanonicalJson.object()
                .put("sungFen", correction.sung().value())
                .put("correctedFen", correction.corrected().value())
                .put("words", correction.words().orElse(null));
        var lines = json.putArray("lines");
        correction
                .lines()
                .forEach(it -> lines.addObject()
                        .put("item", it.written().item())
                        .put("quantity", it.written().quantity().toPlainString())
                        .put("unitPrice", it.written().unitPrice().toPlainString())
                        .put("totalFen", it.written().total().value())
                        .put("ruling", it.ruling().name())
                        .put("correctedUnitPrice", it.unitPrice().toPlainString())
                        .put("correctedTotalFen", it.total().value()));
        return json;
    }

    private static ObjectNode of(EvaluationSession session, String type, Clarification clarification) {
        return base(session, type, clarification.number()).put("proposal", clarification.proposal());
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
