package cn.qifeng.evaluation.panel.domain;

/** State of a seat on the panel (席位状态). */
public enum SeatState {
    /** Drawn in reserve, not notified (候补). */
    RESERVE,
    /** Notified, not answered (已通知). */
    INVITED,
    /** Will come (已应邀). */
    ACCEPTED,
    /** Checked in with the certificate; may see who bid (已签到). */
    CHECKED_IN,
    /** Declared to have no conflict; works on the panel (在席). */
    SEATED,
    /** Declined the invitation (谢绝). */
    DECLINED,
    /** Did not answer in time, which counts as declined (逾期未答复，视为谢绝). */
    UNANSWERED,
    /** Drawn, and not called on a ground that can be computed (跳过). */
    SKIPPED,
    /** Declared a conflict (自行回避). */
    RECUSED,
    /** Replaced by a finding (被更换). */
    REPLACED;

    /** Whether the seat counts for the size of the panel. */
    public boolean occupies() {
        return this == INVITED || this == ACCEPTED || this == CHECKED_IN || this == SEATED;
    }

    /** Whether the person was passed over and may not come back. */
    public boolean passed() {
        return this == DECLINED || this == UNANSWERED || this == SKIPPED || this == RECUSED || this == REPLACED;
    }

    /** Whether the person does not know of the session. */
    public boolean unaware() {
        return this == RESERVE || this == SKIPPED;
    }

    /** Whether the person checked in, so that its name is sealed no more (签到后公开). */
    public boolean arrived() {
        return this == CHECKED_IN || this == SEATED;
    }
}
