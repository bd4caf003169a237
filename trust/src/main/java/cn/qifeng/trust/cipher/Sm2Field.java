package cn.qifeng.trust.cipher;

import java.math.BigInteger;

/**
 * Arithmetic modulo the prime of SM2 (素域运算, GB/T 32918.5): p = 2^256 − 2^224 − 2^96 + 2^64 − 1. An element is five signed
 * limbs of 52 bits, times 2^260 (Montgomery's form, Mathematics of Computation 44 (1985) 519). Since p ≡ −1 modulo 2^52, a
 * step of the reduction adds the lowest limb times p, by shifts alone.
 *
 * <p>Elements are not reduced all the way: sums and differences carry nothing on. Where below it says "size k", the
 * absolute value is at most k · 2^256. A product takes sizes with k · l ≤ 64 and limbs below 2^56, and has size
 * 1 + k · l / 16; its limbs are carried. {@link #tidy} brings any size below 64 back to little more than 1.
 */
final class Sm2Field {

    static final int LIMBS = 5;

    /** p = FFFFFFFE FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF 00000000 FFFFFFFF FFFFFFFF. */
    static final BigInteger P = BigInteger.ONE
            .shiftLeft(256)
            .subtract(BigInteger.ONE.shiftLeft(224))
            .subtract(BigInteger.ONE.shiftLeft(96))
            .add(BigInteger.ONE.shiftLeft(64))
            .subtract(BigInteger.ONE);

    private static final int BITS = 52;
    private static final long MASK = (1L << BITS) - 1;
    private static final int R_BITS = LIMBS * BITS;

    /** Bits of the highest limb that lie below 2^256, and where the terms of p lie in their limbs. */
    private static final int TOP_BITS = 256 - 4 * BITS;

    private static final int AT_64 = 64 - BITS;
    private static final int AT_96 = 96 - BITS;
    private static final int AT_224 = 224 - 4 * BITS;

    /** Multiples of p this far from nought are told apart by {@link #isZero}. */
    private static final int MULTIPLES = 64;

    private static final BigInteger R_INVERSE = BigInteger.ONE.shiftLeft(R_BITS).modInverse(P);

    private Sm2Field() {}

    /** The element of a number from 0 to p − 1. */
    static long[] of(BigInteger value) {
        var rest = value.shiftLeft(R_BITS).mod(P);
        var limbs = new long[LIMBS];
        for (int i = 0; i < LIMBS; i++) {
            limbs[i] = rest.longValue() & MASK;
            rest = rest.shiftRight(BITS);
        }
        return limbs;
    }

    /** The number from 0 to p − 1 that an element stands for. */
    static BigInteger value(long[] a) {
        return raw(a).multiply(R_INVERSE).mod(P);
    }

    private static BigInteger raw(long[] a) {
        var sum = BigInteger.ZERO;
        for (int i = LIMBS - 1; i >= 0; i--) {
            sum = sum.shiftLeft(BITS).add(BigInteger.valueOf(a[i]));
        }
        return sum;
    }

    /** a + b; the sizes add up. */
    static void add(long[] out, long[] a, long[] b) {
        for (int i = 0; i < LIMBS; i++) {
            out[i] = a[i] + b[i];
        }
    }

    /** a − b; the sizes add up. */
    static void subtract(long[] out, long[] a, long[] b) {
        for (int i = 0; i < LIMBS; i++) {
            out[i] = a[i] - b[i];
        }
    }

    /** a − k · b; the sizes add up, that of b k times. */
    static void subtract(long[] out, long[] a, long[] b, int k) {
        for (int i = 0; i < LIMBS; i++) {
            out[i] = a[i] - k * b[i];
        }
    }

    /** k · a. */
    static void times(long[] out, long[] a, int k) {
        for (int i = 0; i < LIMBS; i++) {
            out[i] = k * a[i];
        }
    }

    /** Brings an element of size below {@value #MULTIPLES} to within 2^230 of the range from 0 to 2^256. */
    static void tidy(long[] a) {
        long a1 = a[1] + (a[0] >> BITS);
        long a2 = a[2] + (a1 >> BITS);
        long a3 = a[3] + (a2 >> BITS);
        long a4 = a[4] + (a3 >> BITS);
        long over = a4 >> TOP_BITS;
        a[0] = (a[0] & MASK) + over;
        a[1] = (a1 & MASK) - (over << AT_64) + (over << AT_96);
        a[2] = a2 & MASK;
        a[3] = a3 & MASK;
        a[4] = (a4 & ((1L << TOP_BITS) - 1)) + (over << AT_224);
    }

    /**
     * Whether an element of size below {@value #MULTIPLES} is 0 modulo p. The lowest limb of j · p is −j modulo 2^52,
     * so nearly every other element is told by it alone.
     */
    static boolean isZero(long[] a) {
        return ((a[0] + MULTIPLES) & MASK) <= 2 * MULTIPLES && raw(a).mod(P).signum() == 0;
    }

    private static long low(long a, long b) {
        return a * b & MASK;
    }

    /** ⌊a · b / 2^52⌋. */
    private static long high(long a, long b) {
        return Math.multiplyHigh(a, b) << (Long.SIZE - BITS) | a * b >>> BITS;
    }

    /** a · b. */
    static void multiply(long[] out, long[] a, long[] b) {
        long a0 = a[0];
        long a1 = a[1];
        long a2 = a[2];
        long a3 = a[3];
        long a4 = a[4];
        long b0 = b[0];
        long b1 = b[1];
        long b2 = b[2];
        long b3 = b[3];
        long b4 = b[4];
        long c0 = low(a0, b0);
        long c1 = high(a0, b0) + low(a0, b1) + low(a1, b0);
        long c2 = high(a0, b1) + high(a1, b0) + low(a0, b2) + low(a1, b1) + low(a2, b0);
        long c3 = high(a0, b2) + high(a1, b1) + high(a2, b0) + low(a0, b3) + low(a1, b2) + low(a2, b1) + low(a3, b0);
        long c4 = high(a0, b3) + high(a1, b2) + high(a2, b1) + high(a3, b0);
        c4 += low(a0, b4) + low(a1, b3) + low(a2, b2) + low(a3, b1) + low(a4, b0);
        long c5 = high(a0, b4) + high(a1, b3) + high(a2, b2) + high(a3, b1) + high(a4, b0);
        c5 += low(a1, b4) + low(a2, b3) + low(a3, b2) + low(a4, b1);
        long c6 = high(a1, b4) + high(a2, b3) + high(a3, b2) + high(a4, b1) + low(a2, b4) + low(a3, b3) + low(a4, b2);
        long c7 = high(a2, b4) + high(a3, b3) + high(a4, b2) + low(a3, b4) + low(a4, b3);
        long c8 = high(a3, b4) + high(a4, b3) + low(a4, b4);
        long c9 = high(a4, b4);
        out[0] = c5;
        out[1] = c6;
        out[2] = c7;
        out[3] = c8;
        out[4] = c9;
        reduce(out, c0, c1, c2, c3, c4);
    }

    /** a². */
    static void square(long[] out, long[] a) {
        long a0 = a[0];
        long a1 = a[1];
        long a2 = a[2];
        long a3 = a[3];
        long a4 = a[4];
        long d0 = 2 * a0;
        long d1 = 2 * a1;
        long d2 = 2 * a2;
        long d3 = 2 * a3;
        long c0 = low(a0, a0);
        long c1 = high(a0, a0) + low(d0, a1);
        long c2 = high(d0, a1) + low(d0, a2) + low(a1, a1);
        long c3 = high(d0, a2) + high(a1, a1) + low(d0, a3) + low(d1, a2);
        long c4 = high(d0, a3) + high(d1, a2) + low(d0, a4) + low(d1, a3) + low(a2, a2);
        out[0] = high(d0, a4) + high(d1, a3) + high(a2, a2) + low(d1, a4) + low(d2, a3);
        out[1] = high(d1, a4) + high(d2, a3) + low(d2, a4) + low(a3, a3);
        out[2] = high(d2, a4) + high(a3, a3) + low(d3, a4);
        out[3] = high(d3, a4) + low(a4, a4);
        out[4] = high(a4, a4);
        reduce(out, c0, c1, c2, c3, c4);
    }

    /** The upper half of a product, with its lower half c0 … c4 taken away by multiples of p; carried. */
    private static void reduce(long[] upper, long c0, long c1, long c2, long c3, long c4) {
        long m0 = c0 & MASK;
        long d1 = c1 + (c0 >> BITS) + (m0 << AT_64 & MASK) - (m0 << AT_96 & MASK);
        long m1 = d1 & MASK;
        long d2 = c2 + (d1 >> BITS) + at2(m0) + (m1 << AT_64 & MASK) - (m1 << AT_96 & MASK);
        long m2 = d2 & MASK;
        long d3 = c3 + (d2 >> BITS) + at2(m1) + (m2 << AT_64 & MASK) - (m2 << AT_96 & MASK);
        long m3 = d3 & MASK;
        long d4 = c4 + (d3 >> BITS) + at2(m2) + (m3 << AT_64 & MASK) - (m3 << AT_96 & MASK) + at4(m0);
        long m4 = d4 & MASK;
        long e0 = upper[0] + (d4 >> BITS) + at2(m3) + (m4 << AT_64 & MASK) - (m4 << AT_96 & MASK) + at4(m1) + at5(m0);
        long e1 = upper[1] + (e0 >> BITS) + at2(m4) + at4(m2) + at5(m1);
        long e2 = upper[2] + (e1 >> BITS) + at4(m3) + at5(m2);
        long e3 = upper[3] + (e2 >> BITS) + at4(m4) + at5(m3);
        upper[0] = e0 & MASK;
        upper[1] = e1 & MASK;
        upper[2] = e2 & MASK;
        upper[3] = e3 & MASK;
        upper[4] = upper[4] + (e3 >> BITS) + at5(m4);
    }

    /** What m · (2^64 − 2^96) has two limbs further up. */
    private static long at2(long m) {
        return (m >>> (BITS - AT_64)) - (m >>> (BITS - AT_96));
    }

    /** What m · (2^256 − 2^224) has four limbs further up. */
    private static long at4(long m) {
        return (m << TOP_BITS & MASK) - (m << AT_224 & MASK);
    }

    /** What m · (2^256 − 2^224) has five limbs further up. */
    private static long at5(long m) {
        return (m >>> (BITS - TOP_BITS)) - (m >>> (BITS - AT_224));
    }
}
