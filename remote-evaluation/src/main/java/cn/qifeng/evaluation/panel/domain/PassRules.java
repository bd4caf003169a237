package cn.qifeng.evaluation.panel.domain;

import java.util.Collection;
import java.util.Optional;

/**
 * On which grounds somebody who was drawn is passed over when its turn comes (跳过规则). All can be computed by
 * whoever sees the panel.
 *
 * @param employerMax how many experts of one employer may sit; 0: any number
 * @param servedMax who took part in so many evaluations of late is passed over; 0: nobody
 * @param bidderMax who evaluated one bidder of the lot in so many evaluations of late; 0: nobody
 * @param hostMax who took part in so many evaluations of late for the procuring entity; 0: nobody
 */
public record PassRules(int employerMax, int servedMax, int bidderMax, int hostMax) {

    /** Nobody is passed over. */
    public static final PassRules NONE = new PassRules(0, 0, 0, 0);

    /** The ground on which the next is passed over among those who sit; empty when it is called. */
    public Optional<SkipGround> ground(Seat next, Collection<Seat> sitting) {
        if (next.kind() != SeatKind.EXPERT) {
            return Optional.empty();
        }
        if (reached(next.served(), servedMax)) {
            return Optional.of(SkipGround.TOO_FREQUENT);
        }
        if (reached(next.sameBidder(), bidderMax)) {
            return Optional.of(SkipGround.SAME_BIDDER);
        }
        if (reached(next.sameHost(), hostMax)) {
            return Optional.of(SkipGround.SAME_HOST);
        }
        long colleagues = sitting.stream()
                .filter(it -> it.kind() == SeatKind.EXPERT && it.employer().equals(next.employer()))
                .count();
        return employerMax > 0 && !next.employer().isEmpty() && colleagues >= employerMax
                ? Optional.of(SkipGround.SAME_EMPLOYER)
                : Optional.empty();
    }

    private static boolean reached(int times, int most) {
        return most > 0 && times >= most;
    }
}
