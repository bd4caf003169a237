package cn.qifeng.trust.envelope;

/** Who opens the bids of a lot (开标解密方式). */
public enum OpeningMode {
    /** k trustees press once for the whole list; no bidder has to be there (保管人解密). */
    TRUSTEES,
    /** Each bidder releases its own bid in a window (投标人解密). */
    BIDDERS
}
