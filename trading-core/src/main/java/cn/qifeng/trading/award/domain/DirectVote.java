package cn.qifeng.trading.award.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Direct vote (直接票决): one member one vote; the winner has most votes and more than half of all members. Without one,
 * the next round is between the first two; whoever ties at the cut enters as well.
 */
public final class DirectVote {

    private static final int RUN_OFF_SEATS = 2;

    private DirectVote() {}

    /** What came of one round. */
    public sealed interface Outcome {}

    /** A majority chose. */
    public record Elected(BidRef winner) implements Outcome {}

    /** Nobody has a majority; these go on, in their former order. */
    public record RunOff(List<BidRef> choices) implements Outcome {}

    /** Votes per choice, in the order of the choices. */
    public static Map<BidRef, Integer> tally(List<BidRef> choices, List<BidRef> votes) {
        var tally = new LinkedHashMap<BidRef, Integer>();
        choices.forEach(choice -> tally.put(choice, 0));
        votes.forEach(vote -> tally.computeIfPresent(vote, (choice, count) -> count + 1));
        return tally;
    }

    /** Counts one round of a committee of {@code members}. */
    public static Outcome count(int members, List<BidRef> choices, List<BidRef> votes) {
        var tally = tally(choices, votes);
        var ranked = new ArrayList<>(choices);
        ranked.sort(Comparator.comparing(tally::get).reversed());
        var first = ranked.get(0);
        if (tally.get(first) * 2 > members) {
            return new Elected(first);
        }
        int cut = tally.get(ranked.get(Math.min(RUN_OFF_SEATS, ranked.size()) - 1));
        return new RunOff(
                choices.stream().filter(choice -> tally.get(choice) >= cut).toList());
    }
}
