package cn.qifeng.kernel.score;

import cn.qifeng.kernel.Fen;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Method M-E (经评审的最低投标价法): the reviewed price is the bid price with the adjustments that the tender document
 * declares; an item that a bid leaves out is added at the highest quote of the others. The lowest reviewed price comes
 * first; the contract is made at the bid price (12号令 §32; 招标投标法实施条例 §57).
 */
public final class ReviewedPrices {

    private static final Comparator<Line> BEST =
            Comparator.comparing(Line::reviewed).thenComparing(Line::price);

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
     * @param added what was added in yuan for each item that it leaves out and another quotes, by name
     * @param reviewed reviewed price in yuan, two decimals
     * @param rank from 1, lowest reviewed price first, of equals the lower bid price; equals in both share a place
     */
    public record Line(String bidId, Fen price, Map<String, BigDecimal> added, BigDecimal reviewed, int rank) {

        public Line {
            added = Map.copyOf(added);
        }

        private Line at(int place) {
            return new Line(bidId, price, added, reviewed, place);
        }
    }

    /** Reviews and ranks; throws {@link IllegalArgumentException} when there is no bid or a bid stands twice. */
    public static List<Line> rank(List<Offer> offers) {
        CountedPrices.of(offers.stream().map(Offer::price).toList(), List.of());
        var reviewed = offers.stream()
                .map(it -> line(it, offers))
                .sorted(Comparator.comparing(Line::bidId))
                .toList();
        var ranks = Ranks.of(reviewed, BEST, Line::bidId);
        return reviewed.stream().map(it -> it.at(ranks.get(it.bidId()))).toList();
    }

    private static Line line(Offer offer, List<Offer> all) {
        var added = all.stream()
                .flatMap(it -> it.items().keySet().stream())
                .distinct()
                .filter(item -> !offer.items().containsKey(item))
                .collect(Collectors.toMap(item -> item, item -> highest(item, all)));
        var left = added.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var price = offer.price();
        var reviewed = price.price().yuan().add(offer.adjustment()).add(left);
        return new Line(price.bidId(), price.price(), added, reviewed, 0);
    }

    private static BigDecimal highest(String item, List<Offer> all) {
        return all.stream()
                .filter(it -> it.items().containsKey(item))
                .map(it -> it.items().get(item))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
