package cn.qifeng.trust.cert;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.cipher.Sm2;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * A certificate with what was read out of its bytes (已解析证书): they never change, and the same few come again with every
 * signature. Nothing here says whether it is to be trusted.
 */
final class KnownCertificate {

    private static final int KEPT_MAX = 1_000;

    private static final Map<ByteBuffer, KnownCertificate> KEPT =
            Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<ByteBuffer, KnownCertificate> eldest) {
                    return size() > KEPT_MAX;
                }
            });

    private final X509Certificate certificate;
    private final Certificate structure;
    private volatile byte[] publicKey;

    private KnownCertificate(byte[] der) {
        this.certificate = read(der);
        this.structure = Certificate.getInstance(der);
    }

    /** Of these bytes; refuses what is not the DER of a certificate. */
    static KnownCertificate of(byte[] der) {
        var kept = KEPT.get(ByteBuffer.wrap(der));
        if (kept != null) {
            return kept;
        }
        var own = der.clone();
        var read = new KnownCertificate(own);
        KEPT.put(ByteBuffer.wrap(own), read);
        return read;
    }

    private static X509Certificate read(byte[] der) {
        try {
            var factory = CertificateFactory.getInstance("X.509", Certificates.PROVIDER);
            var certificate = factory.generateCertificate(new ByteArrayInputStream(der));
            if (certificate instanceof X509Certificate x509 && Arrays.equals(x509.getEncoded(), der)) {
                return x509;
            }
        } catch (CertificateException | RuntimeException other) {
            // falls through to the one refusal below
        }
        throw TrustRefusal.BAD_CERTIFICATE.at("certificate", "other bytes", "DER of a certificate");
    }

    X509Certificate certificate() {
        return certificate;
    }

    Certificate structure() {
        return structure;
    }

    /** The SM2 point that it binds; refuses other kinds of keys. */
    byte[] publicKey() {
        if (publicKey == null) {
            publicKey = Sm2.publicKey(
                    SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded()));
        }
        return publicKey.clone();
    }
}
