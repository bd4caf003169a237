package cn.qifeng.auditor.crypto;

import cn.qifeng.auditor.Broken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** The one signature profile, QS1 (docs/evidence.md section 2). */
public final class Qs1 {

    private static final int SIZE_MAX = 32 * 1024;
    private static final byte[] USER_ID = Hash.ascii("1234567812345678");

    /** Statements stand in several checks. */
    private static final Memory<List<X509Certificate>> KNOWN = new Memory<>();

    private Qs1() {}

    /** Certificates of a signature that verifies, the signer's first; {@link Broken} for anything outside the profile. */
    public static List<X509Certificate> verify(byte[] content, byte[] signature, String object) {
        Broken.unless(signature.length <= SIZE_MAX, object, "bad signature", "signature larger than 32 KiB");
        return KNOWN.get(Hash.hex(Hash.sm3(content), signature), () -> List.copyOf(check(content, signature, object)));
    }

    private static List<X509Certificate> check(byte[] content, byte[] signature, String object) {
        try {
            var info = ContentInfo.getInstance(der(signature, object));
            Broken.unless(
                    CMSObjectIdentifiers.signedData.equals(info.getContentType()),
                    object,
                    "bad signature",
                    "not SignedData");
            var data = SignedData.getInstance(info.getContent());
            var signer = oneSigner(data, object);
            requireContent(signer, content, object);
            var certificates = certificates(data);
            var own = certificates.stream()
                    .filter(holder -> matches(holder, signer))
                    .findFirst()
                    .orElseThrow(() -> new Broken(object, "bad signature", "the signer's certificate is missing"));
            Broken.unless(signatureHolds(own, signer), object, "bad signature", "the signature does not verify");
            var chain = new ArrayList<X509Certificate>();
            chain.add(x509(own));
            for (var other : certificates) {
                if (!other.equals(own)) {
                    chain.add(x509(other));
                }
            }
            return chain;
        } catch (Broken broken) {
            throw broken;
        } catch (IOException | RuntimeException | GeneralSecurityException | CryptoException e) {
            throw new Broken(object, "bad signature", String.valueOf(e.getMessage()));
        }
    }

    private static ASN1Primitive der(byte[] bytes, String object) throws IOException {
        var value = ASN1Primitive.fromByteArray(bytes);
        Broken.unless(
                value != null && Arrays.equals(bytes, value.getEncoded(ASN1Encoding.DER)),
                object,
                "bad signature",
                "signature is not DER");
        return value;
    }

    private static SignerInfo oneSigner(SignedData data, String object) {
        var contentInfo = data.getEncapContentInfo();
        Broken.unless(
                data.getSignerInfos().size() == 1
                        && data.getVersion().intValueExact() == 1
                        && data.getDigestAlgorithms().size() == 1
                        && plain(
                                AlgorithmIdentifier.getInstance(
                                        data.getDigestAlgorithms().getObjectAt(0)),
                                GMObjectIdentifiers.sm3)
                        && data.getCRLs() == null
                        && contentInfo.getContent() == null
                        && CMSObjectIdentifiers.data.equals(contentInfo.getContentType()),
                object,
                "bad signature",
                "not exactly one detached signer");
        var signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
        Broken.unless(
                signer.getVersion().intValueExact() == 1
                        && plain(signer.getDigestAlgorithm(), GMObjectIdentifiers.sm3)
                        && plain(signer.getDigestEncryptionAlgorithm(), GMObjectIdentifiers.sm2sign_with_sm3)
                        && signer.getUnauthenticatedAttributes() == null
                        && signer.getAuthenticatedAttributes() != null
                        && signer.getAuthenticatedAttributes().size() == 2,
                object,
                "bad signature",
                "an algorithm or attribute outside the profile");
        return signer;
    }

    private static boolean plain(AlgorithmIdentifier algorithm, ASN1ObjectIdentifier wanted) {
        return wanted.equals(algorithm.getAlgorithm()) && algorithm.getParameters() == null;
    }

    private static void requireContent(SignerInfo signer, byte[] content, String object) {
        byte[] digest = null;
        ASN1ObjectIdentifier type = null;
        for (var item : signer.getAuthenticatedAttributes()) {
            var attribute = Attribute.getInstance(item);
            if (CMSAttributes.messageDigest.equals(attribute.getAttrType())) {
                digest = ASN1OctetString.getInstance(single(attribute.getAttrValues()))
                        .getOctets();
            } else if (CMSAttributes.contentType.equals(attribute.getAttrType())) {
                type = ASN1ObjectIdentifier.getInstance(single(attribute.getAttrValues()));
            }
        }
        Broken.unless(CMSObjectIdentifiers.data.equals(type), object, "bad signature", "content type is not signed");
        Broken.unless(
                Arrays.equals(Hash.sm3(content), digest),
                object,
                "bad signature",
                "the signature is over other content");
    }

    private static org.bouncycastle.asn1.ASN1Encodable single(ASN1Set values) {
        if (values.size() != 1) {
            throw new IllegalArgumentException("an attribute with several values");
        }
        return values.getObjectAt(0);
    }

    private static List<X509CertificateHolder> certificates(SignedData data) throws IOException {
        var holders = new ArrayList<X509CertificateHolder>();
        if (data.getCertificates() != null) {
            for (var certificate : data.getCertificates()) {
                holders.add(
                        new X509CertificateHolder(certificate.toASN1Primitive().getEncoded()));
            }
        }
        return holders;
    }

    /** By the bytes of the issuer's name: equality of names would bear a change of letters or of string types. */
    private static boolean matches(X509CertificateHolder holder, SignerInfo signer) {
        try {
            var named = new IssuerAndSerialNumber(holder.getIssuer(), holder.getSerialNumber());
            return Arrays.equals(
                    named.getEncoded(ASN1Encoding.DER), signer.getSID().getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean signatureHolds(X509CertificateHolder holder, SignerInfo signer)
            throws IOException, CryptoException {
        var key = (ECPublicKeyParameters) PublicKeyFactory.createKey(holder.getSubjectPublicKeyInfo());
        var attributes = signer.getAuthenticatedAttributes().getEncoded(ASN1Encoding.DER);
        var verifier = new SM2Signer();
        verifier.init(false, new ParametersWithID(key, USER_ID));
        verifier.update(attributes, 0, attributes.length);
        return verifier.verifySignature(signer.getEncryptedDigest().getOctets());
    }

    private static X509Certificate x509(X509CertificateHolder holder) throws GeneralSecurityException, IOException {
        return Certificates.parse(holder.getEncoded());
    }
}
