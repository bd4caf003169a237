package cn.qifeng.kernel.score;

import cn.qifeng.kernel.Fen;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Method M-E (经评审的最低投标价法): the reviewed price is the bid price with the adjustments that the tender document
 * declares; an item that a bid leaves out is added at the highest quote of the others. The lowest reviewed price comes
 * first; the contract is made at the bid price (12号令 §32; 招标投标法实施条例 §57).
 */
public final class ReviewedPrices {

    private ReviewedPrices() {}

    /**
     * One valid bid.
     *
     * @param price bid price, corrected for arithmetic
     * @param items quotes for the items on which the tender document adjusts, by name, in yuan
     * @param adjustment sum of its other adjustments in yuan, of either sign
     */
    public record Offer(PriceBid price, Map<String, BigDecimal> items, BigDecimal adjustment) {

        public Offer {
            items = Map.copyOf(items);
        }
    }

    /**
     * One bid as reviewed.
     *
     * @param reviewed reviewed price in yuan, two decimals
     * @param rank from 1, lowest reviewed price first, equals share a place
     */
    public record Line(String bidId, Fen price, BigDecimal reviewed, int rank) {}

    /** Reviews and ranks; throws {@link IllegalArgumentException} when there is no bid or a bid stands twice. */
    public static List<Line> rank(List<Offer> offers) {
        CountedPrices.of(offers.stream().map(Offer::price).toList(), List.of());
        var reviewed = offers.stream()
                .map(it -> new Line(it.price().bidId(), it.price().price(), reviewed(it, offers), 0))
                .sorted(Comparator.comparing(Line::bidId))
                .toList();
        var ranks = Ranks.of(reviewed, Comparator.comparing(Line::reviewed), Line::bidId);
        return reviewed.stream()
                .map(it -> new Line(it.bidId(), it.price(), it.reviewed(), ranks.get(it.bidId())))
                .toList();
    }

    private static BigDecimal reviewed(Offer offer, List<Offer> all) {
        var left = all.stream()
                .flatMap(it -> it.items().keySet().stream())
                .distinct()
                .filter(item -> !offer.items().containsKey(item))
                .map(item -> highest(item, all))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return offer.price().price().yuan().add(offer.adjustment()).add(left);
    }

    private static BigDecimal highest(String item, List<Offer> all) {
        return all.stream()
                .filter(it -> it.items().containsKey(item))
                .map(it -> it.items().get(item))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
