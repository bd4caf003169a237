package cn.qifeng.trust.sign;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.hash.Sm3;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;

/** Verifies QS1 signatures (验签, docs/evidence.md section 2). Algorithms are pinned; nothing is negotiated. */
public final class Signatures {

    /** The largest signature that is parsed, bytes. */
    public static final int SIZE_MAX = 32_768;

    private static final int CERTIFICATES_MAX = 8;

    private Signatures() {}

    /** Who signed {@code content}; refuses with {@code trust/bad-signature} and the reason. */
    public static Signed verify(byte[] content, byte[] p7s) {
        if (p7s.length > SIZE_MAX) {
            throw refusal(p7s.length + " bytes", "at most " + SIZE_MAX);
        }
        var signedData = parse(p7s);
        try {
            return verify(content, p7s, signedData);
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException | NullPointerException other) {
            throw refusal("another structure", "a QS1 signature");
        }
    }

    private static Signed verify(byte[] content, byte[] p7s, SignedData signedData) {
        var signers = signedData.getSignerInfos();
        if (signers.size() != 1) {
            throw refusal(signers.size() + " signers", "exactly one signer");
        }
        var signer = SignerInfo.getInstance(signers.getObjectAt(0));
        var digest = Sm3.of(content);
        checkDigest(digest, signer);
        var certificates = certificates(signedData.getCertificates());
        var certificate = find(
                certificates, IssuerAndSerialNumber.getInstance(signer.getSID().getId()));
        var attributes = Qs1.signedAttributes(digest);
        var signature = signer.getEncryptedDigest().getOctets();
        if (!Arrays.equals(Qs1.encode(certificates, certificate, attributes, signature), p7s)) {
            throw refusal("algorithms, attributes or encoding outside the profile", "a QS1 signature");
        }
        if (!Sm2.verify(Certificates.publicKey(certificate), Qs1.der(attributes), signature)) {
            throw refusal("does not verify", "a signature by the certificate in it");
        }
        certificates.remove(certificate);
        return new Signed(certificate, Certificates.id(certificate), certificates);
    }

    private static SignedData parse(byte[] p7s) {
        try {
            var info = ContentInfo.getInstance(ASN1Primitive.fromByteArray(p7s));
            return SignedData.getInstance(info.getContent());
        } catch (IOException | RuntimeException | StackOverflowError other) {
            throw refusal("other bytes", "DER of SignedData");
        }
    }

    private static void checkDigest(byte[] digest, SignerInfo signer) {
        var attributes = new AttributeTable(ASN1Set.getInstance(signer.getAuthenticatedAttributes()));
        var named = attributes.get(CMSAttributes.messageDigest);
        if (named == null || named.getAttrValues().size() != 1) {
            throw refusal("no message digest", "exactly two signed attributes");
        }
        var octets = ASN1OctetString.getInstance(named.getAttrValues().getObjectAt(0))
                .getOctets();
        if (!Arrays.equals(octets, digest)) {
            throw refusal("signed something else", "this content");
        }
    }

    private static List<X509Certificate> certificates(ASN1Set set) {
        if (set == null || set.size() == 0 || set.size() > CERTIFICATES_MAX) {
            throw refusal("no or too many certificates", "1 to " + CERTIFICATES_MAX);
        }
        var certificates = new ArrayList<X509Certificate>();
        for (var encoded : set) {
            certificates.add(Certificates.parse(Qs1.der(encoded)));
        }
        return certificates;
    }

    private static X509Certificate find(List<X509Certificate> certificates, IssuerAndSerialNumber id) {
        var issuer = Qs1.der(id.getName());
        for (var certificate : certificates) {
            if (certificate.getSerialNumber().equals(id.getSerialNumber().getValue())
                    && Arrays.equals(certificate.getIssuerX500Principal().getEncoded(), issuer)) {
                return certificate;
            }
        }
        throw refusal("certificate absent", "the signer's certificate in the signature");
    }

    private static Refused refusal(String seen, String expected) {
        return TrustRefusal.BAD_SIGNATURE.at("signature", seen, expected);
    }
}
