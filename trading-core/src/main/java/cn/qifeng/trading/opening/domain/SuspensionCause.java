package cn.qifeng.trading.opening.domain;

import cn.qifeng.trading.opening.domain.RecordSignature.Capacity;
import java.util.EnumSet;
import java.util.Set;

/** What an opening stands still for (开标中止原因). */
public enum SuspensionCause {
    /** The bid list could not be taken within ten minutes of the deadline (清单未能按时封存). */
    LIST_OVERDUE,
    /** Too few witnesses for a published head (见证人不足). */
    WITNESSES_MISSING,
    /** Fewer trustees than it takes have drawn or pressed (保管人不足). */
    TRUSTEES_MISSING,
    /** A bidder brought a valid receipt that is not in the published list (回执未列入清单). */
    RECEIPT_MISSING,
    /** A seal was received in time and came too late for the list (已收到、未记录). */
    NOT_RECORDED;

    /**
     * Who must sign the same decision: the supervisor alone where it is nobody's fault (trust.md section 4), procuring
     * entity and supervisor where a bidder handed something in that the list does not hold.
     */
    public Set<Capacity> deciders() {
        return this == RECEIPT_MISSING || this == NOT_RECORDED
                ? EnumSet.of(Capacity.PROCURING_ENTITY, Capacity.SUPERVISOR)
                : EnumSet.of(Capacity.SUPERVISOR);
    }
}
