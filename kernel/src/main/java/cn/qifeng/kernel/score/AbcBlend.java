package cn.qifeng.kernel.score;

import cn.qifeng.kernel.Fen;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Method M-D (ABC 合成法): D = (A × 50 % + B × 30 % + C × 20 %) × K. A = ceiling × (1 − Δ); in range is who offers at
 * least (mean × 0.7 + ceiling × 0.3) × 0.75 and at most the ceiling, or every bid where that leaves none; C is the lowest
 * price in range, and B that of one drawn among the others in range, or C where there is no other.
 *
 * @param ceiling price ceiling (最高投标限价)
 * @param delta Δ, from 0, below 1
 * @param k K, above zero
 * @param order bidIds in the order in which they were drawn: B is the first that it can be
 */
public record AbcBlend(Fen ceiling, BigDecimal delta, BigDecimal k, List<String> order) implements BasePriceRule {

    private static final BigDecimal OF_A = new BigDecimal("0.5");
    private static final BigDecimal OF_B = new BigDecimal("0.3");
    private static final BigDecimal OF_C = new BigDecimal("0.2");
    private static final BigDecimal LIMIT_OF_MEAN = new BigDecimal("0.525");
    private static final BigDecimal LIMIT_OF_CEILING = new BigDecimal("0.225");

    /** Refuses coefficients out of range with {@link IllegalArgumentException}. */
    public AbcBlend {
        if (ceiling.value() == 0 || k.signum() <= 0 || delta.signum() < 0 || delta.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException("ceiling, K or delta out of range");
        }
        order = List.copyOf(order);
    }

    /** Lowest price first. */
    private List<PriceBid> inRange(List<PriceBid> bids, CountedPrices counted) {
        var ofCeiling = CountedPrices.decimal(ceiling).multiply(LIMIT_OF_CEILING);
        var ordered = bids.stream()
                .sorted(Comparator.comparing(PriceBid::price).thenComparing(PriceBid::bidId))
                .toList();
        var inRange = ordered.stream()
                .filter(it -> it.price().compareTo(ceiling) <= 0)
                .filter(it -> counted.reaches(CountedPrices.decimal(it.price()), LIMIT_OF_MEAN, ofCeiling))
                .toList();
        return inRange.isEmpty() ? ordered : inRange;
    }

    private PriceBid drawn(List<PriceBid> inRange) {
        var pool = inRange.size() > 1 ? inRange.subList(1, inRange.size()) : inRange;
        var byId = pool.stream().collect(Collectors.toMap(PriceBid::bidId, it -> it));
        return order.stream()
                .filter(byId::containsKey)
                .map(byId::get)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("B is drawn among "
                        + pool.stream().map(PriceBid::bidId).sorted().toList() + ", not " + String.join(", ", order)));
    }

    @Override
    public Optional<AbcParts> parts(List<PriceBid> bids, CountedPrices counted) {
        var inRange = inRange(bids, counted);
        var ofCeiling = CountedPrices.decimal(ceiling).multiply(LIMIT_OF_CEILING);
        var a = ceiling.yuan().multiply(BigDecimal.ONE.subtract(delta));
        return Optional.of(new AbcParts(
                counted.shown(LIMIT_OF_MEAN, ofCeiling), inRange.size(), a, drawn(inRange), inRange.get(0)));
    }

    @Override
    public Fen base(List<PriceBid> bids, CountedPrices counted) {
        var inRange = inRange(bids, counted);
        var blend = CountedPrices.decimal(ceiling)
                .multiply(BigDecimal.ONE.subtract(delta))
                .multiply(OF_A)
                .add(CountedPrices.decimal(drawn(inRange).price()).multiply(OF_B))
                .add(CountedPrices.decimal(inRange.get(0).price()).multiply(OF_C));
        return new Fen(blend.multiply(k).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }
}
