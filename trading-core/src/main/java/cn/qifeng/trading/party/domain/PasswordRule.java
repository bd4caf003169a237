package cn.qifeng.trading.party.domain;

import static cn.qifeng.trading.party.domain.PartyRefusal.WEAK_PASSWORD;

import cn.qifeng.kernel.Facts;
import java.util.Locale;
import java.util.stream.Stream;

/** What a password of staff must be (口令策略, GB/T 22239-2019 8.1.4.1; CTS-EBS01 F-01). */
public final class PasswordRule {

    /** Shortest password, characters. */
    public static final int LENGTH_MIN = 12;
    /** Longest password, characters. */
    public static final int LENGTH_MAX = 128;

    private static final int KINDS_MIN = 3;

    private PasswordRule() {}

    /**
     * Refuses with {@code party/weak-password} what is shorter than {@value #LENGTH_MIN} characters, has fewer than three
     * of small letters, capitals, digits and others, or contains the account.
     */
    public static void require(String password, String account) {
        if (password.length() < LENGTH_MIN || password.length() > LENGTH_MAX) {
            throw weak(password.length() + " characters", LENGTH_MIN + " to " + LENGTH_MAX + " characters");
        }
        long kinds = Stream.of("[a-z]", "[A-Z]", "\\d", "[^a-zA-Z0-9]")
                .filter(kind -> password.matches("(?s).*" + kind + ".*"))
                .count();
        if (kinds < KINDS_MIN) {
            throw weak(kinds + " kinds", "three of a-z, A-Z, 0-9 and others");
        }
        if (password.toLowerCase(Locale.ROOT).contains(account.toLowerCase(Locale.ROOT))) {
            throw weak("the account", "a password without the account");
        }
    }

    private static RuntimeException weak(String seen, String expected) {
        return WEAK_PASSWORD.with(Facts.field("password", seen, expected).map());
    }
}
