package cn.qifeng.trust.cipher;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.hash.Bytes;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** SM2 (国密椭圆曲线算法, GB/T 32918) on the recommended curve: points, scalars and plain signatures. */
public final class Sm2 {

    /** Bytes of an uncompressed point. */
    public static final int POINT = 65;

    static final byte[] USER_ID = Bytes.ascii("1234567812345678");
    static final ECDomainParameters DOMAIN = domain();

    private Sm2() {}

    private static ECDomainParameters domain() {
        var curve = CustomNamedCurves.getByName("sm2p256v1");
        return new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
    }

    /** Order of the curve. */
    public static BigInteger order() {
        return DOMAIN.getN();
    }

    /** A new private key, from 1 to order − 2. */
    public static BigInteger newPrivateKey(SecureRandom random) {
        var bound = order().subtract(BigInteger.ONE);
        while (true) {
            var candidate = new BigInteger(256, random);
            if (candidate.signum() > 0 && candidate.compareTo(bound) < 0) {
                return candidate;
            }
        }
    }

    /** A private key read from 32 bytes; refuses what is out of range. */
    public static BigInteger privateKey(byte[] bytes) {
        var key = new BigInteger(1, bytes);
        if (bytes.length != 32 || key.signum() == 0 || key.compareTo(order().subtract(BigInteger.ONE)) >= 0) {
            throw TrustRefusal.BAD_KEY.at("privateKey", bytes.length + " bytes", "32 bytes within the order");
        }
        return key;
    }

    /** A scalar or coordinate as 32 bytes. */
    public static byte[] bytes32(BigInteger value) {
        var bytes = new byte[32];
        var raw = value.toByteArray();
        int length = Math.min(raw.length, 32);
        System.arraycopy(raw, raw.length - length, bytes, 32 - length, length);
        return bytes;
    }

    /** The public key of a private one, uncompressed. */
    public static byte[] publicKey(BigInteger privateKey) {
        return multiplyBase(privateKey).normalize().getEncoded(false);
    }

    /** The SM2 point in a subject public key; refuses every other algorithm. */
    public static byte[] publicKey(SubjectPublicKeyInfo info) {
        var algorithm = info.getAlgorithm();
        if (!X9ObjectIdentifiers.id_ecPublicKey.equals(algorithm.getAlgorithm())
                || !GMObjectIdentifiers.sm2p256v1.equals(algorithm.getParameters())) {
            throw TrustRefusal.BAD_KEY.at("publicKey", algorithm.getAlgorithm(), "SM2");
        }
        return checkPoint(info.getPublicKeyData().getOctets());
    }

    /** Gives the point back; refuses what is not an uncompressed point of the curve. */
    public static byte[] checkPoint(byte[] point) {
        decode(point);
        return point;
    }

    /** Signature (DER of r, s) with SM3 and the user id {@code 1234567812345678}. */
    public static byte[] sign(BigInteger privateKey, byte[] content, SecureRandom random) {
        return signer(privateKey, random).apply(content);
    }

    /**
     * Makes such signatures one after another, and its public key, which goes into each of them, only once. For one
     * thread at a time.
     */
    public static UnaryOperator<byte[]> signer(BigInteger privateKey, SecureRandom random) {
        var signer = new SM2Signer();
        var key = new ParametersWithRandom(new ECPrivateKeyParameters(privateKey, DOMAIN), random);
        signer.init(true, new ParametersWithID(key, USER_ID));
        return content -> {
            signer.reset();
            signer.update(content, 0, content.length);
            try {
                return signer.generateSignature();
            } catch (CryptoException never) {
                throw new IllegalStateException(never);
            }
        };
    }

    /** Whether a signature of {@link #sign} verifies under the point; refuses what is no point. */
    public static boolean verify(byte[] publicKey, byte[] content, byte[] signature) {
        return Sm2Verifiers.fastest().verify(publicKey, content, signature);
    }

    /** One line for whoever runs the machine: who verifies signatures, and why not the other. */
    public static String verifierState() {
        return Sm2Verifiers.state();
    }

    /** The base point, uncompressed. */
    static byte[] basePoint() {
        return DOMAIN.getG().getEncoded(false);
    }

    static ECPoint multiplyBase(BigInteger scalar) {
        return new FixedPointCombMultiplier().multiply(DOMAIN.getG(), scalar);
    }

    static ECPoint decode(byte[] point) {
        if (point.length != POINT || point[0] != 4) {
            throw TrustRefusal.BAD_KEY.at("point", point.length + " bytes", "uncompressed point of " + POINT);
        }
        try {
            return DOMAIN.validatePublicPoint(DOMAIN.getCurve().decodePoint(point));
        } catch (IllegalArgumentException outside) {
            throw TrustRefusal.BAD_KEY.at("point", "not on the curve", "point of SM2");
        }
    }
}
