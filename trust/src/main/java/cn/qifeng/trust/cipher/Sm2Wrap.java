package cn.qifeng.trust.cipher;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Sm3;
import java.math.BigInteger;
import org.bouncycastle.math.ec.ECPoint;

/**
 * SM2 encryption (密钥包裹, GB/T 32918.4) of short secrets, order C1 C3 C2, with a scalar that the caller chooses: derived from
 * the wrapped key, it lets whoever has that key rebuild the wrap byte for byte.
 */
public final class Sm2Wrap {

    private Sm2Wrap() {}

    /** Wraps {@code plain} to a point with a scalar from 1 to order − 1. */
    public static Sm2Cipher wrap(byte[] publicKey, byte[] plain, BigInteger scalar) {
        if (scalar.signum() <= 0 || scalar.compareTo(Sm2.order()) >= 0) {
            throw new IllegalArgumentException("scalar out of range");
        }
        var c1 = Sm2.multiplyBase(scalar).normalize();
        var shared = Sm2.decode(publicKey).multiply(scalar).normalize();
        var c2 = mask(shared, plain);
        return new Sm2Cipher(
                c1.getAffineXCoord().toBigInteger(), c1.getAffineYCoord().toBigInteger(), check(shared, plain), c2);
    }

    /** The plain text; refuses with {@code trust/bad-wrap} when the point or the hash C3 is not right. */
    public static byte[] unwrap(BigInteger privateKey, Sm2Cipher cipher) {
        var shared = point(cipher).multiply(privateKey).normalize();
        var plain = mask(shared, cipher.c2());
        if (!Bytes.same(check(shared, plain), cipher.c3())) {
            throw TrustRefusal.BAD_WRAP.at("wrap", "C3 differs", "a wrap to this key");
        }
        return plain;
    }

    /** The scalar of docs/bid-envelope.md section 5: 48 bytes modulo (order − 1), plus 1. */
    public static BigInteger scalar(byte[] expanded) {
        return new BigInteger(1, expanded)
                .mod(Sm2.order().subtract(BigInteger.ONE))
                .add(BigInteger.ONE);
    }

    private static ECPoint point(Sm2Cipher cipher) {
        try {
            return Sm2.decode(cipher.point());
        } catch (RuntimeException outside) {
            throw TrustRefusal.BAD_WRAP.at("wrap", "C1 not on the curve", "point of SM2");
        }
    }

    private static byte[] check(ECPoint shared, byte[] plain) {
        return Sm3.of(
                shared.getAffineXCoord().getEncoded(),
                plain,
                shared.getAffineYCoord().getEncoded());
    }

    private static byte[] mask(ECPoint shared, byte[] text) {
        var x = shared.getAffineXCoord().getEncoded();
        var y = shared.getAffineYCoord().getEncoded();
        var out = new byte[text.length];
        for (int offset = 0, counter = 1; offset < text.length; offset += Sm3.LENGTH, counter++) {
            var block = Sm3.of(x, y, Bytes.u32(counter));
            for (int i = 0; i < Sm3.LENGTH && offset + i < text.length; i++) {
                out[offset + i] = (byte) (text[offset + i] ^ block[i]);
            }
        }
        return out;
    }
}
