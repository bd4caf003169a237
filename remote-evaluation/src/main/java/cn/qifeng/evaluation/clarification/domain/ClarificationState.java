package cn.qifeng.evaluation.clarification.domain;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** State of a clarification (澄清状态). */
public enum ClarificationState {
    /** A member proposed it; the panel votes (待表决). */
    PROPOSED,
    /** It found no majority (未获通过). */
    DROPPED,
    /** The panel asks; the supervisor looks at the words (待放行). */
    AT_GATE,
    /** The supervisor stopped it with a reason (已拦回). */
    STOPPED,
    /** It reached the bidder, who has until the deadline (待答复). */
    RELEASED,
    /** The bidder answered in time; the panel finds on it (已答复). */
    ANSWERED,
    /** No answer in time, which counts as a refusal to clarify (逾期未答复). */
    LAPSED,
    /** The panel found on the answer (已认定). */
    CONCLUDED;

    private static final Map<ClarificationState, Set<ClarificationState>> NEXT = Map.of(
            PROPOSED, EnumSet.of(DROPPED, AT_GATE),
            AT_GATE, EnumSet.of(STOPPED, RELEASED),
            RELEASED, EnumSet.of(ANSWERED, LAPSED),
            ANSWERED, EnumSet.of(CONCLUDED));

    /** Whether a clarification may go from this state to the other. */
    public boolean leadsTo(ClarificationState other) {
        return NEXT.getOrDefault(this, Set.of()).contains(other);
    }

    /** Whether nothing more happens in this state. */
    public boolean ended() {
        return !NEXT.containsKey(this);
    }
}
