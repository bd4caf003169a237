package cn.qifeng.trust.cert;

import cn.qifeng.trust.hash.Sm3;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;

/** Lays out one certificate before it is signed: names, period, key and the extensions of its use. */
final class CertificateProfile {

    private final X509v3CertificateBuilder builder;

    private CertificateProfile(
            X500Name issuer,
            X500Name subject,
            SubjectPublicKeyInfo key,
            Instant from,
            Instant to,
            SecureRandom random) {
        var serial = new BigInteger(127, random).setBit(126);
        this.builder = new X509v3CertificateBuilder(issuer, serial, Date.from(from), Date.from(to), subject, key);
        var id = digest(key.getPublicKeyData().getBytes());
        extension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(id));
    }

    /** A root: its own issuer, may sign certificates and lists. */
    static CertificateProfile root(
            X500Name name, SubjectPublicKeyInfo key, Instant from, Instant to, SecureRandom random) {
        return new CertificateProfile(name, name, key, from, to, random)
                .extension(Extension.basicConstraints, true, new BasicConstraints(true))
                .extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    }

    /** An end entity under {@code issuer}, with the bits of its use. */
    static CertificateProfile leaf(
            X509CertificateHolder issuer,
            X500Name subject,
            SubjectPublicKeyInfo key,
            Instant from,
            Instant to,
            int usage,
            SecureRandom random) {
        var issuerKey = issuer.getSubjectPublicKeyInfo().getPublicKeyData().getBytes();
        return new CertificateProfile(issuer.getSubject(), subject, key, from, to, random)
                .extension(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(digest(issuerKey)))
                .extension(Extension.basicConstraints, true, new BasicConstraints(false))
                .extension(Extension.keyUsage, true, new KeyUsage(usage));
    }

    CertificateProfile purpose(KeyPurposeId purpose, boolean critical) {
        return extension(Extension.extendedKeyUsage, critical, new ExtendedKeyUsage(purpose));
    }

    CertificateProfile hosts(List<String> hosts) {
        var names = hosts.stream().map(CertificateProfile::hostName).toArray(GeneralName[]::new);
        return extension(Extension.subjectAlternativeName, false, new GeneralNames(names));
    }

    X509CertificateHolder sign(ContentSigner signer) {
        return builder.build(signer);
    }

    private CertificateProfile extension(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {
        try {
            builder.addExtension(id, critical, value);
            return this;
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
    }

    private static GeneralName hostName(String host) {
        boolean address = host.indexOf(':') >= 0 || host.matches("[0-9.]+");
        if (!address) {
            return new GeneralName(GeneralName.dNSName, host);
        }
        try {
            return new GeneralName(
                    GeneralName.iPAddress, InetAddress.getByName(host).getHostAddress());
        } catch (UnknownHostException other) {
            throw new IllegalArgumentException("not an address: " + host, other);
        }
    }

    private static byte[] digest(byte[] key) {
        return Arrays.copyOf(Sm3.of(key), 20);
    }
}
