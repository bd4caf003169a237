package cn.qifeng.trust.envelope;

import java.util.Objects;

/** What came of opening one envelope (解密结果). */
public sealed interface BidOpening {

    /** Every commitment and wrap agrees with the CEK; the frames can be read. */
    record Opened(BidHeader header, BidKeys keys) implements BidOpening {}

    /** The envelope is invalid, with the legal effect of a revoked bid. {@code field} names the first difference. */
    record Invalid(EnvelopeFinding finding, String field) implements BidOpening {
        public Invalid {
            Objects.requireNonNull(finding, "finding");
        }
    }

    /** Fewer good shares than needed, and not every trustee has answered. */
    record Waiting(int goodShares, int threshold) implements BidOpening {}
}
