package cn.qifeng.trust.cert;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.cipher.Sm2;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;

/**
 * Judges whether a certificate may sign at an instant (电子签名法 art 13, 21): chain to one of the given roots, periods,
 * key usage, and revocation where lists are given.
 */
public final class CertificatePath {

    private static final int LENGTH_MAX = 5;
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int CERT_SIGN = 5;
    private static final int REMEMBERED_MAX = 4_000;

    /** What was verified stays true, as certificates do not change; periods and revocations are judged each time. */
    private static final Set<Issued> VERIFIED =
            Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Issued, Boolean> eldest) {
                    return size() > REMEMBERED_MAX;
                }
            }));

    private final List<X509Certificate> roots;
    private final List<X509CRL> revocations;

    /** Judges by these roots, without revocation lists. */
    public CertificatePath(Collection<X509Certificate> roots) {
        this(roots, List.of());
    }

    /** Judges by these roots and these revocation lists, which must verify under their issuers. */
    public CertificatePath(Collection<X509Certificate> roots, Collection<X509CRL> revocations) {
        this.roots = List.copyOf(roots);
        this.revocations = List.copyOf(revocations);
    }

    /** Refuses a certificate that may not sign at {@code at}; {@code intermediates} may be empty. */
    public void checkSigner(X509Certificate certificate, Collection<X509Certificate> intermediates, Instant at) {
        if (!usage(certificate, DIGITAL_SIGNATURE)) {
            throw refusal("keyUsage", "no digitalSignature", "digitalSignature");
        }
        if (certificate.getBasicConstraints() >= 0) {
            throw refusal("basicConstraints", "CA", "end entity");
        }
        if (certificate.hasUnsupportedCriticalExtension()) {
            throw refusal("extensions", certificate.getCriticalExtensionOIDs(), "no unknown critical extension");
        }
        var current = certificate;
        for (int i = 0; i < LENGTH_MAX; i++) {
            checkPeriod(current, at);
            var issuer = issuer(current, intermediates);
            checkRevocation(current, issuer, at);
            if (roots.contains(issuer)) {
                checkPeriod(issuer, at);
                return;
            }
            current = issuer;
        }
        throw refusal("chain", "more than " + LENGTH_MAX, "a chain to a trusted root");
    }

    /** Two certificates, equal when all their bytes are. */
    private record Issued(X509Certificate issuer, X509Certificate certificate) {}

    /** Whether {@code issuer} signed {@code certificate}; SM2 with the common user id, or what the JDK knows. */
    public static boolean signed(X509Certificate issuer, X509Certificate certificate) {
        var issued = new Issued(issuer, certificate);
        if (VERIFIED.contains(issued)) {
            return true;
        }
        boolean verified = verify(issuer, certificate);
        if (verified) {
            VERIFIED.add(issued);
        }
        return verified;
    }

    private static boolean verify(X509Certificate issuer, X509Certificate certificate) {
        try {
            if (GMObjectIdentifiers.sm2sign_with_sm3.getId().equals(certificate.getSigAlgOID())) {
                return Sm2.verify(
                        Certificates.publicKey(issuer), certificate.getTBSCertificate(), certificate.getSignature());
            }
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException | RuntimeException other) {
            return false;
        }
    }

    private X509Certificate issuer(X509Certificate certificate, Collection<X509Certificate> intermediates) {
        for (var candidates : List.of(roots, intermediates)) {
            for (var candidate : candidates) {
                if (candidate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())
                        && candidate.getBasicConstraints() >= 0
                        && usage(candidate, CERT_SIGN)
                        && signed(candidate, certificate)) {
                    return candidate;
                }
            }
        }
        throw refusal("issuer", certificate.getIssuerX500Principal().getName(), "a trusted authority");
    }

    private void checkRevocation(X509Certificate certificate, X509Certificate issuer, Instant at) {
        for (var list : revocations) {
            if (list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal()) && signedList(issuer, list)) {
                var entry = list.getRevokedCertificate(certificate.getSerialNumber());
                if (entry != null && !entry.getRevocationDate().toInstant().isAfter(at)) {
                    throw refusal("certificate", "revoked " + entry.getRevocationDate(), "not revoked");
                }
            }
        }
    }

    private static boolean signedList(X509Certificate issuer, X509CRL list) {
        try {
            return Sm2.verify(Certificates.publicKey(issuer), list.getTBSCertList(), list.getSignature());
        } catch (GeneralSecurityException | RuntimeException other) {
            return false;
        }
    }

    private static void checkPeriod(X509Certificate certificate, Instant at) {
        var moment = Date.from(at);
        if (moment.before(certificate.getNotBefore()) || moment.after(certificate.getNotAfter())) {
            throw refusal("period", at, certificate.getNotBefore() + " to " + certificate.getNotAfter());
        }
    }

    private static boolean usage(X509Certificate certificate, int bit) {
        var usage = certificate.getKeyUsage();
        return usage != null && usage[bit];
    }

    private static RuntimeException refusal(String field, Object seen, Object expected) {
        return TrustRefusal.BAD_CERTIFICATE.at(field, seen, expected);
    }
}
