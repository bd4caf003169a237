package cn.qifeng.trust.cipher;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Multiples of the base point by secret scalars (保密标量乘). What is done, and which memory is read, does not depend on the
 * scalar: it is written with digits ±1 alone, in rows beneath one another as in {@link Sm2Comb}, every column adds one point
 * and every point of the table is read for it (Hedabou, Pinel and Bénéteau, 2005). Only a sum whose terms meet would take
 * another way, and for a random scalar that has a chance of 2^−200.
 */
final class Sm2Multiple {

    private static final int ROWS = 6;
    private static final int COLUMNS = 43;
    private static final int DIGITS = ROWS * COLUMNS;
    private static final int WORDS = 4;

    /** The order of the curve as words, the lowest first. */
    private static final long[] N = words(Sm2.bytes32(Sm2.order()));

    /** By limb: the x, and the y, of sums of the rows' points, the highest row's with +, each other's with the sign a bit says. */
    private static final long[][] X = new long[Sm2Field.LIMBS][1 << ROWS - 1];

    private static final long[][] Y = new long[Sm2Field.LIMBS][1 << ROWS - 1];

    static {
        var table = table();
        for (int limb = 0; limb < Sm2Field.LIMBS; limb++) {
            for (int i = 0; i < table.size(); i++) {
                X[limb][i] = table.get(i).x()[limb];
                Y[limb][i] = table.get(i).y()[limb];
            }
        }
    }

    private Sm2Multiple() {}

    private static List<Sm2Point.Affine> table() {
        var rows = Sm2Comb.rows(Sm2Quick.BASE_POINT, ROWS, COLUMNS);
        var sums = new ArrayList<Sm2Point>();
        for (int i = 0; i < 1 << ROWS - 1; i++) {
            var sum = new Sm2Point();
            sum.add(rows.get(ROWS - 1));
            for (int row = 0; row < ROWS - 1; row++) {
                sum.add((i >> row & 1) == 1 ? rows.get(row) : rows.get(row).opposite());
            }
            sums.add(sum);
        }
        return Sm2Point.affine(sums);
    }

    /** The x of k · G, for k from 1 to n − 1 as 32 bytes. That x goes into the signature: it is no secret, and all else is. */
    static BigInteger x(byte[] k) {
        long[] odd = odd(words(k));
        var point = new long[2][Sm2Field.LIMBS];
        var sum = new Sm2Point();
        for (int column = COLUMNS - 1; column >= 0; column--) {
            sum.twice();
            pick(odd, column, point);
            sum.add(new Sm2Point.Affine(point[0], point[1]));
        }
        return sum.x();
    }

    /** k where it is odd, else n − k, whose multiple has the same x. */
    private static long[] odd(long[] k) {
        var odd = new long[WORDS];
        long isOdd = -(k[0] & 1);
        long borrow = 0;
        for (int i = 0; i < WORDS; i++) {
            long rest = N[i] - k[i] - borrow;
            borrow = (~N[i] & k[i] | ~(N[i] ^ k[i]) & rest) >>> Long.SIZE - 1;
            odd[i] = k[i] & isOdd | rest & ~isOdd;
        }
        return odd;
    }

    /** The point that a column adds: digit i of an odd k is + where bit i + 1 of k is set, and the last digit is +. */
    private static void pick(long[] k, int column, long[][] point) {
        long negative = plus(k, column + (ROWS - 1) * COLUMNS) - 1;
        long index = 0;
        for (int row = ROWS - 2; row >= 0; row--) {
            index = 2 * index + ((plus(k, column + row * COLUMNS) ^ negative) & 1);
        }
        for (int limb = 0; limb < Sm2Field.LIMBS; limb++) {
            point[0][limb] = read(X[limb], index);
            point[1][limb] = (read(Y[limb], index) ^ negative) - negative;
        }
    }

    /** One of these numbers, after all were read. */
    private static long read(long[] all, long index) {
        long read = 0;
        for (int i = 0; i < all.length; i++) {
            read |= all[i] & (i ^ index) - 1 >> Long.SIZE - 1;
        }
        return read;
    }

    private static long plus(long[] k, int digit) {
        int bit = digit + 1;
        if (bit == DIGITS) {
            return 1;
        }
        return bit < WORDS * Long.SIZE ? k[bit / Long.SIZE] >>> bit % Long.SIZE & 1 : 0;
    }

    private static long[] words(byte[] bytes) {
        var words = new long[WORDS];
        for (int i = 0; i < WORDS; i++) {
            words[i] = ByteBuffer.wrap(bytes).getLong((WORDS - 1 - i) * Long.BYTES);
        }
        return words;
    }
}
