package cn.qifeng.trading.party.totp;

import cn.qifeng.trading.party.domain.OneTimeCodes;
import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** One-time codes of RFC 6238 with HMAC-SHA-1, six digits and 30 seconds, as authenticator apps make them. */
@ApplicationScoped
public class TotpCodes implements OneTimeCodes {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECRET_LENGTH = 32;
    private static final int BITS = 5;

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final SecureRandom random = new SecureRandom();

    @Override
    public String newSecret() {
        var secret = new StringBuilder(SECRET_LENGTH);
        for (int i = 0; i < SECRET_LENGTH; i++) {
            secret.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return secret.toString();
    }

    @Override
    public OptionalLong stepOf(String code, String secret, Instant now, long lastStep) {
        long seconds = generator.getTimeStep().toSeconds();
        long present = now.getEpochSecond() / seconds;
        for (long step = present - 1; step <= present + 1; step++) {
            String expected = codeAt(secret, Instant.ofEpochSecond(step * seconds));
            if (step > lastStep && equal(expected, code)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    @Override
    public String codeAt(String secret, Instant now) {
        try {
            var key = new SecretKeySpec(decode(secret), generator.getAlgorithm());
            return generator.generateOneTimePasswordString(key, now);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean equal(String expected, String code) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] decode(String secret) {
        var bytes = new byte[secret.length() * BITS / Byte.SIZE];
        int buffer = 0;
        int held = 0;
        int next = 0;
        for (char letter : secret.toCharArray()) {
            buffer = buffer << BITS | ALPHABET.indexOf(letter);
            held += BITS;
            if (held >= Byte.SIZE) {
                held -= Byte.SIZE;
                bytes[next++] = (byte) (buffer >> held);
            }
        }
        return bytes;
    }
}
