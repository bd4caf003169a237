package cn.qifeng.evaluation.panel.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How often experts took part in evaluations of late (近期参评次数): altogether, for the procuring entity of a lot, and over
 * bids of its bidders. Evaluations in which an expert sits or sat to the end count.
 */
public final class TimesMet {

    private final Map<String, Integer> evaluations = new HashMap<>();
    private final Map<String, Integer> hosts = new HashMap<>();
    private final Map<String, Map<String, Integer>> bidders = new HashMap<>();

    private TimesMet() {}

    /** Counts over these sessions for experts who are drawn for the lot of {@code order}; its own session does not count. */
    public static TimesMet in(List<EvaluationSession> sessions, SessionOrder order) {
        var met = new TimesMet();
        var bidding = order.bids().stream().map(OpenedBid::uscc).collect(Collectors.toSet());
        for (EvaluationSession session : sessions) {
            var other = session.order();
            if (other.lot().equals(order.lot())) {
                continue;
            }
            boolean sameHost = other.procuringEntity()
                    .uscc()
                    .equals(order.procuringEntity().uscc());
            var same = other.evaluated().stream()
                    .map(OpenedBid::uscc)
                    .filter(bidding::contains)
                    .distinct()
                    .toList();
            session.panel().occupied().stream()
                    .filter(seat -> seat.kind() == SeatKind.EXPERT)
                    .forEach(seat -> met.count(seat.number(), sameHost, same));
        }
        return met;
    }

    private void count(String expert, boolean sameHost, List<String> same) {
        evaluations.merge(expert, 1, Integer::sum);
        hosts.merge(expert, sameHost ? 1 : 0, Integer::sum);
        same.forEach(
                bidder -> bidders.computeIfAbsent(expert, it -> new HashMap<>()).merge(bidder, 1, Integer::sum));
    }

    /** Evaluations of the expert of this number. */
    public int evaluations(String expert) {
        return evaluations.getOrDefault(expert, 0);
    }

    /** Those for the procuring entity of the lot. */
    public int sameHost(String expert) {
        return hosts.getOrDefault(expert, 0);
    }

    /** Those in which one and the same bidder of the lot bid, the most of any. */
    public int sameBidder(String expert) {
        return bidders.getOrDefault(expert, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }
}
