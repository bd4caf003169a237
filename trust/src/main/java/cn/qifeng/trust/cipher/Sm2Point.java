package cn.qifeng.trust.cipher;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * A point of the curve of SM2 that sums are gathered in (椭圆曲线点累加, GB/T 32918.1): Jacobian coordinates, x = X / Z² and
 * y = Y / Z³. Variable time: for public values only. For one thread.
 *
 * <p>Between calls X and Y are tidy and Z is a product (sizes of {@link Sm2Field}); what is said about sizes in the
 * methods is the bound on the line's result.
 */
final class Sm2Point {

    /** A point other than infinity by its coordinates, elements of {@link Sm2Field} of size 2 at most; never changed. */
    record Affine(long[] x, long[] y) {

        /** The point with these coordinates, numbers from 0 to p − 1; empty when it is not of the curve. */
        static Optional<Affine> of(BigInteger x, BigInteger y) {
            var point = new Affine(Sm2Field.of(x), Sm2Field.of(y));
            return point.isOfTheCurve() ? Optional.of(point) : Optional.empty();
        }

        /** y² = (x² − 3) x + b. */
        private boolean isOfTheCurve() {
            var left = new long[Sm2Field.LIMBS];
            var right = new long[Sm2Field.LIMBS];
            Sm2Field.square(left, y);
            Sm2Field.square(right, x);
            Sm2Field.subtract(right, right, ONE, 3);
            Sm2Field.multiply(right, right, x);
            Sm2Field.subtract(left, left, right);
            Sm2Field.subtract(left, left, B);
            return Sm2Field.isZero(left);
        }
    }

    /** b of the curve y² = x³ − 3 x + b (GB/T 32918.5). */
    static final BigInteger COEFFICIENT_B =
            new BigInteger("28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93", 16);

    private static final long[] B = Sm2Field.of(COEFFICIENT_B);
    private static final long[] ONE = Sm2Field.of(BigInteger.ONE);

    private boolean infinity = true;
    private final long[] x = new long[Sm2Field.LIMBS];
    private final long[] y = new long[Sm2Field.LIMBS];
    private final long[] z = new long[Sm2Field.LIMBS];

    private final long[] s1 = new long[Sm2Field.LIMBS];
    private final long[] s2 = new long[Sm2Field.LIMBS];
    private final long[] s3 = new long[Sm2Field.LIMBS];
    private final long[] s4 = new long[Sm2Field.LIMBS];
    private final long[] s5 = new long[Sm2Field.LIMBS];

    /** Whether it is the point at infinity, as it is at first. */
    boolean isInfinity() {
        return infinity;
    }

    private void become(Affine point) {
        infinity = false;
        copy(point.x, x);
        copy(point.y, y);
        copy(ONE, z);
    }

    private static void copy(long[] from, long[] to) {
        System.arraycopy(from, 0, to, 0, Sm2Field.LIMBS);
    }

    /** Adds itself to itself; a = −3, so 3 X² + a Z⁴ = 3 (X − Z²)(X + Z²). There is no point of order 2. */
    void twice() {
        if (infinity) {
            return;
        }
        Sm2Field.square(s1, z);
        Sm2Field.square(s2, y);
        Sm2Field.multiply(s3, x, s2);
        Sm2Field.subtract(s4, x, s1);
        Sm2Field.add(s5, x, s1);
        Sm2Field.multiply(s4, s4, s5);
        // s1 = Z², s2 = Y², s3 = X Y² : 1.1; α = 3 s4 : 4
        Sm2Field.times(s4, s4, 3);
        Sm2Field.add(z, y, z);
        Sm2Field.square(z, z);
        Sm2Field.subtract(z, z, s2);
        Sm2Field.subtract(z, z, s1);
        Sm2Field.tidy(z);
        // X = α² − 8 s3 : 11
        Sm2Field.square(x, s4);
        Sm2Field.subtract(x, x, s3, 8);
        Sm2Field.tidy(x);
        // Y = α (4 s3 − X) − 8 Y⁴ : 11
        Sm2Field.times(s3, s3, 4);
        Sm2Field.subtract(s3, s3, x);
        Sm2Field.square(s2, s2);
        Sm2Field.multiply(y, s4, s3);
        Sm2Field.subtract(y, y, s2, 8);
        Sm2Field.tidy(y);
    }

    /** Adds another point. */
    void add(Affine point) {
        if (infinity) {
            become(point);
            return;
        }
        Sm2Field.square(s1, z);
        Sm2Field.multiply(s2, point.x, s1);
        Sm2Field.subtract(s2, s2, x);
        Sm2Field.multiply(s1, s1, z);
        Sm2Field.multiply(s3, point.y, s1);
        Sm2Field.subtract(s3, s3, y);
        // h = s2 = x Z² − X : 2.1; r = s3 = y Z³ − Y : 2.1
        if (Sm2Field.isZero(s2)) {
            sameX();
            return;
        }
        Sm2Field.multiply(z, z, s2);
        Sm2Field.square(s1, s2);
        Sm2Field.multiply(s4, x, s1);
        Sm2Field.multiply(s1, s1, s2);
        // X = r² − h³ − 2 X h² : 4.7
        Sm2Field.square(x, s3);
        Sm2Field.subtract(x, x, s1);
        Sm2Field.subtract(x, x, s4, 2);
        Sm2Field.tidy(x);
        // Y = r (X h² − X') − Y h³ : 2.4
        Sm2Field.multiply(s1, y, s1);
        Sm2Field.subtract(s4, s4, x);
        Sm2Field.multiply(y, s3, s4);
        Sm2Field.subtract(y, y, s1);
        Sm2Field.tidy(y);
    }

    /** The point to add is this one, or its opposite; r tells which. */
    private void sameX() {
        if (Sm2Field.isZero(s3)) {
            twice();
        } else {
            infinity = true;
        }
    }

    /** Whether its affine x is this number; not for infinity. */
    boolean hasX(BigInteger value) {
        Sm2Field.square(s1, z);
        Sm2Field.multiply(s1, s1, Sm2Field.of(value));
        Sm2Field.subtract(s1, s1, x);
        return Sm2Field.isZero(s1);
    }

    /** The affine coordinates of points other than infinity, by one inversion for all (Montgomery's trick). */
    static List<Affine> affine(List<Sm2Point> points) {
        var products = new long[points.size()][Sm2Field.LIMBS];
        var product = ONE;
        for (int i = 0; i < products.length; i++) {
            Sm2Field.multiply(products[i], product, points.get(i).z);
            product = products[i];
        }
        var inverse = Sm2Field.of(Sm2Field.value(product).modInverse(Sm2Field.P));
        var all = new Affine[products.length];
        for (int i = products.length - 1; i >= 0; i--) {
            var former = i == 0 ? ONE : products[i - 1];
            var one = new long[Sm2Field.LIMBS];
            Sm2Field.multiply(one, inverse, former);
            Sm2Field.multiply(inverse, inverse, points.get(i).z);
            all[i] = points.get(i).affine(one);
        }
        return List.of(all);
    }

    private Affine affine(long[] inverse) {
        var affineX = new long[Sm2Field.LIMBS];
        var affineY = new long[Sm2Field.LIMBS];
        Sm2Field.square(s1, inverse);
        Sm2Field.multiply(affineX, x, s1);
        Sm2Field.multiply(s1, s1, inverse);
        Sm2Field.multiply(affineY, y, s1);
        return new Affine(affineX, affineY);
    }

    /** A copy of this point. */
    Sm2Point copy() {
        var copy = new Sm2Point();
        copy.infinity = infinity;
        copy(x, copy.x);
        copy(y, copy.y);
        copy(z, copy.z);
        return copy;
    }
}
