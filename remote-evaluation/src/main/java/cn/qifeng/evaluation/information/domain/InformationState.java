package cn.qifeng.evaluation.information.domain;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** State of a question to the procuring entity (征询状态). */
public enum InformationState {
    /** A member asked; the supervisor looks at the words (待放行). */
    AT_GATE,
    /** The supervisor stopped it with a reason (已拦回). */
    STOPPED,
    /** It reached procuring entity and agency, who have until the deadline (待答复). */
    RELEASED,
    /** They answered in time; the supervisor looks at the words (答复待审查). */
    ANSWERED,
    /** No answer in time (逾期未答复). */
    LAPSED,
    /** The answer reached the panel (已送达). */
    DELIVERED,
    /** The supervisor keeps the answer from the panel, with a reason (不予送达). */
    WITHHELD;

    private static final Map<InformationState, Set<InformationState>> NEXT = Map.of(
            AT_GATE, EnumSet.of(STOPPED, RELEASED),
            RELEASED, EnumSet.of(ANSWERED, LAPSED),
            ANSWERED, EnumSet.of(DELIVERED, WITHHELD));

    /** Whether a question may go from this state to the other. */
    public boolean leadsTo(InformationState other) {
        return NEXT.getOrDefault(this, Set.of()).contains(other);
    }

    /** Whether nothing more happens in this state. */
    public boolean ended() {
        return !NEXT.containsKey(this);
    }
}
