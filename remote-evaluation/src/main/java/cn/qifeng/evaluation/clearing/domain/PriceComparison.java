package cn.qifeng.evaluation.clearing.domain;

import static cn.qifeng.evaluation.clearing.domain.FindingKind.PRICE_DEVIATION;
import static cn.qifeng.evaluation.clearing.domain.FindingKind.UNBALANCED;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collection;

/**
 * Unit prices of all bids beside each other. The measure of an item is the median of its prices: no single bid can move it
 * far, and the order of the bids does not matter. A bid's level is what its prices come to at the tender's quantities,
 * divided by what the medians come to; a balanced bid has every price near median × level.
 */
final class PriceComparison {

    private static final MathContext PRECISION = MathContext.DECIMAL64;
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final long WHOLE = 10_000;

    private final TenderBill tender;
    private final Thresholds thresholds;
    private final long[] medians;
    private final long deviation;
    private final BigDecimal unbalanced;
    private final BigDecimal weight;

    PriceComparison(TenderBill tender, Thresholds thresholds, Collection<BidPrices> bids) {
        this.tender = tender;
        this.thresholds = thresholds;
        this.deviation = thresholds.deviationPercent().multiply(HUNDRED).longValue();
        this.unbalanced = thresholds.unbalancedPercent().divide(HUNDRED);
        this.weight = thresholds.weightPercent().divide(HUNDRED);
        this.medians = medians(bids);
    }

    private long[] medians(Collection<BidPrices> bids) {
        var found = new long[tender.size()];
        var prices = new long[bids.size()];
        for (int item = 0; item < found.length; item++) {
            int count = 0;
            for (BidPrices bid : bids) {
                long price = bid.price(item);
                prices[count] = price;
                count += price > 0 ? 1 : 0;
            }
            found[item] = count >= thresholds.bidsMin() ? median(prices, count) : 0;
        }
        return found;
    }

    /** The middle one, or half the sum of both middle ones, half up. */
    private static long median(long[] prices, int count) {
        Arrays.sort(prices, 0, count);
        long upper = prices[count / 2];
        return count % 2 == 1 ? upper : (prices[count / 2 - 1] + upper + 1) / 2;
    }

    void check(BidPrices bid, FindingList found) {
        var own = BigDecimal.ZERO;
        var usual = BigDecimal.ZERO;
        for (int item = 0; item < medians.length; item++) {
            if (comparable(bid, item)) {
                var quantity = tender.item(item).quantity();
                own = own.add(quantity.multiply(BidPrices.yuan(bid.price(item))));
                usual = usual.add(quantity.multiply(BidPrices.yuan(medians[item])));
                deviates(bid, item, found);
            }
        }
        if (usual.signum() > 0) {
            balance(bid, new Level(own, own.divide(usual, PRECISION)), found);
        }
    }

    private boolean comparable(BidPrices bid, int item) {
        return bid.price(item) > 0 && medians[item] > 0;
    }

    private void deviates(BidPrices bid, int item, FindingList found) {
        long median = medians[item];
        if (Math.abs(bid.price(item) - median) * WHOLE > median * deviation) {
            tell(PRICE_DEVIATION, bid, item, BidPrices.yuan(median), found);
        }
    }

    private void balance(BidPrices bid, Level level, FindingList found) {
        var heavy = level.sum().multiply(weight);
        for (int item = 0; item < medians.length; item++) {
            if (comparable(bid, item)) {
                var price = BidPrices.yuan(bid.price(item));
                var expected = BidPrices.yuan(medians[item]).multiply(level.ratio(), PRECISION);
                boolean off = price.subtract(expected).abs().compareTo(expected.multiply(unbalanced)) > 0;
                if (off
                        && tender.item(item)
                                        .quantity()
                                        .multiply(price.max(expected))
                                        .compareTo(heavy)
                                >= 0) {
                    tell(UNBALANCED, bid, item, expected, found);
                }
            }
        }
    }

    private void tell(FindingKind kind, BidPrices bid, int item, BigDecimal expected, FindingList found) {
        var price = BidPrices.yuan(bid.price(item));
        var seen = Cells.yuan(price);
        var rounded = Cells.yuan(expected.setScale(2, RoundingMode.HALF_UP));
        var percent = Cells.off(price, expected);
        var one = tender.item(item);
        found.add(new Finding(kind, kind.severity(), bid.place(item), one.code(), one.name(), seen, rounded, percent));
    }

    /** What a bid's comparable items come to, and that in parts of what the medians come to. */
    private record Level(BigDecimal sum, BigDecimal ratio) {}
}
