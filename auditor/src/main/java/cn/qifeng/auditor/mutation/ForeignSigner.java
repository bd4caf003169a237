package cn.qifeng.auditor.mutation;

import cn.qifeng.auditor.crypto.Certificates;
import cn.qifeng.auditor.crypto.Hash;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Signs in the right form with a key of its own, under a certificate that bears the name of the true signer. */
final class ForeignSigner {

    private static final AlgorithmIdentifier SM3 = new AlgorithmIdentifier(GMObjectIdentifiers.sm3);
    private static final AlgorithmIdentifier SM2 = new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3);
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private final KeyPair pair;
    private final SecureRandom random = new SecureRandom();

    ForeignSigner() {
        try {
            var generator = KeyPairGenerator.getInstance("EC", PROVIDER);
            generator.initialize(new ECGenParameterSpec("sm2p256v1"), random);
            this.pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A signature over {@code content} that looks like {@code like}, which signs some content of the same person. */
    byte[] sign(byte[] content, byte[] like) {
        try {
            var certificate = new JcaX509CertificateHolder(twin(signer(like)));
            var attributes = new ASN1EncodableVector();
            attributes.add(new Attribute(CMSAttributes.contentType, new DERSet(CMSObjectIdentifiers.data)));
            attributes.add(
                    new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString(Hash.sm3(content)))));
            var set = new DERSet(attributes);
            var key = (ECPrivateKeyParameters)
                    PrivateKeyFactory.createKey(pair.getPrivate().getEncoded());
            var signer = new SM2Signer();
            signer.init(true, new ParametersWithID(key, Hash.ascii("1234567812345678")));
            var toSign = set.getEncoded(ASN1Encoding.DER);
            signer.update(toSign, 0, toSign.length);
            var info = new SignerInfo(
                    new SignerIdentifier(
                            new IssuerAndSerialNumber(certificate.getIssuer(), certificate.getSerialNumber())),
                    SM3,
                    set,
                    SM2,
                    new DEROctetString(signer.generateSignature()),
                    null);
            var data = new SignedData(
                    new DERSet(SM3),
                    new ContentInfo(CMSObjectIdentifiers.data, null),
                    new DERSet(certificate.toASN1Structure()),
                    null,
                    new DERSet(info));
            return new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded(ASN1Encoding.DER);
        } catch (IOException | GeneralSecurityException | OperatorCreationException | CryptoException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate signer(byte[] signature) throws IOException, GeneralSecurityException {
        var data = SignedData.getInstance(ContentInfo.getInstance(signature).getContent());
        return Certificates.parse(
                data.getCertificates().getObjectAt(0).toASN1Primitive().getEncoded());
    }

    private X509Certificate twin(X509Certificate real)
            throws OperatorCreationException, GeneralSecurityException, IOException {
        var builder = new JcaX509v3CertificateBuilder(
                new X500Principal(real.getIssuerX500Principal().getEncoded()),
                new BigInteger(64, random),
                Date.from(real.getNotBefore().toInstant()),
                Date.from(real.getNotAfter().toInstant()),
                new X500Principal(real.getSubjectX500Principal().getEncoded()),
                pair.getPublic());
        var signer =
                new JcaContentSignerBuilder("SM3withSM2").setProvider(PROVIDER).build(pair.getPrivate());
        return Certificates.parse(builder.build(signer).getEncoded());
    }
}
