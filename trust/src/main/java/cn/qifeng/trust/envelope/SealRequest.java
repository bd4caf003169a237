package cn.qifeng.trust.envelope;

import cn.qifeng.trust.keyset.KeySet;
import java.util.List;

/**
 * What a bidder seals (封标请求), and to whom.
 *
 * @param tenderCtx see {@link BidCore#tenderCtx}
 * @param docVersion version of the tender document that the bid answers
 * @param keySet the lot's verified key set
 * @param bidId 16 bytes, the same through all replacements
 * @param prev SM3 of the former header, or {@code null} for seq 1
 * @param selfPublicKey the bidder's own encryption key, SM2 point
 * @param files file 1 is bid.json, file 2 manifest.json
 */
public record SealRequest(
        byte[] tenderCtx,
        int docVersion,
        OpeningMode mode,
        KeySet keySet,
        byte[] bidId,
        int seq,
        byte[] prev,
        byte[] selfPublicKey,
        List<FileSource> files) {

    /** Copies the list. */
    public SealRequest {
        files = List.copyOf(files);
    }
}
