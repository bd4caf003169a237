package cn.qifeng.kernel.score;

import cn.qifeng.kernel.Fen;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reviewed prices of method M-E from the adjustments that were declared and the facts that a panel found (评标价计算). */
public final class AdjustedPrices {

    private AdjustedPrices() {}

    /**
     * What is known of one valid bid.
     *
     * @param days calendar days that it offers
     * @param counts how many deviations were found, by code of the adjustment
     * @param quotes its quotes, by code of the adjustment; an item that it leaves out is not there
     */
    public record Facts(PriceBid price, int days, Map<String, Integer> counts, Map<String, Fen> quotes) {

        public Facts {
            counts = Map.copyOf(counts);
            quotes = Map.copyOf(quotes);
        }

        private int count(String code) {
            var count = counts.get(code);
            if (count == null) {
                throw new NoSuchElementException("nothing found: " + code);
            }
            return count;
        }
    }

    /** One step to a reviewed price: what an adjustment comes to, in yuan with two decimals. */
    public record Step(String code, BigDecimal yuan) {}

    /**
     * One bid as reviewed.
     *
     * @param steps in the order of the tender document
     * @param reviewed in yuan, two decimals
     * @param rank from 1; equal in reviewed price and bid price share a place
     */
    public record Line(String bidId, Fen price, List<Step> steps, BigDecimal reviewed, int rank) {

        public Line {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Reviews and ranks, in the order of the bid ids.
     *
     * @throws NoSuchElementException when a bid lacks the count of a deviation
     * @throws IllegalArgumentException when there is no bid, or one stands twice
     */
    public static List<Line> of(List<PriceAdjustment> declared, List<Facts> bids) {
        var byId = bids.stream().collect(Collectors.toMap(it -> it.price().bidId(), Function.identity()));
        var offers = bids.stream().map(it -> offer(declared, it)).toList();
        return ReviewedPrices.rank(offers).stream()
                .map(it -> new Line(
                        it.bidId(), it.price(), steps(declared, byId.get(it.bidId()), it), it.reviewed(), it.rank()))
                .toList();
    }

    private static ReviewedPrices.Offer offer(List<PriceAdjustment> declared, Facts bid) {
        var quotes = new HashMap<String, BigDecimal>();
        bid.quotes().forEach((code, quote) -> quotes.put(code, quote.yuan()));
        var sum = declared.stream().map(it -> own(it, bid)).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new ReviewedPrices.Offer(bid.price(), quotes, sum);
    }

    private static List<Step> steps(List<PriceAdjustment> declared, Facts bid, ReviewedPrices.Line line) {
        return declared.stream()
                .map(it -> new Step(
                        it.code(),
                        own(it, bid)
                                .add(line.added().getOrDefault(it.code(), BigDecimal.ZERO))
                                .setScale(2)))
                .toList();
    }

    /** What follows from the bid alone; an omission takes the others. */
    private static BigDecimal own(PriceAdjustment adjustment, Facts bid) {
        if (adjustment instanceof PriceAdjustment.Duration duration) {
            return duration.yuan(bid.days());
        }
        if (adjustment instanceof PriceAdjustment.Deviation deviation) {
            return deviation.yuan(bid.count(deviation.code()));
        }
        if (adjustment instanceof PriceAdjustment.Share share) {
            return share.yuan(bid.price().price(), bid.count(share.code()));
        }
        return BigDecimal.ZERO;
    }
}
