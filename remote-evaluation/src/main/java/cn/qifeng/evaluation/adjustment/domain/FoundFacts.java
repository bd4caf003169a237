package cn.qifeng.evaluation.adjustment.domain;

import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.score.AdjustedPrices;
import cn.qifeng.kernel.score.PriceAdjustment;
import cn.qifeng.kernel.score.PriceBid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a panel found of its bids for the declared adjustments: of each bid and adjustment the last carried word (认定结果). */
public final class FoundFacts {

    private record Place(String bidId, String code) {}

    private final Map<Place, FindingLine> lines = new HashMap<>();

    private FoundFacts() {}

    /** From the findings of a session, by number. */
    public static FoundFacts of(List<AdjustmentFinding> findings) {
        var found = new FoundFacts();
        findings.stream()
                .filter(AdjustmentFinding::carried)
                .forEach(it -> it.lines().forEach(line -> found.lines.put(new Place(line.bidId(), it.code()), line)));
        return found;
    }

    /** Where nothing is found yet, as {@code bidId/code}; a duration stands in the opening record and needs no finding. */
    public List<String> missing(List<PriceAdjustment> declared, List<String> bids) {
        var missing = new ArrayList<String>();
        for (var adjustment : declared) {
            bids.stream()
                    .filter(bid -> !(adjustment instanceof PriceAdjustment.Duration))
                    .filter(bid -> !lines.containsKey(new Place(bid, adjustment.code())))
                    .forEach(bid -> missing.add(bid + "/" + adjustment.code()));
        }
        return missing;
    }

    /** What was found of a bid for an adjustment. */
    public Optional<FindingLine> line(String bidId, String code) {
        return Optional.ofNullable(lines.get(new Place(bidId, code)));
    }

    /**
     * The facts of one bid, to compute its reviewed price from.
     *
     * @param days calendar days that it offers
     */
    public AdjustedPrices.Facts of(PriceBid price, int days) {
        var counts = new HashMap<String, Integer>();
        var quotes = new HashMap<String, Fen>();
        lines.forEach((place, line) -> {
            if (place.bidId().equals(price.bidId())) {
                line.count().ifPresent(it -> counts.put(place.code(), it));
                line.quote().ifPresent(it -> quotes.put(place.code(), it));
            }
        });
        return new AdjustedPrices.Facts(price, days, counts, quotes);
    }
}
