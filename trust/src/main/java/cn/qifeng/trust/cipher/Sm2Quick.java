package cn.qifeng.trust.cipher;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.hash.Sm3;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/**
 * Verification of SM2 signatures (快速验签, GB/T 32918.2 section 7.1) by arithmetic of its own. All that goes into it is
 * public, so its time may tell what it worked on; it must never meet a secret. Multiples of a public key under which a
 * signature verified are kept, since who signs usually signs again.
 */
final class Sm2Quick implements Sm2Verifier {

    private static final int SCALAR = 32;
    private static final int BASE_ROWS = 8;
    private static final int KEY_ROWS = 6;

    /** Some 8 KiB each. */
    private static final int KEYS_MAX = 512;

    private static final BigInteger N = Sm2.order();

    private final Sm2Comb base = Sm2Comb.of(point(Sm2.basePoint()), BASE_ROWS);

    private final Map<ByteBuffer, Key> keys = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Key> eldest) {
            return size() > KEYS_MAX;
        }
    });

    /** A public key: what its owner's documents are hashed with (Z_A of section 5.5), and its multiples. */
    record Key(byte[] z, Sm2Comb multiples) {}

    @Override
    public boolean verify(byte[] publicKey, byte[] content, byte[] signature) {
        var known = keys.get(ByteBuffer.wrap(publicKey));
        var key = known != null ? known : key(publicKey);
        BigInteger[] rs;
        try {
            rs = StandardDSAEncoding.INSTANCE.decode(N, signature);
        } catch (IOException | RuntimeException malformed) {
            return false;
        }
        boolean holds = holds(key, new BigInteger(1, Sm3.of(key.z, content)), rs[0], rs[1]);
        if (holds && known == null) {
            keys.put(ByteBuffer.wrap(publicKey.clone()), key);
        }
        return holds;
    }

    /** Steps B1 to B7: r = e + x modulo n, where x is that of s · G + (r + s) · P. */
    boolean holds(Key key, BigInteger e, BigInteger r, BigInteger s) {
        var t = r.add(s).mod(N);
        if (!isScalar(r) || !isScalar(s) || t.signum() == 0) {
            return false;
        }
        var sum = Sm2Comb.sum(base, s, key.multiples, t);
        if (sum.isInfinity()) {
            return false;
        }
        var x = r.subtract(e).mod(N);
        var beyond = x.add(N);
        return sum.hasX(x) || beyond.compareTo(Sm2Field.P) < 0 && sum.hasX(beyond);
    }

    private static boolean isScalar(BigInteger value) {
        return value.signum() > 0 && value.compareTo(N) < 0;
    }

    /** A key as it is needed here; refused when it is no point of the curve. */
    Key key(byte[] publicKey) {
        var multiples = Sm2Comb.of(point(publicKey), KEY_ROWS);
        return new Key(z(publicKey), multiples);
    }

    private static Sm2Point.Affine point(byte[] point) {
        if (point.length != Sm2.POINT || point[0] != 4) {
            throw TrustRefusal.BAD_KEY.at("point", point.length + " bytes", "uncompressed point of " + Sm2.POINT);
        }
        var x = new BigInteger(1, point, 1, SCALAR);
        var y = new BigInteger(1, point, 1 + SCALAR, SCALAR);
        if (x.compareTo(Sm2Field.P) >= 0 || y.compareTo(Sm2Field.P) >= 0) {
            throw offTheCurve();
        }
        return Sm2Point.Affine.of(x, y).orElseThrow(Sm2Quick::offTheCurve);
    }

    private static RuntimeException offTheCurve() {
        return TrustRefusal.BAD_KEY.at("point", "not on the curve", "point of SM2");
    }

    /** SM3 of the user id with its length in bits, the curve, its base point and the public key. */
    private static byte[] z(byte[] publicKey) {
        int bits = Sm2.USER_ID.length * Byte.SIZE;
        return Sm3.of(
                new byte[] {(byte) (bits >> Byte.SIZE), (byte) bits},
                Sm2.USER_ID,
                Sm2.bytes32(Sm2Field.P.subtract(BigInteger.valueOf(3))),
                Sm2.bytes32(Sm2Point.COEFFICIENT_B),
                withoutForm(Sm2.basePoint()),
                withoutForm(publicKey));
    }

    private static byte[] withoutForm(byte[] point) {
        return Arrays.copyOfRange(point, 1, point.length);
    }
}
