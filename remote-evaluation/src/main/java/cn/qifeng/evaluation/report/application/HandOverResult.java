package cn.qifeng.evaluation.report.application;

import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.report.domain.EvaluationReport;
import cn.qifeng.evaluation.scoring.application.ReadResult;
import cn.qifeng.evaluation.scoring.domain.EvaluationResult;
import cn.qifeng.evaluation.scoring.domain.TotalLine;
import cn.qifeng.evaluation.scoring.domain.Totals;
import cn.qifeng.kit.evidence.Evidence;
import cn.qifeng.kit.outbox.Outbox;
import cn.qifeng.kit.service.Services;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Records the signed report and sends the result to trading-core, in the transaction of the last signature (移交评标结果). */
@ApplicationScoped
class HandOverResult {

    private final ReadResult results;
    private final Evidence evidence;
    private final Outbox outbox;

    HandOverResult(ReadResult results, Evidence evidence, Outbox outbox) {
        this.results = results;
        this.evidence = evidence;
        this.outbox = outbox;
    }

    void of(EvaluationSession session, EvaluationReport report) {
        var result = results.of(session.id()).orElseThrow();
        var order = session.order();
        evidence.record(order.tender(), "evaluation/report", entry(session, report, result));
        outbox.send(
                Services.TRADING_CORE,
                "/internal/lots/" + order.lot() + "/evaluation",
                order.tender().toString(),
                message(session, report, result));
    }

    private static ObjectNode entry(EvaluationSession session, EvaluationReport report, EvaluationResult result) {
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
        return body;
    }

    private static ObjectNode message(EvaluationSession session, EvaluationReport report, EvaluationResult result) {
        var body = CanonicalJson.object()
                .put("session", session.id().toString())
                .put("outcome", result.outcome().name())
                .put("k", session.order().method().k())
                .put(
                        "basePriceFen",
                        result.totals().map(it -> it.base().value()).orElse(0L))
                .put("ranked", result.recommendation().map(it -> it.ranked()).orElse(false))
                .put("reportSm3", report.sm3());
        scores(body.putArray("priceScores"), result, TotalLine::priceScore);
        scores(body.putArray("technical"), result, TotalLine::technicalScore);
        scores(body.putArray("totals"), result, TotalLine::total);
        var rejected = body.putArray("rejected");
        result.rejected()
                .forEach(it -> rejected.addObject()
                        .put("bidId", it.bidId())
                        .put("code", it.code().name())
                        .put("reason", it.reason()));
        var finalists = body.putArray("finalists");
        result.recommendation().ifPresent(it -> it.bidIds().forEach(finalists::add));
        return body;
    }

    private static void scores(ArrayNode list, EvaluationResult result, Function<TotalLine, BigDecimal> score) {
        result.totals().stream()
                .map(Totals::lines)
                .forEach(lines -> lines.forEach(it -> list.addObject()
                        .put("bidId", it.bidId())
                        .put("score", score.apply(it).toPlainString())));
    }
}
