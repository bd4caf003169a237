package cn.qifeng.trading.opening.domain;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What came out of one bid of the list (开标结果).
 *
 * @param bidId envelope, hex
 * @param status opened, or invalid with a finding
 * @param finding code of docs/bid-envelope.md section 6, or {@code null}
 * @param bid bid.json, or {@code null}
 * @param fileKey key of file 1, hex, or {@code null}
 */
public record OpenedBid(String bidId, Status status, String finding, ObjectNode bid, String fileKey) {

    /** Outcome of the checks with the key. */
    public enum Status {
        /** All checks hold (已启封). */
        OPENED,
        /** A check does not hold; the legal effect is that of a revocation (无效封套). */
        INVALID
    }

    /** A bid whose envelope holds. */
    public static OpenedBid opened(String bidId, ObjectNode bid, String fileKey) {
        return new OpenedBid(bidId, Status.OPENED, null, bid, fileKey);
    }

    /** A bid whose envelope does not hold. */
    public static OpenedBid invalid(String bidId, String finding) {
        return new OpenedBid(bidId, Status.INVALID, finding, null, null);
    }
}
