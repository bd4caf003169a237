package cn.qifeng.evaluation.scoring.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The order in which one member sees the bids (暗标编号): the first is {@code A}, the second {@code B}, after {@code Z}
 * comes {@code AA}.
 */
public record Labels(List<String> bidIds) {

    private static final int LETTERS = 26;

    public Labels {
        bidIds = List.copyOf(bidIds);
    }

    /** All labels in order. */
    public List<String> all() {
        return IntStream.range(0, bidIds.size()).mapToObj(Labels::name).toList();
    }

    /** Labels of some of the bids, in order. */
    public List<String> of(Set<String> some) {
        return IntStream.range(0, bidIds.size())
                .filter(index -> some.contains(bidIds.get(index)))
                .mapToObj(Labels::name)
                .toList();
    }

    /** Label of a bid; throws {@link IllegalArgumentException} for a foreign bid. */
    public String of(String bidId) {
        int index = bidIds.indexOf(bidId);
        if (index < 0) {
            throw new IllegalArgumentException("no such bid: " + bidId);
        }
        return name(index);
    }

    /** The bid under a label. */
    public Optional<String> bid(String label) {
        int index = all().indexOf(label);
        return index < 0 ? Optional.empty() : Optional.of(bidIds.get(index));
    }

    private static String name(int index) {
        var text = new StringBuilder();
        for (int rest = index; rest >= 0; rest = rest / LETTERS - 1) {
            text.insert(0, (char) ('A' + rest % LETTERS));
        }
        return text.toString();
    }
}
