package cn.qifeng.trust.cert;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.cipher.Sm2;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;

/**
 * A private SM2 key with its certificate (签名凭证) and the issuers up to, without, the root. The chain may be empty. Its text
 * form never shows the key.
 */
public record Credential(BigInteger privateKey, X509Certificate certificate, List<X509Certificate> chain) {

    /** Refuses a key that does not fit the certificate. */
    public Credential {
        chain = List.copyOf(chain);
        if (!Arrays.equals(Sm2.publicKey(privateKey), Certificates.publicKey(certificate))) {
            throw TrustRefusal.BAD_KEY.at("signKey", "another key", "the key of the certificate");
        }
    }

    @Override
    public String toString() {
        return "Credential[" + certificate.getSubjectX500Principal() + "]";
    }
}
