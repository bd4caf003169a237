package cn.qifeng.trading.opening.domain;

/** What became of a live bid in the release window of mode BIDDERS (解密结果). */
public enum ReleaseOutcome {
    /** Its bidder released it; the trustees press for it (已放行). */
    RELEASED,
    /** Not released by the bidder's own cause: as if revoked (视为撤销, 电子招标投标办法 §31). */
    REVOKED,
    /** Not released by the platform's cause: as if withdrawn, with a claim for damages (视为撤回, 电子招标投标办法 §31). */
    DEEMED_WITHDRAWN
}
