package cn.qifeng.evaluation.panel.application;

import cn.qifeng.trust.hash.Hex;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/** Secret seeds from which the labels of all members follow (标号种子). */
@ApplicationScoped
class LabelSeeds {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    /** A new one, hex. */
    String next() {
        var seed = new byte[BYTES];
        random.nextBytes(seed);
        return Hex.encode(seed);
    }
}
