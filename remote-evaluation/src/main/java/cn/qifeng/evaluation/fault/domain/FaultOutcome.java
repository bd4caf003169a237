package cn.qifeng.evaluation.fault.domain;

/** What was decided about a fault that was not cleared in time (故障处置结果); stored by name. */
public enum FaultOutcome {
    /** The evaluation is held all the same (照常举行). */
    HOLD(FaultPhase.BEFORE_START, false),
    /** It is postponed: files stay sealed, the panel is composed anew (延期，重组评标委员会). */
    POSTPONE(FaultPhase.BEFORE_START, true),
    /** The same panel goes on; only where the rule is switched off (原评标委员会继续). */
    CONTINUE(FaultPhase.DURING, false),
    /** What was done is void: files stay sealed, a new panel evaluates anew (作废，重组评标委员会重新评审). */
    VOID(FaultPhase.DURING, true);

    private final FaultPhase phase;
    private final boolean dissolves;

    FaultOutcome(FaultPhase phase, boolean dissolves) {
        this.phase = phase;
        this.dissolves = dissolves;
    }

    /** The phase in which it can be decided. */
    public FaultPhase phase() {
        return phase;
    }

    /** Whether the panel is dissolved by it. */
    public boolean dissolves() {
        return dissolves;
    }
}
