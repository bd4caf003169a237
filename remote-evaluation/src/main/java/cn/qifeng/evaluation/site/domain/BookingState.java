package cn.qifeng.evaluation.site.domain;

import java.util.Map;
import java.util.Set;

/** State of a booking (预定状态). */
public enum BookingState {
    /** Asked for; the site has not answered (待确认). */
    REQUESTED,
    /** The site confirmed (已确认). */
    CONFIRMED,
    /** The site refused, with a reason (已谢绝). */
    REFUSED,
    /** The site did not answer in time (逾期未复). */
    EXPIRED,
    /** Called off, with a reason (已取消). */
    CANCELLED,
    /** Its seats went into the draw (已派席). */
    ALLOTTED,
    /** Its time is over (已结束). */
    ENDED;

    private static final Map<BookingState, Set<BookingState>> NEXT = Map.of(
            REQUESTED, Set.of(CONFIRMED, REFUSED, EXPIRED, CANCELLED),
            CONFIRMED, Set.of(ALLOTTED, CANCELLED, ENDED),
            ALLOTTED, Set.of(CANCELLED, ENDED));

    /** Whether a booking may go on to this state. */
    boolean leadsTo(BookingState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether its seats are kept for it. */
    public boolean holds() {
        return this == REQUESTED || live();
    }

    /** Whether the evaluation can take place at its seats. */
    public boolean live() {
        return this == CONFIRMED || this == ALLOTTED;
    }
}
