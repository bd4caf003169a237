package cn.qifeng.evaluation.terminal.domain;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.hash.Sm3;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Activation code of a seat (席位激活码): 16 characters, of which the first four find it and the others prove it. It lives
 * some minutes, serves once, and is kept as a hash alone.
 *
 * @param selector the first four characters
 * @param hash SM3 over label, selector and secret, 64 hex digits
 * @param madeBy name of the person who made it
 * @param tries how often a wrong secret came
 */
public record ActivationCode(
        String selector, String seat, String site, String hash, String madeBy, Instant expiresAt, int tries) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int SELECTOR = 4;
    private static final int LENGTH = 16;

    /** A code with what the person at the terminal types, which is told once and never again. */
    public record Issued(ActivationCode code, String text) {}

    /** A new code for a seat. */
    public static Issued issue(
            String seat, String site, String madeBy, Instant now, Duration life, RandomGenerator random) {
        var text = random.ints(LENGTH, 0, ALPHABET.length())
                .collect(StringBuilder::new, (into, it) -> into.append(ALPHABET.charAt(it)), StringBuilder::append)
                .toString();
        var code = new ActivationCode(text.substring(0, SELECTOR), seat, site, hash(text), madeBy, now.plus(life), 0);
        return new Issued(code, text.replaceAll("(.{4})(?=.)", "$1-"));
    }

    /** The code without separators, its look-alike letters read as the digits that were meant. */
    public static String plain(String typed) {
        var text = typed == null ? "" : typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return text.replace('O', '0').replace('I', '1').replace('L', '1');
    }

    /** What finds the code among those that wait; refuses what cannot be a code. */
    public static String selectorOf(String typed) {
        var text = plain(typed);
        if (text.length() != LENGTH) {
            throw wrong();
        }
        return text.substring(0, SELECTOR);
    }

    /** Whether it still counts. */
    public boolean alive(Instant now, int triesMax) {
        return now.isBefore(expiresAt) && tries < triesMax;
    }

    /** Whether this was typed; takes the same time for every wrong secret. */
    public boolean matches(String typed) {
        return MessageDigest.isEqual(ascii(hash), ascii(hash(plain(typed))));
    }

    /** One wrong secret more. */
    public ActivationCode missed() {
        return new ActivationCode(selector, seat, site, hash, madeBy, expiresAt, tries + 1);
    }

    /** The refusal of every wrong, used, expired or unknown code; it does not tell which. */
    public static Refused wrong() {
        return TerminalRefusal.CODE.at("code", "****", "a code of the last minutes that nobody used");
    }

    private static String hash(String text) {
        return Sm3.hex(ascii("QSD1 code"), ascii(text));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
