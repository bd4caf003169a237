package cn.qifeng.evaluation.fault.domain;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * Rule for faults of a remote evaluation (远程评标故障处置规则): how long one waits, and what may be decided behind it.
 *
 * @param startMinutes minutes behind the planned start after which the procuring entity decides whether to hold it
 * @param clearMinutes minutes within which a fault is cleared while the panel works, so that the panel goes on
 * @param policy whether what was done is void behind that time; otherwise going on can be decided, too
 */
public record FaultRules(int startMinutes, int clearMinutes, boolean policy) {

    public FaultRules {
        if (startMinutes < 0 || clearMinutes < 1) {
            throw new IllegalArgumentException("minutes " + startMinutes + ", " + clearMinutes);
        }
    }

    /** The limit of a phase. */
    public Duration limit(FaultPhase phase) {
        return Duration.ofMinutes(phase == FaultPhase.BEFORE_START ? startMinutes : clearMinutes);
    }

    /** What may be decided behind the limit. */
    static Set<FaultOutcome> outcomes(FaultPhase phase, boolean policy) {
        if (phase == FaultPhase.BEFORE_START) {
            return EnumSet.of(FaultOutcome.HOLD, FaultOutcome.POSTPONE);
        }
        return policy ? EnumSet.of(FaultOutcome.VOID) : EnumSet.of(FaultOutcome.CONTINUE, FaultOutcome.VOID);
    }
}
