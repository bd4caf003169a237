package cn.qifeng.trust.cert;

import cn.qifeng.trust.cipher.Sm2;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;

/**
 * The sandbox's certificate authority (沙箱 CA): an SM2 root that issues identity certificates. Made at first start and
 * kept in a folder; production brings the roots of licensed authorities instead (电子签名法 art 18).
 */
public final class CertificateAuthority {

    private static final Duration ROOT_AGE = Duration.ofDays(7300);
    private static final Duration BACKDATE = Duration.ofDays(1);

    private final Credential root;
    private final SecureRandom random;

    /** An authority with a root that exists. */
    public CertificateAuthority(Credential root, SecureRandom random) {
        this.root = root;
        this.random = random;
    }

    /** A new authority named {@code name}, valid from a day before {@code now} for 20 years. */
    public static CertificateAuthority create(String name, Instant now, SecureRandom random) {
        var key = Sm2.newPrivateKey(random);
        var subject = new Subject(name, name, null).toName();
        var from = now.minus(BACKDATE);
        var profile = CertificateProfile.root(subject, keyInfo(Sm2.publicKey(key)), from, from.plus(ROOT_AGE), random);
        var certificate = parse(profile.sign(new Sm2ContentSigner(key, random)));
        return new CertificateAuthority(new Credential(key, certificate, List.of()), random);
    }

    /** The authority kept in {@code directory}; makes and stores a new one when there is none. */
    public static CertificateAuthority openOrCreate(Path directory, String name, Instant now) throws IOException {
        var store = new AuthorityStore(directory);
        var random = new SecureRandom();
        var kept = store.loadSm2();
        if (kept.isPresent()) {
            return new CertificateAuthority(kept.get(), random);
        }
        var made = create(name, now, random);
        store.save(made.root);
        return made;
    }

    /** The root certificate, an anchor for those who trust this sandbox. */
    public X509Certificate root() {
        return root.certificate();
    }

    /** Certifies a public key that the client made, for signing. */
    public X509Certificate issue(Subject subject, byte[] publicKey, Instant from, Instant to) {
        int usage = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
        var profile = CertificateProfile.leaf(
                holder(root.certificate()),
                subject.toName(),
                keyInfo(Sm2.checkPoint(publicKey)),
                from,
                to,
                usage,
                random);
        return parse(profile.sign(new Sm2ContentSigner(root.privateKey(), random)));
    }

    /** Makes a key and certifies it: for demo people and for the platform's own keys. */
    public Credential issueWithKey(Subject subject, Instant from, Instant to) {
        var key = Sm2.newPrivateKey(random);
        return new Credential(key, issue(subject, Sm2.publicKey(key), from, to), List.of());
    }

    /** A signed list of revoked serial numbers with the moments of revocation. */
    public X509CRL revocationList(Map<BigInteger, Instant> revoked, Instant at, Instant nextUpdate) {
        var list = new X509v2CRLBuilder(holder(root.certificate()).getSubject(), Date.from(at));
        list.setNextUpdate(Date.from(nextUpdate));
        revoked.forEach((serial, moment) -> list.addCRLEntry(serial, Date.from(moment), 0));
        try {
            return new JcaX509CRLConverter()
                    .setProvider(Certificates.PROVIDER)
                    .getCRL(list.build(new Sm2ContentSigner(root.privateKey(), random)));
        } catch (CRLException never) {
            throw new IllegalStateException(never);
        }
    }

    static SubjectPublicKeyInfo keyInfo(byte[] point) {
        var algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, GMObjectIdentifiers.sm2p256v1);
        return new SubjectPublicKeyInfo(algorithm, point);
    }

    static X509CertificateHolder holder(X509Certificate certificate) {
        try {
            return new X509CertificateHolder(Certificates.der(certificate));
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
    }

    static X509Certificate parse(X509CertificateHolder holder) {
        try {
            return Certificates.parse(holder.getEncoded());
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
    }
}
