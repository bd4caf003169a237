package cn.qifeng.trust.cipher;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.fixture.Refusals;
import cn.qifeng.trust.hash.Bytes;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** {@code -Dqifeng.sm2.cases=300000} compares so many signatures instead of a few hundred. */
@DisplayName("SM2 signatures verified by own arithmetic, beside BouncyCastle")
class Sm2QuickTest {

    private static final int CASES = Integer.getInteger("qifeng.sm2.cases", 300);
    private static final int SIGNATURES_EACH = 4;

    private static final BigInteger N = Sm2.order();
    private static final BigInteger P = Sm2Field.P;
    private static final Sm2Comb BASE = comb(base(), 8);

    private final Sm2Quick quick = new Sm2Quick();
    private final Sm2Verifier bouncy = new Sm2Bouncy();
    private final Random random = new Random(CASES);

    @Test
    void isUsed() {
        assertThat(Sm2.verifierState()).isEqualTo("own arithmetic");
        assertThat(Sm2Verifiers.fastest()).isInstanceOf(Sm2Quick.class);
    }

    @Test
    void isNotUsedWhenItAcceptsOrRefusesSomethingElse() {
        assertThat(Sm2Verifiers.agrees(quick, bouncy)).isTrue();
        assertThat(Sm2Verifiers.agrees(saying(true), bouncy)).isFalse();
        assertThat(Sm2Verifiers.agrees(saying(false), bouncy)).isFalse();
        assertThat(Sm2Verifiers.agrees(
                        (key, content, signature) -> {
                            try {
                                return bouncy.verify(key, content, signature);
                            } catch (Refused offTheCurve) {
                                return false;
                            }
                        },
                        bouncy))
                .isFalse();
    }

    /** Says the same of every signature under a key of the curve. */
    private static Sm2Verifier saying(boolean holds) {
        return (key, content, signature) -> {
            Sm2.decode(key);
            return holds;
        };
    }

    @Test
    void saysTheSameOfSignaturesThatHoldAndOfAlteredOnes() {
        for (int i = 0; i < CASES; i += SIGNATURES_EACH) {
            var key = Sm2.newPrivateKey(new SecureRandom());
            var point = Sm2.publicKey(key);
            for (int j = 0; j < SIGNATURES_EACH; j++) {
                var content = new byte[random.nextInt(200)];
                random.nextBytes(content);
                var signature = Sm2.sign(key, content, new SecureRandom());
                assertThat(quick.verify(point, content, signature)).isTrue();
                signature[random.nextInt(signature.length)] ^= (byte) (1 << random.nextInt(8));
                same(point, content, signature);
            }
        }
    }

    @Test
    void saysTheSameOfNumbersAtTheEndsOfTheRange() throws IOException {
        var point = Sm2.publicKey(BigInteger.TWO);
        var numbers = new ArrayList<>(List.of(BigInteger.ONE.negate(), BigInteger.ZERO, BigInteger.ONE));
        numbers.addAll(List.of(N.subtract(BigInteger.ONE), N, N.add(BigInteger.ONE), BigInteger.ONE.shiftLeft(256)));
        for (var r : numbers) {
            for (var s : numbers) {
                assertThat(same(point, Bytes.ascii("content"), der(r, s))).isFalse();
            }
        }
    }

    @Test
    void saysTheSameOfWhateverIsNotDer() throws IOException {
        var key = Sm2.newPrivateKey(new SecureRandom());
        var content = Bytes.ascii("content");
        var signature = Sm2.sign(key, content, new SecureRandom());
        var point = Sm2.publicKey(key);

        assertThat(same(point, content, new byte[0])).isFalse();
        assertThat(same(point, content, Bytes.concat(signature, new byte[1]))).isFalse();
        assertThat(same(point, content, new byte[] {0x30, (byte) 0x80, 0, 0})).isFalse();
        assertThat(same(point, content, der(BigInteger.ONE, BigInteger.ONE, BigInteger.ONE)))
                .isFalse();
        assertThat(same(point, content, new ASN1Integer(5).getEncoded())).isFalse();
    }

    /** r + s = n, and s · G + t · P = infinity: GB/T 32918.2 refuses the one, and the other has no x. */
    @Test
    void refusesWhatHasNoPoint() throws IOException {
        var key = BigInteger.valueOf(7);
        var point = Sm2.publicKey(key);
        var s = BigInteger.valueOf(12345);
        var t = s.negate().multiply(key.modInverse(N)).mod(N);

        assertThat(same(point, Bytes.ascii("content"), der(t.subtract(s).mod(N), s)))
                .isFalse();
        assertThat(same(point, Bytes.ascii("content"), der(N.subtract(s), s))).isFalse();
    }

    /** Equal and opposite points meet in the sums, so that an addition has to double, or to give infinity. */
    @Test
    void sumsAreRightWhereTheirTermsMeet() {
        var small = new ArrayList<BigInteger>();
        for (int i = 0; i < 5; i++) {
            small.add(BigInteger.valueOf(i));
            small.add(N.subtract(BigInteger.valueOf(i)));
            small.add(BigInteger.ONE.shiftLeft(43).add(BigInteger.valueOf(i)));
            small.add(BigInteger.ONE.shiftLeft(32).subtract(BigInteger.valueOf(i)));
        }
        for (var d :
                List.of(BigInteger.ONE, N.subtract(BigInteger.ONE), BigInteger.TWO, BigInteger.ONE.shiftLeft(43))) {
            var key = base().multiply(d).normalize();
            var multiples = comb(key, 6);
            small.forEach(s -> small.forEach(t -> requireSum(key, multiples, s, t)));
        }
    }

    @Test
    void sumsAreRightForRandomScalars() {
        for (int i = 0; i < CASES; i++) {
            var key = base().multiply(scalar()).normalize();
            requireSum(key, comb(key, 6), scalar(), scalar());
        }
    }

    /** The x of a sum can lie between n and p; r then is x − n. Nobody meets one by chance. */
    @Test
    void holdsWhereXIsBeyondTheOrder() {
        var sum = pointBeyondTheOrder();
        var s = scalar();
        var t = scalar();
        var point = sum.subtract(base().multiply(s)).multiply(t.modInverse(N)).normalize();
        var r = t.subtract(s).mod(N);
        var e = r.subtract(sum.getAffineXCoord().toBigInteger()).mod(N);

        assertThat(quick.holds(quick.key(point.getEncoded(false)), e, r, s)).isTrue();
        assertThat(quick.holds(quick.key(point.getEncoded(false)), e.add(BigInteger.ONE), r, s))
                .isFalse();
    }

    @Test
    void refusesKeysThatAreNoPointsOfTheCurve() {
        var point = Sm2.publicKey(BigInteger.TEN);
        var small = smallX();
        var beyond = Bytes.concat(
                new byte[] {4},
                Sm2.bytes32(small.getAffineXCoord().toBigInteger().add(P)),
                small.getAffineYCoord().getEncoded());
        var off = point.clone();
        off[64] ^= 1;
        var hybrid = point.clone();
        hybrid[0] = (byte) (6 + (point[64] & 1));

        for (var key : List.of(beyond, off, hybrid, new byte[65], new byte[] {0}, new byte[0])) {
            refused(quick, key);
            refused(bouncy, key);
        }
        refused(quick, base().multiply(BigInteger.TEN).normalize().getEncoded(true));
    }

    private static void refused(Sm2Verifier verifier, byte[] key) {
        Refusals.refusal(TrustRefusal.BAD_KEY, () -> verifier.verify(key, new byte[1], new byte[0]));
    }

    private boolean same(byte[] point, byte[] content, byte[] signature) {
        boolean holds = quick.verify(point, content, signature);
        assertThat(holds).isEqualTo(bouncy.verify(point, content, signature));
        return holds;
    }

    private static void requireSum(ECPoint key, Sm2Comb multiples, BigInteger s, BigInteger t) {
        var expected = ECAlgorithms.sumOfTwoMultiplies(base(), s, key, t).normalize();
        var sum = Sm2Comb.sum(BASE, s, multiples, t);

        assertThat(sum.isInfinity()).isEqualTo(expected.isInfinity());
        if (!expected.isInfinity()) {
            var affine = Sm2Point.affine(List.of(sum)).get(0);
            assertThat(Sm2Field.value(affine.x()))
                    .isEqualTo(expected.getAffineXCoord().toBigInteger());
            assertThat(Sm2Field.value(affine.y()))
                    .isEqualTo(expected.getAffineYCoord().toBigInteger());
            assertThat(sum.hasX(expected.getAffineXCoord().toBigInteger())).isTrue();
            assertThat(sum.hasX(expected.getAffineYCoord().toBigInteger())).isFalse();
        }
    }

    private static Sm2Comb comb(ECPoint point, int rows) {
        var affine = Sm2Point.Affine.of(
                point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger());
        return Sm2Comb.of(affine.orElseThrow(), rows);
    }

    private static ECPoint base() {
        return Sm2.DOMAIN.getG();
    }

    private static ECPoint pointBeyondTheOrder() {
        return pointFrom(N);
    }

    private static ECPoint smallX() {
        return pointFrom(BigInteger.ONE);
    }

    /** The first point of the curve with an x of at least this. */
    private static ECPoint pointFrom(BigInteger least) {
        for (var x = least; ; x = x.add(BigInteger.ONE)) {
            try {
                return Sm2.DOMAIN.getCurve().decodePoint(Bytes.concat(new byte[] {2}, Sm2.bytes32(x)));
            } catch (IllegalArgumentException noSuchPoint) {
                // the next one
            }
        }
    }

    private BigInteger scalar() {
        return new BigInteger(320, random).mod(N);
    }

    private static byte[] der(BigInteger... numbers) throws IOException {
        var parts = new ASN1Encodable[numbers.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = new ASN1Integer(numbers[i]);
        }
        return new DERSequence(parts).getEncoded();
    }
}
