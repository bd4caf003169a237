package cn.qifeng.trust.sign;

import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.cert.Subject;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Who signed (签名人): the certificate under which a signature verified, its id in hexadecimal, and the issuers that came with
 * it. Says nothing yet about whether that certificate is to be trusted.
 */
public record Signed(X509Certificate certificate, String certificateId, List<X509Certificate> chain) {

    /** Copies the chain. */
    public Signed {
        chain = List.copyOf(chain);
    }

    /** Whom the certificate names. */
    public Subject subject() {
        return Certificates.subject(certificate);
    }
}
