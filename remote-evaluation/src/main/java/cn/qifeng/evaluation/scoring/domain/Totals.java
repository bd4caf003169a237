package cn.qifeng.evaluation.scoring.domain;

import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.score.AbcParts;
import cn.qifeng.kernel.score.PriceScores;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Outcome of an evaluation (评标结果) in the order of the bid ids.
 *
 * @param k drawn coefficient
 * @param mean mean of the prices that count, in yuan, for the report
 * @param base base price D
 * @param parts what D is made of in method M-D
 */
public record Totals(BigDecimal k, BigDecimal mean, Fen base, Optional<AbcParts> parts, List<TotalLine> lines) {

    public Totals {
        parts = Objects.requireNonNullElse(parts, Optional.empty());
        lines = List.copyOf(lines);
    }

    /** Adds technical scores to price scores. */
    public static Totals of(BigDecimal k, PriceScores prices, Function<String, BigDecimal> technical) {
        var lines = prices.scores().stream()
                .map(it -> {
                    var points = technical.apply(it.bidId());
                    return new TotalLine(
                            it.bidId(),
                            it.price(),
                            it.deviation(),
                            it.counted(),
                            it.score(),
                            points,
                            it.score().add(points));
                })
                .toList();
        return new Totals(k, prices.mean(), prices.base(), prices.parts(), lines);
    }

    /** Best first: total, then price score, then lower price, then technical score, then bid id. */
    public List<TotalLine> ranked() {
        return lines.stream()
                .sorted(Comparator.comparing(TotalLine::total)
                        .thenComparing(TotalLine::priceScore)
                        .thenComparing(TotalLine::price, Comparator.reverseOrder())
                        .thenComparing(TotalLine::technicalScore)
                        .reversed()
                        .thenComparing(TotalLine::bidId))
                .toList();
    }
}
