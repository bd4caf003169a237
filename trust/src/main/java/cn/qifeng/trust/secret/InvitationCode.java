package cn.qifeng.trust.secret;

import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One half of an invitation code (邀请码): 100 random bits as 20 letters in four groups, in Crockford's alphabet, which
 * has no letter that reads like a digit. Only its hash is kept; it has too many bits to be tried.
 */
public final class InvitationCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 20;
    private static final int GROUP = 5;
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    private InvitationCode() {}

    /** A new half, such as {@code 4KD0T-9ZQ2M-…}. */
    public static String newHalf(SecureRandom random) {
        var half = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            half.append(i > 0 && i % GROUP == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return half.toString();
    }

    /** What is kept of a half: 64 hex digits, the same however it is grouped, in small letters, or with O for 0. */
    public static String hash(String half) {
        return Hex.encode(Sm3.of(Bytes.ascii("QI1 invitation"), plain(half).getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether a half fits what was kept. A half of another form fits nothing. */
    public static boolean matches(String half, String kept) {
        return FORM.matcher(plain(half)).matches() && Bytes.same(Hex.decode(hash(half)), Hex.decode(kept));
    }

    private static String plain(String half) {
        return half.toUpperCase(Locale.ROOT)
                .replaceAll("[-\\s]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
