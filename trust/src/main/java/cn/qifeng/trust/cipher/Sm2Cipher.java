package cn.qifeng.trust.cipher;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.hash.Bytes;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;

/** SM2 ciphertext (国密公钥密文, GM/T 0009): point C1 as x and y, hash C3, then C2 as long as the plain text. */
public record Sm2Cipher(BigInteger x, BigInteger y, byte[] c3, byte[] c2) {

    /** The largest DER that is parsed. */
    public static final int DER_MAX = 1024;

    private static final int COORDINATE_BITS = 256;

    /** Reads DER; refuses anything else, coordinates beyond 256 bits, and trailing bytes. */
    public static Sm2Cipher decode(byte[] der) {
        if (der.length > DER_MAX) {
            throw TrustRefusal.BAD_WRAP.at("wrap", der.length + " bytes", "at most " + DER_MAX);
        }
        try {
            var parsed = ASN1Primitive.fromByteArray(der);
            var cipher = of(parsed);
            if (!Arrays.equals(cipher.encode(), der)) {
                throw malformed();
            }
            return cipher;
        } catch (IOException | RuntimeException other) {
            throw malformed();
        }
    }

    /** Reads the parsed SEQUENCE; throws {@link IllegalArgumentException} when it has another shape. */
    public static Sm2Cipher of(ASN1Primitive parsed) {
        var sequence = ASN1Sequence.getInstance(parsed);
        if (sequence.size() != 4) {
            throw new IllegalArgumentException("SM2Cipher has four parts");
        }
        var x = ASN1Integer.getInstance(sequence.getObjectAt(0)).getValue();
        var y = ASN1Integer.getInstance(sequence.getObjectAt(1)).getValue();
        var c3 = ASN1OctetString.getInstance(sequence.getObjectAt(2)).getOctets();
        var c2 = ASN1OctetString.getInstance(sequence.getObjectAt(3)).getOctets();
        if (x.signum() < 0 || x.bitLength() > COORDINATE_BITS || y.signum() < 0 || y.bitLength() > COORDINATE_BITS) {
            throw new IllegalArgumentException("coordinate out of range");
        }
        if (c3.length != 32 || c2.length == 0) {
            throw new IllegalArgumentException("C3 has 32 bytes, C2 at least one");
        }
        return new Sm2Cipher(x, y, c3, c2);
    }

    /** The ASN.1 value. */
    public ASN1Sequence toAsn1() {
        var parts = new ASN1EncodableVector(4);
        parts.add(new ASN1Integer(x));
        parts.add(new ASN1Integer(y));
        parts.add(new DEROctetString(c3));
        parts.add(new DEROctetString(c2));
        return new DERSequence(parts);
    }

    /** The DER bytes. */
    public byte[] encode() {
        try {
            return toAsn1().getEncoded(ASN1Encoding.DER);
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
    }

    byte[] point() {
        return Bytes.concat(new byte[] {4}, Sm2.bytes32(x), Sm2.bytes32(y));
    }

    private static RuntimeException malformed() {
        return TrustRefusal.BAD_WRAP.at("wrap", "other bytes", "DER of SM2Cipher");
    }
}
