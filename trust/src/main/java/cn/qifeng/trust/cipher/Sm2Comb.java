package cn.qifeng.trust.cipher;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Multiples of one point, so that each further multiple costs few additions (固定点梳状表; Lim and Lee, CRYPTO '94). A scalar is
 * written in rows of equal length, one beneath the other; each column picks one of the sums of the rows' points.
 * Variable time: for public values only. Immutable.
 */
final class Sm2Comb {

    private static final int SCALAR_BITS = 256;

    private final int rows;
    private final int columns;

    /** Sums of rows, by the bits that say which: those of a column, the lowest row in the lowest bit. */
    private final List<Sm2Point.Affine> sums;

    private Sm2Comb(int rows, int columns, List<Sm2Point.Affine> sums) {
        this.rows = rows;
        this.columns = columns;
        this.sums = sums;
    }

    /** Of a point of the curve, with so many rows, from 2 to 8. */
    static Sm2Comb of(Sm2Point.Affine point, int rows) {
        int columns = (SCALAR_BITS + rows - 1) / rows;
        var bases = bases(point, rows, columns);
        var sums = new ArrayList<Sm2Point>();
        sums.add(new Sm2Point());
        for (int i = 1; i < 1 << rows; i++) {
            int highest = 31 - Integer.numberOfLeadingZeros(i);
            var sum = sums.get(i - (1 << highest)).copy();
            sum.add(bases.get(highest));
            sums.add(sum);
        }
        var all = new ArrayList<Sm2Point.Affine>();
        all.add(null);
        all.addAll(Sm2Point.affine(sums.subList(1, sums.size())));
        return new Sm2Comb(rows, columns, all);
    }

    /** Of each row the point that its lowest bit stands for: 2^(row · columns) times this one. */
    private static List<Sm2Point.Affine> bases(Sm2Point.Affine point, int rows, int columns) {
        var bases = new ArrayList<Sm2Point>();
        var base = new Sm2Point();
        base.add(point);
        bases.add(base);
        while (bases.size() < rows) {
            base = base.copy();
            for (int i = 0; i < columns; i++) {
                base.twice();
            }
            bases.add(base);
        }
        return Sm2Point.affine(bases);
    }

    /** s · S + t · T of these combs' points, for scalars from 0 to 2^256 − 1: their columns share the doublings. */
    static Sm2Point sum(Sm2Comb first, BigInteger s, Sm2Comb second, BigInteger t) {
        var sum = new Sm2Point();
        long[] bitsOfS = bits(s);
        long[] bitsOfT = bits(t);
        for (int column = Math.max(first.columns, second.columns) - 1; column >= 0; column--) {
            sum.twice();
            first.addColumn(sum, bitsOfS, column);
            second.addColumn(sum, bitsOfT, column);
        }
        return sum;
    }

    private void addColumn(Sm2Point sum, long[] bits, int column) {
        if (column >= columns) {
            return;
        }
        int picked = 0;
        for (int row = rows - 1; row >= 0; row--) {
            picked = 2 * picked + bit(bits, row * columns + column);
        }
        if (picked != 0) {
            sum.add(sums.get(picked));
        }
    }

    private static int bit(long[] bits, int i) {
        return i < SCALAR_BITS ? (int) (bits[i / Long.SIZE] >>> i % Long.SIZE) & 1 : 0;
    }

    private static long[] bits(BigInteger scalar) {
        var bits = new long[SCALAR_BITS / Long.SIZE];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = scalar.shiftRight(i * Long.SIZE).longValue();
        }
        return bits;
    }
}
