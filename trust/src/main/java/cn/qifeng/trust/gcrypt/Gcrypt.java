package cn.qifeng.trust.gcrypt;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.cipher.Sm4Provider;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/**
 * Chooses who encrypts frames (加密库选择). libgcrypt is used where the system has it and a check at the first use finds that it
 * gives what BouncyCastle gives; otherwise BouncyCastle does the work. {@code -Dqifeng.sm4=bouncycastle} forbids it.
 */
public final class Gcrypt {

    private static final String SWITCH = "qifeng.sm4";
    private static final int[] LENGTHS = {0, 1, 15, 16, 17, 255, 4096, 70_001};

    private static final Gcrypt FOUND = look();

    private final Sm4Provider provider;
    private final String state;

    private Gcrypt(Sm4Provider provider, String state) {
        this.provider = provider;
        this.state = state;
    }

    /** The fastest provider of this machine; it serves all threads. */
    public static Sm4Provider fastest() {
        return library().orElseGet(Sm4Gcm::new);
    }

    /** The provider by libgcrypt, where it can be used. */
    public static Optional<Sm4Provider> library() {
        return Optional.ofNullable(FOUND.provider);
    }

    /** One line for whoever runs the machine: which library encrypts, and why not the other. */
    public static String state() {
        return FOUND.state;
    }

    private static Gcrypt look() {
        if ("bouncycastle".equals(System.getProperty(SWITCH))) {
            return new Gcrypt(null, "BouncyCastle, as " + SWITCH + " says");
        }
        try {
            var version = Libgcrypt.bind();
            var provider = new GcryptSm4();
            return agrees(provider, new Sm4Gcm())
                    ? new Gcrypt(provider, "libgcrypt " + version)
                    : new Gcrypt(null, "BouncyCastle, because libgcrypt " + version + " gives other bytes");
        } catch (LinkageError | IllegalStateException unusable) {
            return new Gcrypt(null, "BouncyCastle, because libgcrypt cannot be used: " + unusable.getMessage());
        }
    }

    /** Whether both give the same frames and hashes, open each other's, and refuse a changed one. */
    static boolean agrees(Sm4Provider one, Sm4Provider other) {
        var random = new Random(1);
        for (int length : LENGTHS) {
            var key = bytes(random, 16);
            var nonce = bytes(random, 12);
            var aad = bytes(random, 36);
            var plain = bytes(random, length);
            var frame = one.seal(key, nonce, aad, plain, length);
            if (!Arrays.equals(frame, other.seal(key, nonce, aad, plain, length))
                    || !Arrays.equals(one.sm3(frame), other.sm3(frame))
                    || !Arrays.equals(one.open(key, nonce, aad, frame), plain)
                    || opens(one, key, nonce, aad, changed(frame))
                    || !checks(one, key, nonce, aad, frame)
                    || checks(one, key, nonce, aad, changed(frame))) {
                return false;
            }
        }
        return true;
    }

    private static boolean opens(Sm4Provider provider, byte[] key, byte[] nonce, byte[] aad, byte[] frame) {
        try {
            provider.open(key, nonce, aad, frame);
            return true;
        } catch (Refused forged) {
            return false;
        }
    }

    private static boolean checks(Sm4Provider provider, byte[] key, byte[] nonce, byte[] aad, byte[] frame) {
        var outside = ByteBuffer.allocateDirect(frame.length).put(frame).flip();
        try {
            provider.check(key, nonce, aad, outside);
            return true;
        } catch (Refused forged) {
            return false;
        }
    }

    private static byte[] changed(byte[] frame) {
        var changed = frame.clone();
        changed[frame.length / 2] ^= 1;
        return changed;
    }

    private static byte[] bytes(Random random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
