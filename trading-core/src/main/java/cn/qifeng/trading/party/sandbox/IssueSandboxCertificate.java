package cn.qifeng.trading.party.sandbox;

import static cn.qifeng.trading.party.domain.PartyRefusal.BAD_CREDIT_CODE;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.trading.keys.PlatformKeys;
import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.cert.Subject;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/** The sandbox's authority certifies a key that the client made (沙箱发证); the client proves that it has the key. */
@ApplicationScoped
class IssueSandboxCertificate {

    private static final Duration LIFE = Duration.ofDays(3650);
    private static final int PROOF_MAX = 80;

    private final PlatformKeys keys;

    IssueSandboxCertificate(PlatformKeys keys) {
        this.keys = keys;
    }

    /**
     * Issues a certificate.
     *
     * @param person name of the person, or {@code null} for the organisation's own name
     * @param publicKey hex point, 65 bytes
     * @param proof base64 of the SM2 signature (DER of r, s) over the canonical {@code
     *     {"type":"certificate-request","v":1,"name","uscc","publicKey"}}
     */
    X509Certificate issue(String name, String uscc, String person, String publicKey, String proof) {
        if (!Uscc.isValid(uscc)) {
            throw BAD_CREDIT_CODE.with(Facts.field("uscc", uscc, "18 characters with a right check digit")
                    .map());
        }
        var request = CanonicalJson.object()
                .put("type", "certificate-request")
                .put("v", 1)
                .put("name", name)
                .put("uscc", uscc)
                .put("publicKey", publicKey);
        byte[] point = Fields.of(request).hex("publicKey", Sm2.POINT);
        if (!Sm2.verify(point, CanonicalJson.encode(request), Fields.base64("proof", proof, PROOF_MAX))) {
            throw TrustRefusal.BAD_SIGNATURE.at("proof", "does not verify", "a signature by publicKey");
        }
        Instant now = Instant.now();
        var subject = new Subject(person == null ? name : person, name, uscc);
        return keys.sandboxAuthority().issue(subject, point, now, now.plus(LIFE));
    }
}
