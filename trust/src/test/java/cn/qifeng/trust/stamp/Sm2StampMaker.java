package cn.qifeng.trust.stamp;

import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.cipher.Sm2;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** An authority as others run it: SM2 tokens made by BouncyCastle, whose own SM3 they are hashed with. */
record Sm2StampMaker(
        BigInteger key,
        X509Certificate certificate,
        ASN1ObjectIdentifier signature,
        ASN1ObjectIdentifier certificateHash,
        SecureRandom random) {

    static final ASN1ObjectIdentifier SIGNED_DATA = PKCSObjectIdentifiers.signedData;
    /** signedData of GM/T 0010. */
    static final ASN1ObjectIdentifier NATIONAL_SIGNED_DATA = new ASN1ObjectIdentifier("1.2.156.10197.6.1.4.2.2");

    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.2.3.4");
    private static final DigestCalculatorProvider DIGESTS = new BcDigestCalculatorProvider();

    Sm2StampMaker(SecureRandom random) {
        this(Sm2.newPrivateKey(random), random);
    }

    private Sm2StampMaker(BigInteger key, SecureRandom random) {
        this(key, certificate(key, random), GMObjectIdentifiers.sm2sign_with_sm3, GMObjectIdentifiers.sm3, random);
    }

    Sm2StampMaker signingAs(ASN1ObjectIdentifier name) {
        return new Sm2StampMaker(key, certificate, name, certificateHash, random);
    }

    Sm2StampMaker namingBy(ASN1ObjectIdentifier hash) {
        return new Sm2StampMaker(key, certificate, signature, hash, random);
    }

    byte[] token(byte[] sm3, Instant at) {
        var generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        return encoded(token(generator.generate(GMObjectIdentifiers.sm3, sm3), at));
    }

    /** The answer to a question, with the token in this kind of container. */
    byte[] reply(byte[] question, Instant at, ASN1ObjectIdentifier container) {
        try {
            var token =
                    token(new TimeStampRequest(question), at).toCMSSignedData().toASN1Structure();
            var granted = new PKIStatusInfo(PKIStatus.granted);
            return new TimeStampResp(granted, new ContentInfo(container, token.getContent())).getEncoded();
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
    }

    private TimeStampToken token(TimeStampRequest request, Instant at) {
        try {
            var holder = new X509CertificateHolder(Certificates.der(certificate));
            var signer = new SignerInfoGeneratorBuilder(DIGESTS)
                    .setSignedAttributeGenerator(new PlainAttributes())
                    .build(signer(key, random), holder);
            var digest = DIGESTS.get(new AlgorithmIdentifier(certificateHash));
            var tokens = new TimeStampTokenGenerator(signer, digest, POLICY);
            tokens.setResolution(TimeStampTokenGenerator.R_MILLISECONDS);
            tokens.addCertificates(new JcaCertStore(List.of(certificate)));
            return renamed(tokens.generate(request, new BigInteger(64, random), Date.from(at)));
        } catch (OperatorCreationException | TSPException | IOException | GeneralSecurityException never) {
            throw new IllegalStateException(never);
        }
    }

    /** The name of the signature's algorithm is not signed. */
    private TimeStampToken renamed(TimeStampToken token) throws TSPException, IOException {
        var signed =
                SignedData.getInstance(token.toCMSSignedData().toASN1Structure().getContent());
        var made = SignerInfo.getInstance(signed.getSignerInfos().getObjectAt(0));
        var signer = new SignerInfo(
                made.getSID(),
                made.getDigestAlgorithm(),
                made.getAuthenticatedAttributes(),
                new AlgorithmIdentifier(signature),
                made.getEncryptedDigest(),
                made.getUnauthenticatedAttributes());
        var content = new SignedData(
                signed.getDigestAlgorithms(),
                signed.getEncapContentInfo(),
                signed.getCertificates(),
                signed.getCRLs(),
                new DERSet(signer));
        return new TimeStampToken(new ContentInfo(SIGNED_DATA, content));
    }

    private static byte[] encoded(TimeStampToken token) {
        try {
            return token.getEncoded();
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
    }

    private static X509Certificate certificate(BigInteger key, SecureRandom random) {
        var now = Instant.now();
        var name = new X500Name("CN=SM2 TSA,O=Elsewhere,C=CN");
        var info = new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, GMObjectIdentifiers.sm2p256v1),
                Sm2.publicKey(key));
        var from = Date.from(now.minus(1, ChronoUnit.DAYS));
        var to = Date.from(now.plus(1, ChronoUnit.DAYS));
        try {
            var builder = new X509v3CertificateBuilder(name, new BigInteger(64, random), from, to, name, info)
                    .addExtension(
                            Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            var holder = builder.build(signer(key, random));
            return Certificates.parse(holder.getEncoded());
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
    }

    private static ContentSigner signer(BigInteger key, SecureRandom random) {
        var content = new ByteArrayOutputStream();
        return new ContentSigner() {

            @Override
            public AlgorithmIdentifier getAlgorithmIdentifier() {
                return new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3);
            }

            @Override
            public OutputStream getOutputStream() {
                return content;
            }

            @Override
            public byte[] getSignature() {
                return Sm2.sign(key, content.toByteArray(), random);
            }
        };
    }

    /** Without the attribute that names the algorithm once more, which the national standard does not know. */
    private static final class PlainAttributes extends DefaultSignedAttributeTableGenerator {

        @Override
        @SuppressWarnings("rawtypes")
        public AttributeTable getAttributes(Map parameters) {
            return super.getAttributes(parameters).remove(CMSAttributes.cmsAlgorithmProtect);
        }
    }
}
