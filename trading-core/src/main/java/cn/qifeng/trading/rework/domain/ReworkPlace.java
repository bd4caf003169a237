package cn.qifeng.trading.rework.domain;

import java.util.List;

/**
 * What of one bid is reviewed once more (复评范围): named items, and no other.
 *
 * @param bidId id of the envelope, hex
 * @param items codes of items of the criteria, in their order
 */
public record ReworkPlace(String bidId, List<String> items) {

    public ReworkPlace {
        items = List.copyOf(items);
    }
}
