package cn.qifeng.launcher.measure;

import cn.qifeng.cli.client.Api;
import cn.qifeng.trust.json.CanonicalJson;
import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.ByteArrayOutputStream;
import java.security.InvalidKeyException;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;

/** Logs in the sandbox's staff, who have a password and a one-time code (RFC 6238) that the sandbox shows to anybody. */
public final class StaffLogin {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private StaffLogin() {}

    /** The platform as this person sees it, for a quarter of an hour. */
    public static Api of(String account, Api visitor) {
        for (var person : visitor.get("/api/core/sandbox/people").path("people")) {
            if (person.path("account").asText().equals(account)) {
                var form = CanonicalJson.object()
                        .put("account", account)
                        .put("password", person.path("password").asText())
                        .put("totp", code(person.path("totpSecret").asText()));
                return visitor.as(visitor.post("/api/core/sessions/password", form)
                        .path("token")
                        .asText());
            }
        }
        throw new IllegalStateException("the sandbox has no " + account);
    }

    private static String code(String secret) {
        try {
            var generator = new TimeBasedOneTimePasswordGenerator();
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(base32(secret), generator.getAlgorithm()), Instant.now());
        } catch (InvalidKeyException never) {
            throw new IllegalStateException(never);
        }
    }

    private static byte[] base32(String text) {
        var bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int held = 0;
        for (char letter : text.toCharArray()) {
            buffer = buffer << BITS | ALPHABET.indexOf(letter);
            held += BITS;
            if (held >= Byte.SIZE) {
                held -= Byte.SIZE;
                bytes.write(buffer >> held);
                buffer &= (1 << held) - 1;
            }
        }
        return bytes.toByteArray();
    }
}
