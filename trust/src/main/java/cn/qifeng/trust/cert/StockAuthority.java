package cn.qifeng.trust.cert;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The sandbox's second authority (通用工具根), with RSA-3072 keys that stock tools accept: {@code openssl ts -verify} knows
 * no SM2 time stamps, browsers no SM2 servers, and most PDF readers no SM2 signatures.
 */
public final class StockAuthority {

    private static final int RSA_BITS = 3072;
    private static final Duration ROOT_AGE = Duration.ofDays(7300);
    private static final Duration BACKDATE = Duration.ofDays(1);

    private final StockCredential root;
    private final SecureRandom random;

    private StockAuthority(StockCredential root, SecureRandom random) {
        this.root = root;
        this.random = random;
    }

    /** A new authority named {@code name}, valid from a day before {@code now} for 20 years. */
    public static StockAuthority create(String name, Instant now, SecureRandom random) {
        var keys = rsa(random);
        var from = now.minus(BACKDATE);
        var profile = CertificateProfile.root(
                new Subject(name, name, null).toName(), info(keys), from, from.plus(ROOT_AGE), random);
        var certificate = CertificateAuthority.parse(profile.sign(signer(keys)));
        return new StockAuthority(new StockCredential(keys.getPrivate(), certificate, List.of()), random);
    }

    /** The authority kept in {@code directory}; makes and stores a new one when there is none. */
    public static StockAuthority openOrCreate(Path directory, String name, Instant now) throws IOException {
        var store = new AuthorityStore(directory);
        var kept = store.loadStock();
        if (kept.isPresent()) {
            return new StockAuthority(kept.get(), new SecureRandom());
        }
        var made = create(name, now, new SecureRandom());
        store.save(made.root);
        return made;
    }

    /** The root certificate. */
    public X509Certificate root() {
        return root.certificate();
    }

    /** A key and certificate for a time-stamp authority: RSA-3072, critical extended key usage timeStamping. */
    public StockCredential issueTimeStampAuthority(String name, Instant from, Instant to) {
        var keys = rsa(random);
        var profile = leaf(name, keys, from, to, KeyUsage.digitalSignature | KeyUsage.nonRepudiation);
        return issued(keys, profile.purpose(KeyPurposeId.id_kp_timeStamping, true));
    }

    /** A key and certificate that seals PDF documents for stock readers: RSA-3072, no extended key usage. */
    public StockCredential issueDocumentSigner(String name, Instant from, Instant to) {
        var keys = rsa(random);
        return issued(keys, leaf(name, keys, from, to, KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
    }

    /** A key (P-256) and certificate for a TLS server that answers under these host names and addresses. */
    public StockCredential issueServer(List<String> hosts, Instant from, Instant to) {
        var keys = p256(random);
        var profile = leaf(hosts.get(0), keys, from, to, KeyUsage.digitalSignature);
        return issued(
                keys, profile.purpose(KeyPurposeId.id_kp_serverAuth, false).hosts(hosts));
    }

    private CertificateProfile leaf(String name, KeyPair keys, Instant from, Instant to, int usage) {
        var issuer = CertificateAuthority.holder(root.certificate());
        var subject = new Subject(name, Certificates.subject(root.certificate()).organisation(), null).toName();
        return CertificateProfile.leaf(issuer, subject, info(keys), from, to, usage, random);
    }

    private StockCredential issued(KeyPair keys, CertificateProfile profile) {
        var certificate = CertificateAuthority.parse(
                profile.sign(signer(new KeyPair(root.certificate().getPublicKey(), root.privateKey()))));
        return new StockCredential(keys.getPrivate(), certificate, List.of(root.certificate()));
    }

    private static SubjectPublicKeyInfo info(KeyPair keys) {
        return SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
    }

    private static ContentSigner signer(KeyPair keys) {
        try {
            return new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate());
        } catch (OperatorCreationException never) {
            throw new IllegalStateException(never);
        }
    }

    private static KeyPair rsa(SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(never);
        }
    }

    private static KeyPair p256(SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(never);
        }
    }
}
