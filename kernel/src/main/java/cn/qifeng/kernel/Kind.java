package cn.qifeng.kernel;

/** What sort of refusal a {@link RefusalCode} is (拒绝类别); decides the HTTP status. */
public enum Kind {
    /** The thing asked for does not exist, or the caller may not know whether it does (404). */
    NOT_FOUND,
    /** The caller has no right to this act (403). */
    NOT_ALLOWED,
    /** The act is lawful, but not in this state or at this time (409). */
    NOT_NOW,
    /** The content breaks a rule (422). */
    INVALID
}
