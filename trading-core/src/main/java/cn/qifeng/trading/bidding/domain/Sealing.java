package cn.qifeng.trading.bidding.domain;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.Uscc;
import java.util.UUID;

/**
 * One envelope that was taken (封标): what stays the same whatever becomes of it.
 *
 * @param id of the row, random
 * @param lot lot
 * @param bidder credit code of the bidder
 * @param header header.der
 * @param signature header.p7s
 * @param upload where its frames are
 * @param receipt what the bidder got
 * @param requestKey the request that brought it; a repeated request gets the same receipt
 */
public record Sealing(
        UUID id,
        LotId lot,
        Uscc bidder,
        byte[] header,
        byte[] signature,
        UUID upload,
        SignedReceipt receipt,
        String requestKey) {

    /** Envelope id, hex. */
    public String bidId() {
        return receipt.bidId();
    }

    /** SM3 of the header, hex. */
    public String headerHash() {
        return receipt.headerHash();
    }

    /** The bidder's own number of the envelope, from 1. */
    public int seq() {
        return receipt.seq();
    }
}
