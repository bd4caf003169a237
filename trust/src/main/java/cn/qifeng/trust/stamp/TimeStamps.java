package cn.qifeng.trust.stamp;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.cert.Certificates;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * Verifies time stamps (时间戳验证) over SM3 values against pinned certificates: RSA with SHA-2 as RFC 3161 has it, and for
 * outside authorities SM2 with SM3 as GM/T 0033 has it.
 */
public final class TimeStamps {

    /** The largest token that is parsed, bytes. */
    public static final int SIZE_MAX = 16_384;

    private static final Set<String> SIGNATURES = Set.of(
            PKCSObjectIdentifiers.rsaEncryption.getId(),
            PKCSObjectIdentifiers.sha256WithRSAEncryption.getId(),
            PKCSObjectIdentifiers.sha384WithRSAEncryption.getId(),
            PKCSObjectIdentifiers.sha512WithRSAEncryption.getId());

    private static final Set<String> OWN = Set.of(NISTObjectIdentifiers.id_sha256.getId());
    private static final Set<String> OUTSIDE = Set.of(
            NISTObjectIdentifiers.id_sha256.getId(),
            NISTObjectIdentifiers.id_sha384.getId(),
            NISTObjectIdentifiers.id_sha512.getId(),
            GMObjectIdentifiers.sm3.getId());

    private TimeStamps() {}

    /** What the embedded authority's token says about {@code sm3}; refuses with {@code trust/bad-stamp}. */
    public static Stamp verify(byte[] token, byte[] sm3, Collection<X509Certificate> authorities) {
        return verify(token, sm3, authorities, OWN);
    }

    /** The same for an outside authority, which may also sign with SHA-384, SHA-512, or SM2 and SM3. */
    public static Stamp verifyOutside(byte[] token, byte[] sm3, Collection<X509Certificate> authorities) {
        return verify(token, sm3, authorities, OUTSIDE);
    }

    private static Stamp verify(
            byte[] token, byte[] sm3, Collection<X509Certificate> authorities, Set<String> digests) {
        if (token.length > SIZE_MAX) {
            throw refusal(token.length + " bytes", "at most " + SIZE_MAX);
        }
        try {
            var parsed = new TimeStampToken(ContentInfo.getInstance(ASN1Primitive.fromByteArray(token)));
            return verify(parsed, sm3, authorities, digests);
        } catch (Refused reason) {
            throw reason;
        } catch (TSPException | IOException | CMSException | RuntimeException | StackOverflowError other) {
            throw refusal("another structure", "a time stamp of RFC 3161");
        }
    }

    private static Stamp verify(
            TimeStampToken token, byte[] sm3, Collection<X509Certificate> authorities, Set<String> digests)
            throws TSPException, CMSException, IOException {
        var info = token.getTimeStampInfo();
        if (!GMObjectIdentifiers.sm3.equals(info.getMessageImprintAlgOID())
                || !Arrays.equals(info.getMessageImprintDigest(), sm3)) {
            throw refusal("stamps something else", "this SM3 value");
        }
        var signers = token.toCMSSignedData().getSignerInfos().getSigners();
        if (signers.size() != 1) {
            throw refusal(signers.size() + " signers", "exactly one");
        }
        var signer = signers.iterator().next();
        checkAlgorithms(signer, digests);
        for (var authority : authorities) {
            if (verifies(token, authority, Sm2Signers.byDigest(signer))) {
                return new Stamp(info.getGenTime().toInstant(), authority);
            }
        }
        throw refusal("another key, or outside its period", "a pinned time-stamp authority in its period");
    }

    private static void checkAlgorithms(SignerInformation signer, Set<String> digests) {
        boolean known = Sm2Signers.byDigest(signer)
                ? Sm2Signers.bySignature(signer)
                : SIGNATURES.contains(signer.getEncryptionAlgOID());
        if (!known || !digests.contains(signer.getDigestAlgOID())) {
            var seen = signer.getEncryptionAlgOID() + " over " + signer.getDigestAlgOID();
            throw refusal(seen, digests == OWN ? "RSA with SHA-256" : "RSA with SHA-2, or SM2 with SM3");
        }
    }

    private static boolean verifies(TimeStampToken token, X509Certificate authority, boolean sm2) {
        try {
            var holder = new X509CertificateHolder(Certificates.der(authority));
            if (!token.getSID().match(holder)) {
                return false;
            }
            var algorithms = Set.of(GMObjectIdentifiers.sm3);
            var verifier =
                    sm2 ? Sm2Signers.verifier(holder) : new JcaSimpleSignerInfoVerifierBuilder().build(authority);
            token.validate(verifier, algorithms);
            return true;
        } catch (Refused | TSPException | OperatorCreationException | IOException other) {
            return false;
        }
    }

    private static Refused refusal(String seen, String expected) {
        return TrustRefusal.BAD_STAMP.at("timeStamp", seen, expected);
    }
}
