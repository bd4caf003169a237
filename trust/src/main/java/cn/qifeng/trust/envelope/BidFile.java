package cn.qifeng.trust.envelope;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSequence;

/**
 * One file as the header describes it (投标文件项).
 *
 * @param n number, 1 to 64
 * @param length bytes of the plain file, up to 2^40
 * @param frameCount max(1, ceil(length / 1048576))
 * @param cipherSm3 SM3 over the SM3s of the frames
 */
public record BidFile(int n, long length, int frameCount, byte[] fileKeyCommit, byte[] cipherSm3) {

    /** The most files of an envelope. */
    public static final int FILES_MAX = 64;

    /** The longest file, bytes. */
    public static final long LENGTH_MAX = 1L << 40;

    /** Throws {@link EnvelopeFinding#MALFORMED} for sizes and numbers out of range. */
    public BidFile {
        HeaderDer.range("files.n", n, 1, FILES_MAX);
        HeaderDer.range("files.length", length, 0, LENGTH_MAX);
        HeaderDer.range("files.frameCount", frameCount, Frames.count(length), Frames.count(length));
        HeaderDer.size("files.fileKeyCommit", fileKeyCommit, 32);
        HeaderDer.size("files.cipherSm3", cipherSm3, 32);
    }

    ASN1Encodable toAsn1() {
        var fields = new ASN1EncodableVector(5);
        fields.add(HeaderDer.integer(n));
        fields.add(HeaderDer.integer(length));
        fields.add(HeaderDer.integer(frameCount));
        fields.add(HeaderDer.octets(fileKeyCommit));
        fields.add(HeaderDer.octets(cipherSm3));
        return new DERSequence(fields);
    }

    static BidFile of(ASN1Encodable encoded) {
        var der = new HeaderDer(encoded);
        return new BidFile(der.smallNumber(), der.number(), der.smallNumber(), der.octets(), der.octets());
    }
}
