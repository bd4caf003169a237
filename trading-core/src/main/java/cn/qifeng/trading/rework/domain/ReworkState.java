package cn.qifeng.trading.rework.domain;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** State of a request for a re-review (复评申请状态). */
public enum ReworkState {
    /** It waits for the supervisor (待批准). */
    ASKED,
    /** The panel works again (复评中). */
    APPROVED,
    /** The supervisor said no (不予批准). */
    REFUSED,
    /** The second report is signed (复评完成). */
    DONE;

    private static final Map<ReworkState, Set<ReworkState>> NEXT = Map.of(
            ASKED, EnumSet.of(APPROVED, REFUSED),
            APPROVED, EnumSet.of(DONE),
            REFUSED, EnumSet.noneOf(ReworkState.class),
            DONE, EnumSet.noneOf(ReworkState.class));

    /** Whether a request may go from this state to the other. */
    public boolean leadsTo(ReworkState other) {
        return NEXT.get(this).contains(other);
    }
}
