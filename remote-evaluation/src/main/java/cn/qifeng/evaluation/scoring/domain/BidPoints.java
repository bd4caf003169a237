package cn.qifeng.evaluation.scoring.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Points of one bid (一份投标的得分) under the label that the member sees.
 *
 * @param defect ground of rejection that the member found while scoring
 */
public record BidPoints(String label, List<ItemPoints> items, Optional<Defect> defect) {

    public BidPoints {
        items = List.copyOf(items);
    }

    /** Points of a bid in which no ground of rejection was found. */
    public BidPoints(String label, List<ItemPoints> items) {
        this(label, items, Optional.empty());
    }

    /** Sum of the points. */
    public BigDecimal total() {
        return items.stream().map(ItemPoints::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Points for one item; throws {@link java.util.NoSuchElementException} for an item that was not scored. */
    public BigDecimal pointsOf(String item) {
        return items.stream()
                .filter(it -> it.item().equals(item))
                .map(ItemPoints::points)
                .findFirst()
                .orElseThrow();
    }

    /** The reason written for one item, possibly empty. */
    public String reasonOf(String item) {
        return items.stream()
                .filter(it -> it.item().equals(item))
                .map(ItemPoints::reason)
                .findFirst()
                .orElseThrow();
    }
}
