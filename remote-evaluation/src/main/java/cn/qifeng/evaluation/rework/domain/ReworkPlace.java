package cn.qifeng.evaluation.rework.domain;

import java.util.List;

/** Items of one bid that are reviewed once more (复评范围), in the order of the criteria. */
public record ReworkPlace(String bidId, List<String> items) {

    public ReworkPlace {
        items = List.copyOf(items);
    }
}
