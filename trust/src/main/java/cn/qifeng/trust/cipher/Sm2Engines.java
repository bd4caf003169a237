package cn.qifeng.trust.cipher;

import cn.qifeng.kernel.Refused;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Chooses who signs and verifies (签名算法选择). {@link Sm2Quick} does where a check at the first use finds that it makes the
 * signatures that BouncyCastle makes, and says of signatures what that says; otherwise BouncyCastle does. {@code -Dqifeng.sm2=bouncycastle} forbids it.
 */
final class Sm2Engines {

    private static final String SWITCH = "qifeng.sm2";
    private static final int KEYS = 2;
    private static final int CONTENT = 100;

    private static final Sm2Engines CHOSEN = choose();

    private final Sm2Engine engine;
    private final String state;

    private Sm2Engines(Sm2Engine engine, String state) {
        this.engine = engine;
        this.state = state;
    }

    static Sm2Engine fastest() {
        return CHOSEN.engine;
    }

    static String state() {
        return CHOSEN.state;
    }

    private static Sm2Engines choose() {
        if ("bouncycastle".equals(System.getProperty(SWITCH))) {
            return new Sm2Engines(new Sm2Bouncy(), "BouncyCastle, as " + SWITCH + " says");
        }
        var quick = new Sm2Quick();
        return agrees(quick, new Sm2Bouncy())
                ? new Sm2Engines(quick, "own arithmetic")
                : new Sm2Engines(new Sm2Bouncy(), "BouncyCastle, because the own arithmetic says otherwise");
    }

    /** One signature, or what is given out as one. */
    private record Case(byte[] publicKey, byte[] content, byte[] signature) {}

    /** Whether both make the same signatures, and say the same of them, of altered ones, and of keys off the curve. */
    static boolean agrees(Sm2Engine one, Sm2Engine other) {
        for (int i = 1; i <= KEYS; i++) {
            var random = new Random(i);
            var key = new BigInteger(Sm2.order().bitLength() - 1, random);
            var content = new byte[CONTENT];
            random.nextBytes(content);
            var signature = other.signer(key, repeated(i)).apply(content);
            if (!Arrays.equals(signature, one.signer(key, repeated(i)).apply(content))
                    || !cases(Sm2.publicKey(key), content, signature).stream()
                            .allMatch(it -> said(one, it).equals(said(other, it)))) {
                return false;
            }
        }
        return true;
    }

    private static String said(Sm2Engine engine, Case it) {
        try {
            return String.valueOf(engine.verify(it.publicKey, it.content, it.signature));
        } catch (Refused refused) {
            return refused.code().code();
        }
    }

    private static List<Case> cases(byte[] point, byte[] content, byte[] signature) {
        return List.of(
                new Case(point, content, signature),
                new Case(point, content, altered(signature, signature.length / 2)),
                new Case(point, altered(content, 0), signature),
                new Case(point, content, altered(signature, 1)),
                new Case(altered(point, 1), content, signature));
    }

    private static byte[] altered(byte[] bytes, int at) {
        var altered = bytes.clone();
        altered[at] ^= 1;
        return altered;
    }

    /** The same numbers each time, for nothing but this check. */
    private static SecureRandom repeated(long seed) {
        var numbers = new Random(seed);
        return new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] bytes) {
                numbers.nextBytes(bytes);
            }
        };
    }
}
