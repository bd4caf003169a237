package cn.qifeng.trust.envelope;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERTaggedObject;

/** The ASN.1 pieces of a header, and a cursor that takes them in order. */
final class HeaderDer {

    private final ASN1Sequence sequence;
    private int next;

    HeaderDer(ASN1Encodable sequence) {
        this.sequence = ASN1Sequence.getInstance(sequence);
    }

    byte[] octets() {
        return ASN1OctetString.getInstance(take()).getOctets();
    }

    long number() {
        return ASN1Integer.getInstance(take()).longValueExact();
    }

    int smallNumber() {
        return Math.toIntExact(number());
    }

    /** The implicitly tagged [0] octets, or {@code null} when the next field is another. */
    byte[] taggedOctets() {
        if (!(sequence.getObjectAt(next) instanceof ASN1TaggedObject tagged) || !tagged.hasContextTag(0)) {
            return null;
        }
        next++;
        return ASN1OctetString.getInstance(tagged.getBaseUniversal(false, BERTags.OCTET_STRING))
                .getOctets();
    }

    ASN1Encodable take() {
        return sequence.getObjectAt(next++);
    }

    int left() {
        return sequence.size() - next;
    }

    static ASN1Encodable integer(long value) {
        return new ASN1Integer(BigInteger.valueOf(value));
    }

    static ASN1Encodable octets(byte[] value) {
        return new DEROctetString(value);
    }

    static ASN1Encodable tagged(byte[] value) {
        return new DERTaggedObject(false, 0, new DEROctetString(value));
    }

    static byte[] encode(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
    }

    static void size(String field, byte[] value, int length) {
        if (value.length != length) {
            throw EnvelopeFinding.MALFORMED.at(field, value.length + " bytes", length + " bytes");
        }
    }

    static void range(String field, long value, long min, long max) {
        if (value < min || value > max) {
            throw EnvelopeFinding.MALFORMED.at(field, value, min + " to " + max);
        }
    }
}
