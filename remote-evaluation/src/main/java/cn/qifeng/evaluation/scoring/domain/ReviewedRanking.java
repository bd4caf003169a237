package cn.qifeng.evaluation.scoring.domain;

import cn.qifeng.kernel.score.AdjustedPrices;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Outcome of method M-E (评标价排序): the lowest reviewed price first, of equals the lower bid price, then the lower lot
 * number (签号).
 *
 * @param lines in the order of the bid ids
 */
public record ReviewedRanking(List<ReviewedLine> lines) {

    public ReviewedRanking {
        lines = List.copyOf(lines);
    }

    /**
     * Ranks reviewed prices.
     *
     * @param lots bids by their lot numbers, the least first
     * @param passed mean of the items that a bid passed
     */
    public static ReviewedRanking of(
            List<AdjustedPrices.Line> prices, List<String> lots, Function<String, BigDecimal> passed) {
        var best = prices.stream()
                .sorted(Comparator.comparing(AdjustedPrices.Line::rank).thenComparing(it -> lots.indexOf(it.bidId())))
                .toList();
        return new ReviewedRanking(IntStream.range(0, best.size())
                .mapToObj(i -> line(best.get(i), i + 1, passed))
                .sorted(Comparator.comparing(ReviewedLine::bidId))
                .toList());
    }

    /** Bids, the first in rank first. */
    public List<String> ranked() {
        return lines.stream()
                .sorted(Comparator.comparing(ReviewedLine::rank))
                .map(ReviewedLine::bidId)
                .toList();
    }

    /** The reviewed price of a bid; empty where it was rejected. */
    public Optional<ReviewedLine> line(String bidId) {
        return lines.stream().filter(it -> it.bidId().equals(bidId)).findFirst();
    }

    private static ReviewedLine line(AdjustedPrices.Line line, int rank, Function<String, BigDecimal> passed) {
        return new ReviewedLine(
                line.bidId(), line.price(), line.steps(), line.reviewed(), rank, passed.apply(line.bidId()));
    }
}
