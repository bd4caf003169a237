package cn.qifeng.launcher.fuzz;

import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Sm3;
import java.security.SecureRandom;

/** The same bytes for the same seed, so that an input that was found can be tried again; worth nothing as a secret. */
final class RepeatableRandom extends SecureRandom {

    private static final long serialVersionUID = 1L;

    private final byte[] seed;
    private int counter;

    RepeatableRandom(long seed) {
        this.seed = Sm3.of(Bytes.ascii("fuzz " + seed));
    }

    @Override
    public void nextBytes(byte[] bytes) {
        for (int filled = 0; filled < bytes.length; filled += Sm3.LENGTH) {
            var block = Sm3.of(seed, Bytes.u32(counter++));
            System.arraycopy(block, 0, bytes, filled, Math.min(Sm3.LENGTH, bytes.length - filled));
        }
    }
}
