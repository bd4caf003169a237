package cn.qifeng.trust.stamp;

import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.hash.Sm3;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Set;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;

/**
 * Signers of SM2 time stamps (国密时间戳签名者, GM/T 0033): SM2 over the signed attributes with the common user id, SM3 for
 * what they name. The signature goes by three identifiers in practice, of the algorithm with its hash and of SM2 alone.
 */
final class Sm2Signers {

    private static final Set<String> SIGNATURES = Set.of(
            GMObjectIdentifiers.sm2sign_with_sm3.getId(),
            GMObjectIdentifiers.sm2sign.getId(),
            GMObjectIdentifiers.sm2p256v1.getId());

    private Sm2Signers() {}

    /** Whether the signer hashes with SM3. */
    static boolean byDigest(SignerInformation signer) {
        return GMObjectIdentifiers.sm3.getId().equals(signer.getDigestAlgOID());
    }

    /** Whether the signer signs with SM2. */
    static boolean bySignature(SignerInformation signer) {
        return SIGNATURES.contains(signer.getEncryptionAlgOID());
    }

    /** Verifies under a certificate with an SM2 key; refuses with {@code trust/bad-key} any other key. */
    static SignerInformationVerifier verifier(X509CertificateHolder certificate) {
        var point = Sm2.publicKey(certificate.getSubjectPublicKeyInfo());
        return new SignerInformationVerifier(
                (digest, signature) -> "SM3WITHSM2",
                new DefaultSignatureAlgorithmIdentifierFinder(),
                new Signatures(certificate, point),
                new Digests());
    }

    private record Signatures(X509CertificateHolder certificate, byte[] point) implements ContentVerifierProvider {

        @Override
        public boolean hasAssociatedCertificate() {
            return true;
        }

        @Override
        public X509CertificateHolder getAssociatedCertificate() {
            return certificate;
        }

        @Override
        public ContentVerifier get(AlgorithmIdentifier algorithm) {
            var signed = new ByteArrayOutputStream();
            return new ContentVerifier() {

                @Override
                public AlgorithmIdentifier getAlgorithmIdentifier() {
                    return algorithm;
                }

                @Override
                public OutputStream getOutputStream() {
                    return signed;
                }

                @Override
                public boolean verify(byte[] signature) {
                    return Sm2.verify(point, signed.toByteArray(), signature);
                }
            };
        }
    }

    /** SM3, and whatever else a certificate is named by. */
    private static final class Digests implements DigestCalculatorProvider {

        private final DigestCalculatorProvider others = new BcDigestCalculatorProvider();

        @Override
        public DigestCalculator get(AlgorithmIdentifier algorithm) throws OperatorCreationException {
            if (!GMObjectIdentifiers.sm3.equals(algorithm.getAlgorithm())) {
                return others.get(algorithm);
            }
            var content = new ByteArrayOutputStream();
            return new DigestCalculator() {

                @Override
                public AlgorithmIdentifier getAlgorithmIdentifier() {
                    return algorithm;
                }

                @Override
                public OutputStream getOutputStream() {
                    return content;
                }

                @Override
                public byte[] getDigest() {
                    return Sm3.of(content.toByteArray());
                }
            };
        }
    }
}
