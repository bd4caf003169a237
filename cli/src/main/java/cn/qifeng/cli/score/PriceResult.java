package cn.qifeng.cli.score;

import cn.qifeng.kernel.score.PriceMethod;
import cn.qifeng.kernel.score.PriceScore;
import cn.qifeng.kernel.score.PriceScores;
import cn.qifeng.kernel.score.Ranks;
import cn.qifeng.kernel.score.ReviewedPrices;
import cn.qifeng.kernel.score.ReviewedPrices.Offer;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What comes out of a price method (报价评审结果), as one JSON object with the bidders in the order of the file. */
final class PriceResult {

    /** Rejection for a price above the ceiling (招标投标法实施条例 §51). */
    private static final String ABOVE_CEILING = "RJ5";

    private PriceResult() {}

    /** Computes a case; refuses with {@link ScoreRefusal} when no price is left, or the method finds no base price. */
    static ObjectNode of(PriceCase input) {
        if (input.valid().isEmpty()) {
            throw ScoreRefusal.NO_PRICE.at(
                    "prices", input.offers().size() + " prices", "one that is not above the ceiling");
        }
        var result = CanonicalJson.object().put("method", input.method().code());
        if (input.method() == PriceMethod.LOWEST_REVIEWED_PRICE) {
            review(input, result);
        } else {
            score(input, result);
        }
        return result;
    }

    private static void score(PriceCase input, ObjectNode result) {
        var scores = scores(input);
        result.put("mean", scores.mean().toPlainString());
        result.put("benchmarkPrice", scores.base().toString());
        var ranks = Ranks.of(scores.scores(), Ranks.BY_SCORE, PriceScore::bidId);
        var lines = byBidder(scores.scores(), PriceScore::bidId);
        lines(input, result, (bidder, line) -> {
            var score = lines.get(bidder);
            line.put("counted", score.counted())
                    .put("deviation", score.deviation().toPlainString())
                    .put("score", score.score().toPlainString())
                    .put("rank", ranks.get(bidder));
        });
    }

    private static PriceScores scores(PriceCase input) {
        var scoring = input.scoring();
        var rule = input.rule();
        try {
            return scoring.score(input.valid().stream().map(Offer::price).toList(), rule);
        } catch (IllegalArgumentException e) {
            throw ScoreRefusal.NO_PRICE.at("prices", e.getMessage(), "a base price");
        }
    }

    private static void review(PriceCase input, ObjectNode result) {
        var reviewed = byBidder(ReviewedPrices.rank(input.valid()), ReviewedPrices.Line::bidId);
        lines(
                input,
                result,
                (bidder, line) -> line.put(
                                "reviewedPrice", reviewed.get(bidder).reviewed().toPlainString())
                        .put("rank", reviewed.get(bidder).rank()));
    }

    private static void lines(PriceCase input, ObjectNode result, Line fill) {
        var scores = result.putArray("scores");
        for (var offer : input.offers()) {
            var price = offer.price();
            var line = scores.addObject()
                    .put("bidder", price.bidId())
                    .put("price", price.price().toString());
            if (input.aboveCeiling(offer)) {
                line.put("rejected", ABOVE_CEILING);
            } else {
                fill.with(price.bidId(), line);
            }
        }
    }

    private interface Line {
        void with(String bidder, ObjectNode line);
    }

    private static <T> Map<String, T> byBidder(List<T> all, Function<T, String> id) {
        return all.stream().collect(Collectors.toMap(id, Function.identity()));
    }
}
