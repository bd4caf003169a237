package cn.qifeng.evaluation.terminal.application;

import cn.qifeng.trust.hash.Hex;
import java.security.SecureRandom;

/** Makes nonces of 128 bits. */
final class RandomNonces {

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomNonces() {}

    static String next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Hex.encode(bytes);
    }
}
