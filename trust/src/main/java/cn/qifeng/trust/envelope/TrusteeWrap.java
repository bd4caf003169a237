package cn.qifeng.trust.envelope;

import cn.qifeng.trust.cipher.Sm2Cipher;
import cn.qifeng.trust.hash.Hex;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERSequence;

/**
 * One trustee's share of the CEK (保管人份额包裹), wrapped to that trustee's key of the lot.
 *
 * @param trusteeId id of the trustee's identity certificate, 32 bytes
 * @param shareCommit commits to the share, 32 bytes
 */
public record TrusteeWrap(byte[] trusteeId, byte[] shareCommit, Sm2Cipher wrap) {

    /** Throws {@link EnvelopeFinding#MALFORMED} for sizes out of range. */
    public TrusteeWrap {
        HeaderDer.size("trustees.trusteeId", trusteeId, 32);
        HeaderDer.size("trustees.shareCommit", shareCommit, 32);
        HeaderDer.size("trustees.wrap.c2", wrap.c2(), BidKeys.WRAP_PLAIN);
    }

    /** The trustee's id in hexadecimal. */
    public String trusteeIdHex() {
        return Hex.encode(trusteeId);
    }

    ASN1Encodable toAsn1() {
        return new DERSequence(
                new ASN1Encodable[] {HeaderDer.octets(trusteeId), HeaderDer.octets(shareCommit), wrap.toAsn1()});
    }

    static TrusteeWrap of(ASN1Encodable encoded) {
        var der = new HeaderDer(encoded);
        return new TrusteeWrap(
                der.octets(), der.octets(), Sm2Cipher.of(der.take().toASN1Primitive()));
    }
}
