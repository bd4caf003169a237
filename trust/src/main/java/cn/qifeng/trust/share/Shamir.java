package cn.qifeng.trust.share;

import java.util.List;
import java.util.Map;

/**
 * Shamir's secret sharing byte by byte (秘密分割) over GF(2^8) with the polynomial 0x11B (docs/bid-envelope.md section 5).
 * Without tables, so that no cache line tells a secret.
 */
public final class Shamir {

    private static final int X_MAX = 255;

    private Shamir() {}

    /**
     * The share of member {@code x}.
     *
     * @param coefficients those of x, x², …, each as long as the secret; one fewer than the threshold
     */
    public static byte[] share(byte[] secret, List<byte[]> coefficients, int x) {
        checkX(x);
        var share = new byte[secret.length];
        for (int j = coefficients.size() - 1; j >= 0; j--) {
            var coefficient = coefficients.get(j);
            for (int b = 0; b < share.length; b++) {
                share[b] = (byte) multiply((share[b] ^ coefficient[b]) & 0xFF, x);
            }
        }
        for (int b = 0; b < share.length; b++) {
            share[b] ^= secret[b];
        }
        return share;
    }

    /** The secret from as many shares, by x, as the threshold asks for. Fewer give another value, silently. */
    public static byte[] combine(Map<Integer, byte[]> shares) {
        var secret = new byte[shares.values().iterator().next().length];
        shares.forEach((x, share) -> {
            checkX(x);
            int weight = weight(x, shares.keySet());
            for (int b = 0; b < secret.length; b++) {
                secret[b] ^= (byte) multiply(share[b] & 0xFF, weight);
            }
        });
        return secret;
    }

    /** Lagrange's weight of x at 0: the product of m / (m − x) over all other m. */
    private static int weight(int x, Iterable<Integer> all) {
        int weight = 1;
        for (int other : all) {
            if (other != x) {
                weight = multiply(weight, multiply(other, inverse(other ^ x)));
            }
        }
        return weight;
    }

    private static int multiply(int a, int b) {
        int product = 0;
        int shifted = a;
        for (int bit = 0; bit < 8; bit++) {
            product ^= -(b >> bit & 1) & shifted;
            shifted = shifted << 1 ^ -(shifted >> 7 & 1) & 0x11B;
        }
        return product & 0xFF;
    }

    /** a^254, since a^255 = 1. */
    private static int inverse(int a) {
        int result = 1;
        for (int i = 0; i < 254; i++) {
            result = multiply(result, a);
        }
        return result;
    }

    private static void checkX(int x) {
        if (x < 1 || x > X_MAX) {
            throw new IllegalArgumentException("x out of range: " + x);
        }
    }
}
