package cn.qifeng.trust.cipher;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Arithmetic modulo the prime of SM2, beside that of BigInteger")
class Sm2FieldTest {

    private static final int RANDOM_CASES = 20_000;
    private static final int LIMB_BITS = 52;

    /** As far as a factor may be from a reduced element, with another of the same size. */
    private static final int SIZE_MAX = 8;

    private static final BigInteger R = BigInteger.ONE.shiftLeft(260);

    private final Random random = new Random(20260601);

    @Test
    void everyNumberComesBack() {
        for (var value : extremes()) {
            assertThat(Sm2Field.value(Sm2Field.of(value))).isEqualTo(value);
        }
    }

    @Test
    void productsAndSquaresAreRightAtTheEndsOfTheRange() {
        var extremes = extremes();
        for (var a : extremes) {
            for (var b : extremes) {
                holds(Sm2Field.of(a), Sm2Field.of(b));
            }
        }
    }

    @Test
    void productsAndSquaresAreRightForRandomElements() {
        for (int i = 0; i < RANDOM_CASES; i++) {
            holds(Sm2Field.of(number()), Sm2Field.of(number()));
        }
    }

    @Test
    void carriesAreRightWhenLimbsAreAsLargeOrSmallAsTheyMayBe() {
        for (int i = 0; i < RANDOM_CASES; i++) {
            holds(wild(), wild());
        }
        long most = SIZE_MAX * ((1L << LIMB_BITS) - 1);
        long[] top = {most, most, most, most, most >> 4};
        long[] bottom = {-most, -most, -most, -most, -most >> 4};
        holds(top, top);
        holds(top, bottom);
        holds(bottom, bottom);
    }

    @Test
    void sumsAndDifferencesAreRightWithNothingCarriedOn() {
        var out = new long[Sm2Field.LIMBS];
        for (int i = 0; i < RANDOM_CASES; i++) {
            var a = number();
            var b = number();
            Sm2Field.add(out, Sm2Field.of(a), Sm2Field.of(b));
            assertThat(Sm2Field.value(out)).isEqualTo(a.add(b).mod(Sm2Field.P));
            Sm2Field.subtract(out, Sm2Field.of(a), Sm2Field.of(b), 8);
            assertThat(Sm2Field.value(out)).isEqualTo(a.subtract(b.shiftLeft(3)).mod(Sm2Field.P));
            Sm2Field.times(out, Sm2Field.of(a), 3);
            assertThat(Sm2Field.value(out))
                    .isEqualTo(a.multiply(BigInteger.valueOf(3)).mod(Sm2Field.P));
        }
    }

    @Test
    void tidyChangesNoElementAndLeavesItSmall() {
        for (int i = 0; i < RANDOM_CASES; i++) {
            var a = wild();
            var before = Sm2Field.value(a);
            Sm2Field.tidy(a);
            assertThat(Sm2Field.value(a)).isEqualTo(before);
            assertThat(number(a).bitLength()).isLessThanOrEqualTo(257);
            assertThat(Arrays.stream(a).map(Math::abs).max().orElseThrow()).isLessThan(1L << LIMB_BITS + 1);
        }
    }

    @Test
    void everyMultipleOfThePrimeIsNoughtAndNothingElse() {
        for (int k = -SIZE_MAX; k <= SIZE_MAX; k++) {
            var multiple = Sm2Field.P.multiply(BigInteger.valueOf(k));
            assertThat(Sm2Field.isZero(limbs(multiple))).isTrue();
            for (int by : new int[] {-64, -1, 1, 64}) {
                assertThat(Sm2Field.isZero(limbs(multiple.add(BigInteger.valueOf(by)))))
                        .isFalse();
            }
        }
    }

    /** Products and squares of elements as they stand, in Montgomery's form: a · b / 2^260. */
    private static void holds(long[] a, long[] b) {
        var out = new long[Sm2Field.LIMBS];
        Sm2Field.multiply(out, a, b);
        requireProduct(out, number(a), number(b));
        Sm2Field.square(out, a);
        requireProduct(out, number(a), number(a));
        var same = a.clone();
        Sm2Field.multiply(same, same, b);
        requireProduct(same, number(a), number(b));
        same = a.clone();
        Sm2Field.square(same, same);
        requireProduct(same, number(a), number(a));
    }

    private static void requireProduct(long[] out, BigInteger a, BigInteger b) {
        assertThat(number(out).multiply(R).subtract(a.multiply(b)).mod(Sm2Field.P))
                .isZero();
        var most = BigInteger.ONE
                .shiftLeft(256)
                .add(a.multiply(b).abs().shiftRight(260))
                .add(BigInteger.ONE);
        assertThat(number(out).abs()).isLessThanOrEqualTo(most);
        for (int i = 0; i < Sm2Field.LIMBS - 1; i++) {
            assertThat(out[i]).isBetween(0L, (1L << LIMB_BITS) - 1);
        }
    }

    private static BigInteger number(long[] a) {
        var sum = BigInteger.ZERO;
        for (int i = Sm2Field.LIMBS - 1; i >= 0; i--) {
            sum = sum.shiftLeft(LIMB_BITS).add(BigInteger.valueOf(a[i]));
        }
        return sum;
    }

    private static long[] limbs(BigInteger value) {
        var limbs = new long[Sm2Field.LIMBS];
        for (int i = 0; i < Sm2Field.LIMBS - 1; i++) {
            limbs[i] = value.shiftRight(i * LIMB_BITS).longValue() & (1L << LIMB_BITS) - 1;
        }
        limbs[Sm2Field.LIMBS - 1] = value.shiftRight(4 * LIMB_BITS).longValueExact();
        return limbs;
    }

    private BigInteger number() {
        return new BigInteger(256, random).mod(Sm2Field.P);
    }

    /** An element with limbs of either sign, each at, near or between the ends of what sums may leave there. */
    private long[] wild() {
        long most = SIZE_MAX * ((1L << LIMB_BITS) - 1);
        var limbs = new long[Sm2Field.LIMBS];
        for (int i = 0; i < Sm2Field.LIMBS; i++) {
            long limb = switch (random.nextInt(5)) {
                case 0 -> most - random.nextInt(3);
                case 1 -> -most + random.nextInt(3);
                case 2 -> random.nextInt(3) - 1;
                case 3 -> (1L << random.nextInt(LIMB_BITS)) - random.nextInt(2);
                default -> random.nextLong() % most;
            };
            limbs[i] = i < Sm2Field.LIMBS - 1 ? limb : limb >> 4;
        }
        return limbs;
    }

    /** Nought, one, the neighbours of p, of its powers of two and of limbs, and long runs of ones. */
    private static List<BigInteger> extremes() {
        var all = new ArrayList<BigInteger>();
        for (int bits : new int[] {0, 1, 32, 51, 52, 53, 63, 64, 65, 95, 96, 97, 104, 156, 208, 223, 224, 225, 255}) {
            var power = BigInteger.ONE.shiftLeft(bits);
            all.add(power);
            all.add(power.subtract(BigInteger.ONE));
            all.add(power.add(BigInteger.ONE));
            all.add(Sm2Field.P.subtract(power));
            all.add(Sm2Field.P.subtract(power).subtract(BigInteger.ONE));
        }
        all.add(Sm2Field.P.shiftRight(1));
        // what stands as all ones, and as a single one, in Montgomery's form
        var inverse = R.modInverse(Sm2Field.P);
        all.add(BigInteger.ONE
                .shiftLeft(255)
                .subtract(BigInteger.ONE)
                .multiply(inverse)
                .mod(Sm2Field.P));
        all.add(inverse);
        all.add(Sm2Field.P.subtract(inverse));
        return all;
    }
}
