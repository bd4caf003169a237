package cn.qifeng.trust.secret;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.hash.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Password hashes (口令散列) with Argon2id (RFC 9106): 19 MiB, two passes, one lane. */
public final class Passwords {

    /** The shortest password, characters. */
    public static final int LENGTH_MIN = 8;

    /** The longest password, characters. */
    public static final int LENGTH_MAX = 128;

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{4,6}),t=(\\d{1,2}),p=1\\$([A-Za-z0-9+/]{22})\\$([A-Za-z0-9+/]{43})");

    private final SecureRandom random;

    /** Hashes with salts from this source. */
    public Passwords(SecureRandom random) {
        this.random = random;
    }

    /** The hash to keep, in the usual form {@code $argon2id$v=19$m=…,t=…,p=1$salt$hash}. */
    public String hash(char[] password) {
        if (password.length < LENGTH_MIN || password.length > LENGTH_MAX) {
            throw TrustRefusal.BAD_PASSWORD.at("password", password.length, LENGTH_MIN + " to " + LENGTH_MAX);
        }
        var salt = new byte[SALT];
        random.nextBytes(salt);
        var encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=1$" + encoder.encodeToString(salt) + "$"
                + encoder.encodeToString(argon2(password, salt, MEMORY_KIB, PASSES));
    }

    /** Whether the password fits a kept hash. A kept hash of another form fits nothing. */
    public boolean matches(char[] password, String kept) {
        var form = FORM.matcher(kept);
        if (password.length > LENGTH_MAX || !form.matches()) {
            return false;
        }
        return Bytes.same(computed(password, form), Base64.getDecoder().decode(form.group(4)));
    }

    private static byte[] computed(char[] password, Matcher form) {
        var salt = Base64.getDecoder().decode(form.group(3));
        return argon2(password, salt, Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    }

    private static byte[] argon2(char[] password, byte[] salt, int memoryKib, int passes) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        var normal = Normalizer.normalize(new String(password), Normalizer.Form.NFC);
        var hash = new byte[HASH];
        generator.generateBytes(normal.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
