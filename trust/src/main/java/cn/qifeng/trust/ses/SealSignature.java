package cn.qifeng.trust.ses;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.sign.SigningKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;

/**
 * Signature with an electronic seal (电子签章, SES_Signature of GB/T 38540-2020) over a description of what is sealed, such
 * as the Signature.xml of an OFD file.
 *
 * @param seal the seal that it was made with
 * @param signer certificate that made it
 * @param at when, as the signer says
 */
public record SealSignature(ElectronicSeal seal, X509Certificate signer, Instant at) {

    private static final int LENGTH_MAX = 1 << 21;

    /**
     * Seals; DER.
     *
     * @param seal a seal that admits the signer at that moment
     * @param content what is sealed
     * @param place where it stands, for readers, ASCII
     * @throws IllegalArgumentException when the seal does not admit the signer
     */
    public static byte[] sign(ElectronicSeal seal, byte[] content, String place, Instant at, SigningKey signer) {
        if (!seal.admits(signer.certificate(), at)) {
            throw new IllegalArgumentException("the seal " + seal.name() + " is not this signer's at " + at);
        }
        var toSign = Ses.sequence(
                new ASN1Integer(ElectronicSeal.VERSION),
                Ses.sequence(seal.der(), 4),
                Ses.time(at),
                new DERBitString(Sm3.of(content)),
                new DERIA5String(place));
        return Ses.der(Ses.sequence(
                toSign,
                new DEROctetString(Certificates.der(signer.certificate())),
                GMObjectIdentifiers.sm2sign_with_sm3,
                new DERBitString(signer.signRaw(Ses.der(toSign)))));
    }

    /**
     * Who sealed {@code content}: the seal's signature and this one verify, and the seal admits the signer. Whether seal
     * and signer are to be trusted is the caller's to judge. Refuses with {@link TrustRefusal#BAD_SEAL}.
     */
    public static SealSignature verify(byte[] der, byte[] content, String place) {
        if (der.length > LENGTH_MAX) {
            throw TrustRefusal.BAD_SEAL.at("signature", der.length + " bytes", "at most " + LENGTH_MAX);
        }
        return Ses.reading("signature", () -> verify(Ses.sequence(der, 4), content, place));
    }

    private static SealSignature verify(ASN1Sequence signature, byte[] content, String place) {
        var toSign = Ses.sequence(signature.getObjectAt(0), 5);
        Ses.requireSame("version", Ses.integer(toSign.getObjectAt(0)), ElectronicSeal.VERSION);
        Ses.requireSame(
                "signatureAlgId",
                ASN1ObjectIdentifier.getInstance(signature.getObjectAt(2)),
                GMObjectIdentifiers.sm2sign_with_sm3);
        Ses.requireSame(
                "propertyInfo", ASN1IA5String.getInstance(toSign.getObjectAt(4)).getString(), place);
        if (!Arrays.equals(ASN1BitString.getInstance(toSign.getObjectAt(3)).getOctets(), Sm3.of(content))) {
            throw TrustRefusal.BAD_SEAL.at("dataHash", "sealed something else", "this content");
        }
        var signer = Certificates.parse(
                ASN1OctetString.getInstance(signature.getObjectAt(1)).getOctets());
        var value = ASN1BitString.getInstance(signature.getObjectAt(3)).getOctets();
        if (!Sm2.verify(Certificates.publicKey(signer), Ses.der(toSign), value)) {
            throw TrustRefusal.BAD_SEAL.at("signature", "does not verify", "a signature by the certificate in it");
        }
        var seal = ElectronicSeal.parse(Ses.der(toSign.getObjectAt(1)));
        var at = Ses.time(toSign.getObjectAt(2));
        if (!seal.admits(signer, at)) {
            throw TrustRefusal.BAD_SEAL.at("cert", Certificates.id(signer), "a certificate of the seal, in its period");
        }
        return new SealSignature(seal, signer, at);
    }
}
