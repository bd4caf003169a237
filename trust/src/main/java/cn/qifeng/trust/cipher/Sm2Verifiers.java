package cn.qifeng.trust.cipher;

import cn.qifeng.kernel.Refused;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses who verifies signatures (验签选择). {@link Sm2Quick} does where a check at the first use finds that it says what
 * BouncyCastle says; otherwise BouncyCastle does. {@code -Dqifeng.sm2=bouncycastle} forbids it.
 */
final class Sm2Verifiers {

    private static final String SWITCH = "qifeng.sm2";
    private static final int KEYS = 2;

    private static final Sm2Verifiers CHOSEN = choose();

    private final Sm2Verifier verifier;
    private final String state;

    private Sm2Verifiers(Sm2Verifier verifier, String state) {
        this.verifier = verifier;
        this.state = state;
    }

    static Sm2Verifier fastest() {
        return CHOSEN.verifier;
    }

    static String state() {
        return CHOSEN.state;
    }

    private static Sm2Verifiers choose() {
        if ("bouncycastle".equals(System.getProperty(SWITCH))) {
            return new Sm2Verifiers(new Sm2Bouncy(), "BouncyCastle, as " + SWITCH + " says");
        }
        var quick = new Sm2Quick();
        return agrees(quick, new Sm2Bouncy())
                ? new Sm2Verifiers(quick, "own arithmetic")
                : new Sm2Verifiers(new Sm2Bouncy(), "BouncyCastle, because the own arithmetic says otherwise");
    }

    /** One signature, or what is given out as one. */
    private record Case(byte[] publicKey, byte[] content, byte[] signature) {}

    /** Whether both say the same of signatures that hold, of altered ones, and of keys off the curve. */
    static boolean agrees(Sm2Verifier one, Sm2Verifier other) {
        return cases().stream().allMatch(it -> said(one, it).equals(said(other, it)));
    }

    private static String said(Sm2Verifier verifier, Case it) {
        try {
            return String.valueOf(verifier.verify(it.publicKey, it.content, it.signature));
        } catch (Refused refused) {
            return refused.code().code();
        }
    }

    private static List<Case> cases() {
        var cases = new ArrayList<Case>();
        for (int i = 0; i < KEYS; i++) {
            var key = Sm2.newPrivateKey(new SecureRandom());
            var point = Sm2.publicKey(key);
            var content = Sm2.bytes32(BigInteger.valueOf(i));
            var signature = Sm2.sign(key, content, new SecureRandom());
            cases.add(new Case(point, content, signature));
            cases.add(new Case(point, content, altered(signature, signature.length / 2)));
            cases.add(new Case(point, altered(content, 0), signature));
            cases.add(new Case(point, content, altered(signature, 1)));
            cases.add(new Case(altered(point, 1), content, signature));
        }
        return cases;
    }

    private static byte[] altered(byte[] bytes, int at) {
        var altered = bytes.clone();
        altered[at] ^= 1;
        return altered;
    }
}
