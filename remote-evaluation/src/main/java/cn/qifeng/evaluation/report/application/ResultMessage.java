package cn.qifeng.evaluation.report.application;

import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.scoring.domain.EvaluationResult;
import cn.qifeng.evaluation.scoring.domain.TotalLine;
import cn.qifeng.evaluation.scoring.domain.Totals;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.function.Function;

/** What trading-core is told about the result of an evaluation (评标结果移交). */
public final class ResultMessage {

    private ResultMessage() {}

    /** The body of {@code /internal/lots/{lot}/evaluation} (docs/api.md). */
    public static ObjectNode of(EvaluationSession session, String reportSm3, EvaluationResult result) {
        var body = CanonicalJson.object()
                .put("session", session.id().toString())
                .put("outcome", result.outcome().name())
                .put("k", session.order().method().k())
                .put(
                        "basePriceFen",
                        result.totals().map(it -> it.base().value()).orElse(0L))
                .put("ranked", result.recommendation().map(it -> it.ranked()).orElse(false))
                .put("reportSm3", reportSm3);
        scores(body.putArray("priceScores"), result, TotalLine::priceScore);
        scores(body.putArray("technical"), result, TotalLine::technicalScore);
        scores(body.putArray("totals"), result, TotalLine::total);
        var reviewed = body.putArray("reviewed");
        result.reviewed()
                .ifPresent(it -> it.lines()
                        .forEach(line -> reviewed.addObject()
                                .put("bidId", line.bidId())
                                .put("score", line.reviewed().toPlainString())));
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
