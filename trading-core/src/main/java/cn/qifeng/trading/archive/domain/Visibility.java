package cn.qifeng.trading.archive.domain;

/** Who may have a document (公开范围). */
public enum Visibility {
    /** Anyone. */
    PUBLIC,
    /** Only whom the capability that kept it gives it to. */
    RESTRICTED
}
