package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.adjustment.domain.AdjustmentRefusal;
import cn.qifeng.evaluation.adjustment.domain.FoundFacts;
import cn.qifeng.evaluation.panel.domain.BlindSetting.Breach;
import cn.qifeng.evaluation.panel.domain.DeclaredAdjustment;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.OpenedBid;
import cn.qifeng.evaluation.scoring.domain.Rejection;
import cn.qifeng.evaluation.scoring.domain.RevealedSheets;
import cn.qifeng.evaluation.scoring.domain.ReviewedRanking;
import cn.qifeng.evaluation.scoring.domain.ScoringRefusal;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.score.AdjustedPrices;
import cn.qifeng.kernel.score.PriceBid;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The steps of method M-E from findings and sheets to reviewed prices and their order (经评审的最低投标价法, 12号令 §30 to §33). */
final class ReviewSteps {

    private ReviewSteps() {}

    /** Refuses while a majority did not pass an item of a bid on whose rejection the panel has not voted. */
    static void requirePassed(EvaluationSession session, List<Rejection> decided, RevealedSheets sheets) {
        var voted = decided.stream()
                .filter(it -> it.effect() == Breach.REJECT)
                .map(Rejection::bidId)
                .toList();
        sheets.notPassed(ScoringRules.items(session), ScoringRules.bidIds(session)).stream()
                .filter(place -> !voted.contains(place.substring(0, place.indexOf('/'))))
                .findFirst()
                .ifPresent(place -> {
                    throw ScoringRefusal.NOT_PASSED.with(
                            Facts.field("bids", place, "a vote on rejecting it").map());
                });
    }

    /** Reviews the prices of the valid bids; refuses while something is not found of one. */
    static ReviewedRanking rank(
            EvaluationSession session, List<PriceBid> prices, FoundFacts found, RevealedSheets sheets) {
        var order = session.order();
        var declared = DeclaredAdjustment.rules(order.method());
        var bidIds = prices.stream().map(PriceBid::bidId).toList();
        var missing = found.missing(declared, bidIds);
        if (!missing.isEmpty()) {
            throw AdjustmentRefusal.NOT_FOUND_YET.with(
                    Facts.field("findings", missing, "none missing").map());
        }
        var facts = prices.stream()
                .map(it -> found.of(
                        it,
                        order.bid(it.bidId()).flatMap(OpenedBid::durationDays).orElseThrow()))
                .toList();
        return ReviewedRanking.of(
                AdjustedPrices.of(declared, facts), ScoringRules.lots(order.method(), bidIds), sheets::technical);
    }

    /** Body of {@code evaluation/scored} in method M-E (docs/evidence.md section 10). */
    static ObjectNode entry(EvaluationSession session, ReviewedRanking ranking) {
        var method = session.order().method();
        var body = CanonicalJson.object()
                .put("session", session.id().toString())
                .put("labelSeed", session.ceremony().labelSeed());
        body.set("method", CanonicalJson.decode(method.published().getBytes(StandardCharsets.UTF_8)));
        var input = body.putObject("input").put("k", method.k());
        var prices = input.putArray("prices");
        var technical = body.putArray("technical");
        var reviewed = body.putArray("reviewed");
        ranking.lines().forEach(it -> {
            prices.addObject()
                    .put("bidId", it.bidId())
                    .put("priceFen", it.price().value());
            technical
                    .addObject()
                    .put("bidId", it.bidId())
                    .put(
                            "score",
                            it.passed().setScale(2, RoundingMode.UNNECESSARY).toPlainString());
            var line = reviewed.addObject()
                    .put("bidId", it.bidId())
                    .put("reviewedFen", it.reviewed().movePointRight(2).longValueExact())
                    .put("rank", it.rank());
            var steps = line.putArray("steps");
            it.steps()
                    .forEach(step -> steps.addObject()
                            .put("code", step.code())
                            .put("amountFen", step.yuan().movePointRight(2).longValueExact()));
        });
        return body;
    }
}
