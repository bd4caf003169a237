package cn.qifeng.trust.cert;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/**
 * A private key of the kinds that stock tools know, RSA or P-256 (通用工具凭证), with its certificate and its issuers
 * including the root: for time stamps, for TLS, and for the second signature in PDF documents; SM2 signs what binds.
 */
public record StockCredential(PrivateKey privateKey, X509Certificate certificate, List<X509Certificate> issuers) {

    /** Copies the issuers. */
    public StockCredential {
        issuers = List.copyOf(issuers);
    }

    /** Private key as PEM, PKCS #8, not encrypted. */
    public String privateKeyPem() {
        return pem("PRIVATE KEY", privateKey.getEncoded());
    }

    /** Certificate and issuers as PEM, the certificate first. */
    public String certificatesPem() {
        var pem = new StringBuilder(pem(certificate));
        issuers.forEach(issuer -> pem.append(pem(issuer)));
        return pem.toString();
    }

    /** One certificate as PEM. */
    public static String pem(X509Certificate certificate) {
        return pem("CERTIFICATE", Certificates.der(certificate));
    }

    private static String pem(String name, byte[] der) {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + name + "-----\n" + text + "\n-----END " + name + "-----\n";
    }

    @Override
    public String toString() {
        return "StockCredential[" + certificate.getSubjectX500Principal() + "]";
    }
}
