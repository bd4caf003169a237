package cn.qifeng.trading.party.domain;

/** Where a grant of roles stands (授权状态). */
public enum GrantState {
    /** Waits for a second person (待复核). */
    PROPOSED,
    /** Holds (已生效). */
    GRANTED,
    /** The second person said no (已否决). */
    REFUSED
}
