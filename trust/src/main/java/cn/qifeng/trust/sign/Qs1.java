package cn.qifeng.trust.sign;

import cn.qifeng.trust.cert.Certificates;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;

/** The one byte form of a QS1 signature; whatever does not encode back to itself is outside the profile. */
final class Qs1 {

    private Qs1() {}

    /** The SET OF the two signed attributes of a content with this SM3. */
    static ASN1Set signedAttributes(byte[] digest) {
        return set(
                sequence(CMSAttributes.contentType, set(CMSObjectIdentifiers.data)),
                sequence(CMSAttributes.messageDigest, set(new DEROctetString(digest))));
    }

    static byte[] encode(
            List<X509Certificate> certificates, X509Certificate signer, ASN1Set attributes, byte[] signature) {
        var structures = new ASN1EncodableVector(certificates.size());
        certificates.forEach(certificate -> structures.add(Certificates.structure(certificate)));
        var signedData = sequence(
                new ASN1Integer(1),
                set(digestAlgorithm()),
                sequence(CMSObjectIdentifiers.data),
                new DERTaggedObject(false, 0, new DERSet(structures)),
                set(signerInfo(Certificates.structure(signer), attributes, signature)));
        return der(sequence(CMSObjectIdentifiers.signedData, new DERTaggedObject(true, 0, signedData)));
    }

    private static DERSequence signerInfo(Certificate signer, ASN1Set attributes, byte[] signature) {
        return sequence(
                new ASN1Integer(1),
                new IssuerAndSerialNumber(
                        signer.getIssuer(), signer.getSerialNumber().getValue()),
                digestAlgorithm(),
                new DERTaggedObject(false, 0, attributes),
                new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3),
                new DEROctetString(signature));
    }

    private static AlgorithmIdentifier digestAlgorithm() {
        return new AlgorithmIdentifier(GMObjectIdentifiers.sm3);
    }

    private static DERSequence sequence(ASN1Encodable... parts) {
        return new DERSequence(parts);
    }

    private static DERSet set(ASN1Encodable... parts) {
        return new DERSet(parts);
    }

    static byte[] der(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
    }
}
