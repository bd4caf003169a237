package cn.qifeng.evaluation.scoring.domain;

import java.math.BigDecimal;
import java.util.List;

/** Points of one bid (一份投标的得分) under the label that the member sees. */
public record BidPoints(String label, List<ItemPoints> items) {

    public BidPoints {
        items = List.copyOf(items);
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
