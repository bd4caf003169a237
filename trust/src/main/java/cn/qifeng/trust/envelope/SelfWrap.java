package cn.qifeng.trust.envelope;

import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.cipher.Sm2Cipher;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERSequence;

/**
 * The CEK wrapped to the bidder's own encryption key (投标人自留包裹).
 *
 * @param publicKey SM2 point made by the bidder's client, 65 bytes
 */
public record SelfWrap(byte[] publicKey, Sm2Cipher wrap) {

    /** Throws {@link EnvelopeFinding#MALFORMED} for sizes out of range. */
    public SelfWrap {
        HeaderDer.size("self.publicKey", publicKey, Sm2.POINT);
        HeaderDer.size("self.wrap.c2", wrap.c2(), BidKeys.WRAP_PLAIN);
    }

    ASN1Encodable toAsn1() {
        return new DERSequence(new ASN1Encodable[] {HeaderDer.octets(publicKey), wrap.toAsn1()});
    }

    static SelfWrap of(ASN1Encodable encoded) {
        var der = new HeaderDer(encoded);
        return new SelfWrap(der.octets(), Sm2Cipher.of(der.take().toASN1Primitive()));
    }
}
