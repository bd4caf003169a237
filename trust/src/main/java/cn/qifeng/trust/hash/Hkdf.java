package cn.qifeng.trust.hash;

import java.util.Arrays;

/** HKDF (密钥派生, RFC 5869) over HMAC-SM3. */
public final class Hkdf {

    private Hkdf() {}

    /** The pseudo-random key, 32 bytes. */
    public static byte[] extract(byte[] salt, byte[] secret) {
        return Sm3.hmac(salt, secret);
    }

    /** {@code length} bytes (at most 8160) for the purpose that {@code info} names. */
    public static byte[] expand(byte[] prk, byte[] info, int length) {
        if (length < 0 || length > 255 * Sm3.LENGTH) {
            throw new IllegalArgumentException("length out of range: " + length);
        }
        var out = new byte[length];
        var block = new byte[0];
        int filled = 0;
        for (int i = 1; filled < length; i++) {
            block = Sm3.hmac(prk, block, info, new byte[] {(byte) i});
            int step = Math.min(block.length, length - filled);
            System.arraycopy(block, 0, out, filled, step);
            filled += step;
        }
        Arrays.fill(block, (byte) 0);
        return out;
    }
}
