package cn.qifeng.auditor.crypto;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Certificates: reading them, naming them, and following them to a root. */
public final class Certificates {

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final Memory<Boolean> ISSUED = new Memory<>();
    private static final ASN1ObjectIdentifier ORGANISATION_ID = new ASN1ObjectIdentifier("2.5.4.97");
    private static final int DEPTH_MAX = 5;

    private Certificates() {}

    /** The certificate in DER bytes. */
    public static X509Certificate parse(byte[] der) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509", PROVIDER).generateCertificate(new ByteArrayInputStream(der));
    }

    /** SM3 of the DER encoding, hex. */
    public static String id(X509Certificate certificate) {
        try {
            return Hash.hex(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Unified social credit code in the subject, or an empty string. */
    public static String uscc(X509Certificate certificate) throws GeneralSecurityException {
        var names = new JcaX509CertificateHolder(certificate).getSubject().getRDNs(ORGANISATION_ID);
        return names.length == 0
                ? ""
                : IETFUtils.valueToString(names[0].getFirst().getValue());
    }

    /** Whether the certificate leads to one of the roots over the others, every one valid at {@code moment}. */
    public static boolean trusted(
            X509Certificate certificate,
            Collection<X509Certificate> others,
            Collection<X509Certificate> roots,
            Instant moment) {
        return follow(certificate, others, roots, Date.from(moment), 0);
    }

    private static boolean follow(
            X509Certificate certificate,
            Collection<X509Certificate> others,
            Collection<X509Certificate> roots,
            Date moment,
            int depth) {
        if (depth > DEPTH_MAX || !validAt(certificate, moment)) {
            return false;
        }
        if (roots.contains(certificate)) {
            return true;
        }
        for (X509Certificate root : roots) {
            if (issued(root, certificate) && validAt(root, moment)) {
                return true;
            }
        }
        return others.stream()
                .filter(issuer -> !issuer.equals(certificate) && issued(issuer, certificate))
                .anyMatch(issuer -> follow(issuer, others, roots, moment, depth + 1));
    }

    private static boolean validAt(X509Certificate certificate, Date moment) {
        return !moment.before(certificate.getNotBefore()) && !moment.after(certificate.getNotAfter());
    }

    private static boolean issued(X509Certificate issuer, X509Certificate subject) {
        if (!issuer.getSubjectX500Principal().equals(subject.getIssuerX500Principal())
                || issuer.getBasicConstraints() < 0) {
            return false;
        }
        return ISSUED.get(id(issuer) + id(subject), () -> verifies(issuer, subject));
    }

    private static boolean verifies(X509Certificate issuer, X509Certificate subject) {
        try {
            subject.verify(issuer.getPublicKey(), PROVIDER);
            return true;
        } catch (GeneralSecurityException | RuntimeException unreadable) {
            // BouncyCastle reads parts of a certificate only here, and throws whatever it meets there
            return false;
        }
    }
}
