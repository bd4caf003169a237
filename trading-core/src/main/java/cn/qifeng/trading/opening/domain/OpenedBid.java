package cn.qifeng.trading.opening.domain;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What came out of one bid of the list (开标结果).
 *
 * @param bidId envelope, hex
 * @param status opened, invalid with a finding, or not released with a cause
 * @param finding code of docs/bid-envelope.md section 6, the cause of a bid that was not released, or {@code null}
 * @param bid bid.json, or {@code null}
 * @param fileKey key of file 1, hex, or {@code null}
 */
public record OpenedBid(String bidId, Status status, String finding, ObjectNode bid, String fileKey) {

    /** Outcome of the checks with the key. */
    public enum Status {
        /** All checks hold (已启封). */
        OPENED,
        /** A check does not hold; the legal effect is that of a revocation (无效封套). */
        INVALID,
        /** Not released by the bidder's own cause (撤销); mode BIDDERS only. */
        REVOKED,
        /** Not released by the platform's cause, with a claim (视为撤回); mode BIDDERS only. */
        DEEMED_WITHDRAWN
    }

    /** A bid whose envelope holds. */
    public static OpenedBid opened(String bidId, ObjectNode bid, String fileKey) {
        return new OpenedBid(bidId, Status.OPENED, null, bid, fileKey);
    }

    /** A bid whose envelope does not hold. */
    public static OpenedBid invalid(String bidId, String finding) {
        return new OpenedBid(bidId, Status.INVALID, finding, null, null);
    }

    /** A bid that was not released; it is never opened in this tender. */
    public static OpenedBid missing(ReleaseLine line) {
        return new OpenedBid(line.bidId(), Status.valueOf(line.outcome().name()), line.cause(), null, null);
    }
}
