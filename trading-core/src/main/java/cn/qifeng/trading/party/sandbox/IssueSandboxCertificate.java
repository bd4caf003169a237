package cn.qifeng.trading.party.sandbox;

import static cn.qifeng.trading.party.domain.PartyRefusal.BAD_CREDIT_CODE;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.trading.keys.PlatformKeys;
import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.cert.Subject;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.hash.Hex;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** The sandbox's authority certifies a key that the client made (沙箱发证); the client proves that it has the key. */
@ApplicationScoped
class IssueSandboxCertificate {

    private static final Duration LIFE = Duration.ofDays(3650);
    private static final Pattern HEX = Pattern.compile("(?:[0-9a-f]{2}){8,80}");

    private final PlatformKeys keys;

    IssueSandboxCertificate(PlatformKeys keys) {
        this.keys = keys;
    }

    /**
     * Issues a certificate.
     *
     * @param person name of the person, or {@code null} for the organisation's own name
     * @param publicKey hex point, 65 bytes
     * @param proof hex SM2 signature (DER of r, s) by that key over the 65 bytes of the point
     */
    X509Certificate issue(String name, String uscc, String person, String publicKey, String proof) {
        if (!Uscc.isValid(uscc)) {
            throw BAD_CREDIT_CODE.with(Facts.field("uscc", uscc, "18 characters with a right check digit")
                    .map());
        }
        byte[] point = Sm2.checkPoint(hex("publicKey", publicKey));
        if (!Sm2.verify(point, point, hex("proof", proof))) {
            throw TrustRefusal.BAD_SIGNATURE.at("proof", "does not verify", "a signature by publicKey");
        }
        Instant now = Instant.now();
        var subject = new Subject(person == null ? name : person, name, uscc);
        return keys.sandboxAuthority().issue(subject, point, now, now.plus(LIFE));
    }

    private static byte[] hex(String field, String text) {
        if (!HEX.matcher(text).matches()) {
            throw TrustRefusal.BAD_BYTES.at(field, text.length() + " characters", "hexadecimal in lower case");
        }
        return Hex.decode(text);
    }
}
