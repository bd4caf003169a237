package cn.qifeng.trust.cert;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.Fields;
import java.security.Provider;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Reads certificates (数字证书) and tells what they say. */
public final class Certificates {

    /** The largest certificate that is parsed, bytes of DER. */
    public static final int DER_MAX = 8192;

    static final Provider PROVIDER = new BouncyCastleProvider();

    private Certificates() {}

    /** Reads one certificate; refuses other bytes, trailing bytes and more than {@link #DER_MAX}. */
    public static X509Certificate parse(byte[] der) {
        if (der.length > DER_MAX) {
            throw TrustRefusal.BAD_CERTIFICATE.at("certificate", der.length + " bytes", "at most " + DER_MAX);
        }
        return KnownCertificate.of(der).certificate();
    }

    /** Reads one certificate from base64 that stands in a document at {@code field}. */
    public static X509Certificate parseBase64(String field, String text) {
        return parse(Fields.base64(field, text, DER_MAX));
    }

    /** DER bytes. */
    public static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException never) {
            throw new IllegalStateException(never);
        }
    }

    /** Base64 of the DER bytes, as documents carry it. */
    public static String base64(X509Certificate certificate) {
        return Base64.getEncoder().encodeToString(der(certificate));
    }

    /** Id of a certificate: SM3 of its DER encoding, 32 bytes. */
    public static byte[] idBytes(X509Certificate certificate) {
        return Sm3.of(der(certificate));
    }

    /** Id of a certificate in hexadecimal. */
    public static String id(X509Certificate certificate) {
        return Hex.encode(idBytes(certificate));
    }

    /** Its ASN.1 structure, whose encoding is the same DER. */
    public static Certificate structure(X509Certificate certificate) {
        return KnownCertificate.of(der(certificate)).structure();
    }

    /** The SM2 point that a certificate binds; refuses other kinds of keys. */
    public static byte[] publicKey(X509Certificate certificate) {
        return KnownCertificate.of(der(certificate)).publicKey();
    }

    /** Whom a certificate names. */
    public static Subject subject(X509Certificate certificate) {
        try {
            return Subject.of(
                    X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()));
        } catch (ClassCastException other) {
            throw TrustRefusal.BAD_CERTIFICATE.at("subject", "not text", "CN, O and 2.5.4.97 as text");
        }
    }
}
