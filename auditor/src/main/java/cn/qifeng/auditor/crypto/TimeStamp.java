package cn.qifeng.auditor.crypto;

import cn.qifeng.auditor.Broken;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/** An RFC 3161 token that verified: who made it, and when. */
public record TimeStamp(X509Certificate authority, Instant time) {

    private static final Memory<TimeStamp> KNOWN = new Memory<>();
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final Set<AlgorithmIdentifier> RSA = Set.of(
            new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE),
            new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE));

    /** Reads and verifies a token over an SM3 imprint; {@link Broken} when it does not hold. */
    public static TimeStamp verify(byte[] token, byte[] imprint, String object) {
        Broken.unless(token.length <= 32 * 1024, object, "bad time stamp", "token larger than 32 KiB");
        return KNOWN.get(Hash.hex(imprint, token), () -> check(token, imprint, object));
    }

    private static TimeStamp check(byte[] token, byte[] imprint, String object) {
        try {
            requireShape(token, object);
            TimeStampToken stamp = new TimeStampToken(new CMSSignedData(token));
            var info = stamp.getTimeStampInfo();
            Broken.unless(
                    GMObjectIdentifiers.sm3.equals(info.getMessageImprintAlgOID())
                            && Arrays.equals(imprint, info.getMessageImprintDigest()),
                    object,
                    "bad time stamp",
                    "the time stamp is over something else");
            var holders = stamp.getCertificates().getMatches(stamp.getSID());
            Broken.unless(holders.size() == 1, object, "bad time stamp", "the authority's certificate is missing");
            var holder = (X509CertificateHolder) holders.iterator().next();
            stamp.validate(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(PROVIDER)
                    .build(holder));
            return new TimeStamp(
                    Certificates.parse(holder.getEncoded()), info.getGenTime().toInstant());
        } catch (Broken broken) {
            throw broken;
        } catch (CMSException
                | TSPException
                | IOException
                | OperatorCreationException
                | GeneralSecurityException
                | RuntimeException e) {
            throw new Broken(object, "bad time stamp", String.valueOf(e.getMessage()));
        }
    }

    /** What a signature over the token's content leaves free stands in one form, so that no byte can change. */
    private static void requireShape(byte[] token, String object) throws IOException {
        var value = ASN1Primitive.fromByteArray(token);
        Broken.unless(
                value != null && Arrays.equals(token, value.getEncoded(ASN1Encoding.DER)),
                object,
                "bad time stamp",
                "token is not DER");
        var info = ContentInfo.getInstance(value);
        var data = SignedData.getInstance(info.getContent());
        var digests = data.getDigestAlgorithms();
        Broken.unless(
                CMSObjectIdentifiers.signedData.equals(info.getContentType())
                        && data.getVersion().intValueExact() == 3
                        && digests.size() == 1
                        && data.getCRLs() == null
                        && data.getEncapContentInfo().getContent() instanceof ASN1OctetString
                        && data.getSignerInfos().size() == 1
                        && data.getCertificates() != null
                        && data.getCertificates().size() == 1,
                object,
                "bad time stamp",
                "not exactly one signer with one certificate");
        var signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
        var digest = AlgorithmIdentifier.getInstance(digests.getObjectAt(0));
        requireNamed(signer, Certificate.getInstance(data.getCertificates().getObjectAt(0)), object);
        Broken.unless(
                signer.getVersion().intValueExact() == 1
                        && signer.getUnauthenticatedAttributes() == null
                        && digest.equals(signer.getDigestAlgorithm())
                        && (digest.getParameters() == null || DERNull.INSTANCE.equals(digest.getParameters()))
                        && RSA.contains(signer.getDigestEncryptionAlgorithm()),
                object,
                "bad time stamp",
                "algorithms outside the profile");
    }

    /** By the bytes of the issuer's name: equality of names would bear a change of letters or of string types. */
    private static void requireNamed(SignerInfo signer, Certificate certificate, String object) throws IOException {
        var named = new IssuerAndSerialNumber(
                certificate.getIssuer(), certificate.getSerialNumber().getValue());
        Broken.unless(
                Arrays.equals(
                        named.getEncoded(ASN1Encoding.DER), signer.getSID().getEncoded(ASN1Encoding.DER)),
                object,
                "bad time stamp",
                "another signer than the certificate's");
    }
}
