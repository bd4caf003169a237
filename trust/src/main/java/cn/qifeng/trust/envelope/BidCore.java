package cn.qifeng.trust.envelope;

import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import java.util.UUID;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSequence;

/**
 * The first fields of a header (封套核心, docs/bid-envelope.md section 2): everything that the ciphertext is bound to.
 *
 * @param docVersion version of the tender document, 1 to 9999
 * @param trusteeSet set id of the key set, 32 bytes
 * @param bidder id of the bidder's certificate, 32 bytes
 * @param bidId 16 bytes
 * @param seq the bidder's attempts that were sealed, from 1 to 9999
 * @param prev SM3 of the former header, or {@code null} for seq 1
 */
public record BidCore(
        byte[] tenderCtx,
        int docVersion,
        byte[] trusteeSet,
        byte[] bidder,
        byte[] bidId,
        int seq,
        byte[] prev,
        byte[] salt,
        byte[] keyCommit) {

    /** Version of the format, and the one suite. */
    static final int VERSION = 1;

    private static final int NUMBER_MAX = 9999;

    /** Throws {@link EnvelopeFinding#MALFORMED} for sizes and numbers out of range. */
    public BidCore {
        HeaderDer.size("tenderCtx", tenderCtx, 32);
        HeaderDer.range("docVersion", docVersion, 1, NUMBER_MAX);
        HeaderDer.size("trusteeSet", trusteeSet, 32);
        HeaderDer.size("bidder", bidder, 32);
        HeaderDer.size("bidId", bidId, 16);
        HeaderDer.range("seq", seq, 1, NUMBER_MAX);
        if ((prev == null) != (seq == 1)) {
            throw EnvelopeFinding.MALFORMED.at("prev", prev == null ? "absent" : "present", "present after seq 1");
        }
        if (prev != null) {
            HeaderDer.size("prev", prev, 32);
        }
        HeaderDer.size("salt", salt, 16);
        HeaderDer.size("keyCommit", keyCommit, 32);
    }

    /** What binds a bid to its tender and lot. */
    public static byte[] tenderCtx(byte[] publicationHash, UUID lotId) {
        return Sm3.of(Bytes.ascii("BES1 tender"), publicationHash, Bytes.uuid(lotId));
    }

    /** SM3 over the DER of a SEQUENCE of these fields: {@code core}. */
    public byte[] hash() {
        return Sm3.of(HeaderDer.encode(new DERSequence(fields())));
    }

    /** The bid id in hexadecimal. */
    public String bidIdHex() {
        return Hex.encode(bidId);
    }

    ASN1EncodableVector fields() {
        var fields = new ASN1EncodableVector();
        fields.add(HeaderDer.integer(VERSION));
        fields.add(HeaderDer.integer(VERSION));
        fields.add(HeaderDer.octets(tenderCtx));
        fields.add(HeaderDer.integer(docVersion));
        fields.add(HeaderDer.octets(trusteeSet));
        fields.add(HeaderDer.octets(bidder));
        fields.add(HeaderDer.octets(bidId));
        fields.add(HeaderDer.integer(seq));
        if (prev != null) {
            fields.add(HeaderDer.tagged(prev));
        }
        fields.add(HeaderDer.octets(salt));
        fields.add(HeaderDer.octets(keyCommit));
        return fields;
    }
}
