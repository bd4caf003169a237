package cn.qifeng.evaluation.report.application;

import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.report.domain.BidderParts;
import cn.qifeng.evaluation.report.domain.EvaluationReport;
import cn.qifeng.evaluation.rework.application.BeginRework;
import cn.qifeng.evaluation.rework.application.ReadReworks;
import cn.qifeng.evaluation.rework.domain.Rework;
import cn.qifeng.evaluation.scoring.application.ReadResult;
import cn.qifeng.evaluation.scoring.domain.EvaluationResult;
import cn.qifeng.kit.evidence.Evidence;
import cn.qifeng.kit.outbox.Outbox;
import cn.qifeng.kit.service.Services;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Records the bidders' parts and the signed report, and sends the result to trading-core, in the transaction of the last signature (移交评标结果). */
@ApplicationScoped
class HandOverResult {

    private final ReadResult results;
    private final BidderParts parts;
    private final ReadReworks reworks;
    private final BeginRework endRework;
    private final Evidence evidence;
    private final Outbox outbox;
    private final Event<ReportSigned> signed;

    HandOverResult(
            ReadResult results,
            BidderParts parts,
            ReadReworks reworks,
            BeginRework endRework,
            Evidence evidence,
            Outbox outbox,
            Event<ReportSigned> signed) {
        this.results = results;
        this.parts = parts;
        this.reworks = reworks;
        this.endRework = endRework;
        this.evidence = evidence;
        this.outbox = outbox;
        this.signed = signed;
    }

    void of(EvaluationSession session, EvaluationReport report) {
        var result = results.of(session.id()).orElseThrow();
        var order = session.order();
        var rework = reworks.running(session.id());
        evidence.record(order.tender(), "evaluation/parts", partsEntry(session));
        evidence.record(order.tender(), "evaluation/report", entry(session, report, result, rework));
        endRework.end(session);
        outbox.send(
                Services.TRADING_CORE,
                "/internal/lots/" + order.lot() + "/evaluation",
                order.tender().toString(),
                ResultMessage.of(session, report.sm3(), result));
        signed.fire(new ReportSigned(session));
    }

    private ObjectNode partsEntry(EvaluationSession session) {
        var id = session.id().toString();
        var body = CanonicalJson.object().put("session", id);
        var list = body.putArray("parts");
        parts.of(id).forEach(it -> list.addObject().put("bidId", it.bidId()).put("sm3", it.sm3()));
        return body;
    }

    private static ObjectNode entry(
            EvaluationSession session, EvaluationReport report, EvaluationResult result, Optional<Rework> rework) {
        var body = CanonicalJson.object()
                .put("session", session.id().toString())
                .put("outcome", result.outcome().name())
                .put("sm3", report.sm3());
        var signatures = body.putArray("signatures");
        report.signatures()
                .forEach(
                        it -> signatures.add(CanonicalJson.decode(it.statement().getBytes(StandardCharsets.UTF_8))));
        var silent = body.putArray("agreedBySilence");
        report.agreedBySilence().forEach(silent::add);
        rework.ifPresent(
                it -> body.putObject("rework").put("number", it.number()).put("voids", it.report()));
        return body;
    }
}
