package cn.qifeng.evaluation.terminal.domain;

import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Public key of a terminal (席位终端公钥): ECDSA on P-256 with SHA-256, which a browser makes so that the private half
 * cannot leave it. It admits to a seat and signs nothing of a tender; signatures of members are SM2, as ever.
 *
 * @param point the point as 130 hex digits, {@code 04 ‖ x ‖ y}
 */
public record DeviceKey(String point) {

    private static final Pattern POINT = Pattern.compile("04[0-9a-f]{128}");
    private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{128}");
    private static final int SIDE = 32;
    private static final BigInteger THREE = BigInteger.valueOf(3);

    /** Refuses with {@link TerminalRefusal#KEY} what is no point of the curve. */
    public DeviceKey {
        if (point == null || !POINT.matcher(point).matches() || !onCurve(point)) {
            throw TerminalRefusal.KEY.at("key", point, "04 ‖ x ‖ y of a point on P-256, 130 hex digits");
        }
    }

    /** The device's fingerprint (设备指纹): SM3 of the point, 64 hex digits. */
    public String fingerprint() {
        return Sm3.hex(Hex.decode(point));
    }

    /** Whether the device signed this text; {@code signature} is r ‖ s, 128 hex digits. */
    public boolean verifies(String text, String signature) {
        if (signature == null || !SIGNATURE.matcher(signature).matches()) {
            return false;
        }
        try {
            var verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(
                    KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(pointOf(point), curve())));
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(Hex.decode(signature));
        } catch (SignatureException impossible) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key as this record has it. */
    public static DeviceKey of(ECPublicKey key) {
        return new DeviceKey(
                "04" + side(key.getW().getAffineX()) + side(key.getW().getAffineY()));
    }

    private static String side(BigInteger value) {
        var bytes = value.toByteArray();
        var side = new byte[SIDE];
        int length = Math.min(SIDE, bytes.length);
        System.arraycopy(bytes, bytes.length - length, side, SIDE - length, length);
        return Hex.encode(side);
    }

    /** A library that takes a point without looking adds on another curve, so we look: y² = x³ + ax + b. */
    private static boolean onCurve(String point) {
        var curve = curve().getCurve();
        var prime = ((ECFieldFp) curve.getField()).getP();
        var at = pointOf(point);
        var x = at.getAffineX();
        var y = at.getAffineY();
        var right = x.modPow(THREE, prime).add(curve.getA().multiply(x)).add(curve.getB());
        return x.compareTo(prime) < 0
                && y.compareTo(prime) < 0
                && y.multiply(y).subtract(right).mod(prime).signum() == 0;
    }

    private static ECPoint pointOf(String point) {
        var bytes = Hex.decode(point);
        return new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(bytes, 1, 1 + SIDE)),
                new BigInteger(1, Arrays.copyOfRange(bytes, 1 + SIDE, bytes.length)));
    }

    private static ECParameterSpec curve() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
