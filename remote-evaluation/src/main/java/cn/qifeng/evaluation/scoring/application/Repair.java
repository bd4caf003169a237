package cn.qifeng.evaluation.scoring.application;

import java.util.List;

/**
 * Why all score once more (重评缘由), under a member's own labels; no points of anybody.
 *
 * @param differing objective items for which the members gave different points
 * @param outliers labels of bids for which this member's own total lies far from the mean without a written reason
 */
public record Repair(List<Place> differing, List<String> outliers) {

    public Repair {
        differing = List.copyOf(differing);
        outliers = List.copyOf(outliers);
    }

    /** An item of the bid under a label. */
    public record Place(String label, String item) {}
}
