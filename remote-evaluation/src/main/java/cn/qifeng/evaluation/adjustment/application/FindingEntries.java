package cn.qifeng.evaluation.adjustment.application;

import cn.qifeng.evaluation.adjustment.domain.AdjustmentFinding;
import cn.qifeng.evaluation.adjustment.domain.FindingLine;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.kernel.Fen;
import cn.qifeng.kit.evidence.Evidence;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Documents and entries of findings on adjustments (docs/evidence.md section 9). */
@ApplicationScoped
class FindingEntries {

    private final Evidence evidence;

    FindingEntries(Evidence evidence) {
        this.evidence = evidence;
    }

    /** The votes one by one, which the public does not see, and then what they came to, which it does. */
    void found(EvaluationSession session, AdjustmentFinding finding) {
        var tender = session.order().tender();
        for (var vote : finding.ordered()) {
            var body = CanonicalJson.object();
            body.set("statement", CanonicalJson.decode(vote.statement().getBytes(StandardCharsets.UTF_8)));
            evidence.record(tender, "evaluation/finding-vote", body);
        }
        var body = said(
                        finding,
                        CanonicalJson.object().put("session", session.id().toString()))
                .put("for", finding.inFavour())
                .put("against", finding.against())
                .put("carried", finding.carried());
        evidence.record(tender, "evaluation/found", body);
    }

    /** The doc of a vote, which repeats all that is voted on, as a client's signed bytes are read again. */
    static ObjectNode vote(EvaluationSession session, AdjustmentFinding finding) {
        var doc = CanonicalJson.object()
                .put("type", "finding-vote")
                .put("v", 1)
                .put("tender", session.order().tender().toString())
                .put("session", session.id().toString());
        return CanonicalJson.decode(CanonicalJson.encode(said(finding, doc)));
    }

    private static ObjectNode said(AdjustmentFinding finding, ObjectNode doc) {
        doc.put("number", finding.number()).put("code", finding.code());
        lines(doc.putArray("lines"), finding.lines());
        return doc;
    }

    private static void lines(ArrayNode list, List<FindingLine> lines) {
        lines.forEach(it -> list.addObject()
                .put("bidId", it.bidId())
                .put("count", it.count().orElse(null))
                .put("quoteFen", it.quote().map(Fen::value).orElse(null))
                .put("page", it.page()));
    }
}
