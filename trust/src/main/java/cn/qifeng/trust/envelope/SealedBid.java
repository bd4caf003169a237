package cn.qifeng.trust.envelope;

/**
 * A sealed envelope (已封装的投标文件) without its frames, which went to the sink.
 *
 * @param signature {@code header.p7s}
 * @param keys stay with the bidder
 */
public record SealedBid(BidHeader header, byte[] signature, BidKeys keys) {

    /** {@code header.der}. */
    public byte[] headerDer() {
        return header.encode();
    }
}
