package cn.qifeng.evaluation.clarification.domain;

import cn.qifeng.evaluation.clarification.domain.LowPriceTrigger.Rule;
import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.score.PriceBid;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a price is low enough to ask about (异常低价判断). Shares are in percent; zero switches a rule off. A price is below
 * its limit by exact arithmetic; the limit is rounded to the fen only where it is shown.
 *
 * @param meanPercent of the mean of all prices
 * @param nextPercent of the next lowest price
 * @param ceilingPercent of the price ceiling
 * @param othersPercent of the mean of the others
 */
public record LowPriceRules(
        BigDecimal meanPercent, BigDecimal nextPercent, BigDecimal ceilingPercent, BigDecimal othersPercent) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * What the tender document says of the warning line (成本预警线参数).
     *
     * @param safety cost of safe and civilised construction in the ceiling, S
     * @param tax taxes in the ceiling, T
     * @param percent warning value, W
     */
    public record WarningLine(Fen safety, Fen tax, BigDecimal percent) {

        /** {@code L − (L − S − T) × W}, exact, in fen. */
        BigDecimal of(Fen ceiling) {
            long competing = ceiling.value() - safety.value() - tax.value();
            return BigDecimal.valueOf(ceiling.value())
                    .subtract(BigDecimal.valueOf(competing).multiply(percent).divide(HUNDRED));
        }
    }

    /** Every rule that speaks of a bid, in the order of the bids. */
    public List<LowPriceTrigger> triggers(List<PriceBid> bids, Fen ceiling, Optional<WarningLine> line) {
        var found = new ArrayList<LowPriceTrigger>();
        for (var bid : bids) {
            line.ifPresent(it -> below(found, bid, Rule.WARNING_LINE, it.of(ceiling), BigDecimal.ONE));
            share(found, bid, Rule.CEILING, BigDecimal.valueOf(ceiling.value()), 1, ceilingPercent);
            var others = bids.stream().filter(it -> it != bid).toList();
            if (others.isEmpty()) {
                continue;
            }
            share(found, bid, Rule.MEAN, sum(bids), bids.size(), meanPercent);
            share(found, bid, Rule.OTHERS, sum(others), others.size(), othersPercent);
            next(bid, others).ifPresent(it -> share(found, bid, Rule.NEXT_LOWEST, it, 1, nextPercent));
        }
        return found;
    }

    /** The lowest price above this one. */
    private static Optional<BigDecimal> next(PriceBid bid, List<PriceBid> others) {
        return others.stream()
                .map(PriceBid::price)
                .filter(it -> it.compareTo(bid.price()) > 0)
                .min(Fen::compareTo)
                .map(it -> BigDecimal.valueOf(it.value()));
    }

    private static BigDecimal sum(List<PriceBid> bids) {
        return bids.stream().map(it -> BigDecimal.valueOf(it.price().value())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void share(
            List<LowPriceTrigger> found, PriceBid bid, Rule rule, BigDecimal sum, int count, BigDecimal percent) {
        if (percent.signum() > 0) {
            below(found, bid, rule, sum.multiply(percent), HUNDRED.multiply(BigDecimal.valueOf(count)));
        }
    }

    /** Whether the price is below {@code above ÷ under}, without dividing. */
    private static void below(
            List<LowPriceTrigger> found, PriceBid bid, Rule rule, BigDecimal above, BigDecimal under) {
        var price = BigDecimal.valueOf(bid.price().value());
        if (price.multiply(under).compareTo(above) < 0) {
            var limit = above.divide(under, 0, RoundingMode.HALF_UP).longValueExact();
            found.add(new LowPriceTrigger(bid.bidId(), rule, bid.price(), new Fen(limit)));
        }
    }
}
