package cn.qifeng.trading.opening.domain;

/** What an opening stood still for (开标中止原因): nobody's fault, as far as the platform can tell. */
public enum SuspensionCause {
    /** The bid list could not be taken within ten minutes of the deadline (清单未能按时封存). */
    LIST_OVERDUE,
    /** Too few witnesses for a published head (见证人不足). */
    WITNESSES_MISSING,
    /** Fewer trustees than it takes have drawn or pressed (保管人不足). */
    TRUSTEES_MISSING
}
