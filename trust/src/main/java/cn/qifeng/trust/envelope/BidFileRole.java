package cn.qifeng.trust.envelope;

/** What a file in an envelope is (投标文件组成). */
public enum BidFileRole {
    /** bid.json: what the opening record publishes. */
    BID,
    /** manifest.json: names and marks for supervisor and bidder. */
    MANIFEST,
    /** Bid letter (投标函). */
    LETTER,
    /** Technical part (技术标). */
    TECHNICAL,
    /** Priced bill of quantities (已标价工程量清单). */
    PRICED_BILL,
    /** Anything else. */
    OTHER
}
