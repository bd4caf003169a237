package cn.qifeng.auditor.crypto;

import static cn.qifeng.auditor.crypto.Hash.ascii;
import static cn.qifeng.auditor.crypto.Hash.expand;
import static cn.qifeng.auditor.crypto.Hash.join;
import static cn.qifeng.auditor.crypto.Hash.sm3;
import static cn.qifeng.auditor.crypto.Hash.u32;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** The arithmetic of sealing: shares, keys, frames and wraps (docs/bid-envelope.md sections 3 to 5 and 8). */
public final class Sealing {

    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("sm2p256v1");

    private Sealing() {}

    /** The secret behind at least k shares, keyed by x. */
    public static byte[] combine(Map<Integer, byte[]> shares) {
        int length = shares.values().iterator().next().length;
        var secret = new byte[length];
        for (var share : shares.entrySet()) {
            int weight = 1;
            for (int other : shares.keySet()) {
                if (other != share.getKey()) {
                    weight = multiply(weight, multiply(other, inverse(other ^ share.getKey())));
                }
            }
            for (int i = 0; i < length; i++) {
                secret[i] ^= (byte) multiply(weight, share.getValue()[i] & 0xff);
            }
        }
        return secret;
    }

    /** The share of member x of a secret, with coefficients derived from {@code prk} under {@code label}. */
    public static byte[] share(byte[] secret, byte[] prk, String label, int threshold, int x) {
        var share = secret.clone();
        int power = 1;
        for (int j = 1; j < threshold; j++) {
            power = multiply(power, x);
            var coefficient = expand(prk, 16, ascii(label), u32(j));
            for (int i = 0; i < share.length; i++) {
                share[i] ^= (byte) multiply(power, coefficient[i] & 0xff);
            }
        }
        return share;
    }

    /** Key of file n of an envelope. */
    public static byte[] fileKey(byte[] prk, BidHeader header, int n) {
        return expand(prk, 16, ascii("BES1 file"), u32(n), header.tenderCtx(), header.bidId(), u32(header.seq()));
    }

    /** Commitment to the key of file n. */
    public static byte[] fileKeyCommit(BidHeader header, int n, byte[] key) {
        return sm3(ascii("BES1 file key"), header.bidId(), u32(header.seq()), u32(n), key);
    }

    /** One frame's plain text; {@code null} when its tag does not verify. */
    public static byte[] openFrame(byte[] key, long index, boolean last, byte[] aad, byte[] frame) {
        var nonce = ByteBuffer.allocate(12)
                .put(new byte[7])
                .putInt((int) index)
                .put((byte) (last ? 1 : 0))
                .array();
        var cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(false, new AEADParameters(new KeyParameter(key), 128, nonce, aad));
        var plain = new byte[cipher.getOutputSize(frame.length)];
        try {
            int length = cipher.processBytes(frame, 0, frame.length, plain, 0);
            length += cipher.doFinal(plain, length);
            return Arrays.copyOf(plain, length);
        } catch (InvalidCipherTextException | RuntimeException e) {
            return null;
        }
    }

    /** DER of SM2Cipher over {@code secret ‖ context} with the scalar that belongs to the recipient. */
    public static byte[] wrap(byte[] publicKey, byte[] secret, byte[] context, byte[] scalarBytes) {
        var order = CURVE.getN();
        var scalar = new BigInteger(1, scalarBytes)
                .mod(order.subtract(BigInteger.ONE))
                .add(BigInteger.ONE);
        var c1 = CURVE.getG().multiply(scalar).normalize();
        var shared = CURVE.getCurve().decodePoint(publicKey).multiply(scalar).normalize();
        var x2 = shared.getAffineXCoord().getEncoded();
        var y2 = shared.getAffineYCoord().getEncoded();
        var plain = join(secret, context);
        var c2 = keyStream(x2, y2, plain.length);
        for (int i = 0; i < c2.length; i++) {
            c2[i] ^= plain[i];
        }
        var fields = new ASN1EncodableVector();
        fields.add(new ASN1Integer(c1.getAffineXCoord().toBigInteger()));
        fields.add(new ASN1Integer(c1.getAffineYCoord().toBigInteger()));
        fields.add(new DEROctetString(sm3(x2, plain, y2)));
        fields.add(new DEROctetString(c2));
        try {
            return new DERSequence(fields).getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] keyStream(byte[] x, byte[] y, int length) {
        var out = ByteBuffer.allocate((length + 31) / 32 * 32);
        for (int i = 1; out.hasRemaining(); i++) {
            out.put(sm3(x, y, u32(i)));
        }
        return Arrays.copyOf(out.array(), length);
    }

    private static int multiply(int a, int b) {
        int product = 0;
        int left = a;
        for (int right = b; right != 0; right >>= 1) {
            if ((right & 1) != 0) {
                product ^= left;
            }
            left <<= 1;
            if ((left & 0x100) != 0) {
                left ^= 0x11B;
            }
        }
        return product;
    }

    private static int inverse(int a) {
        int result = 1;
        int base = a;
        for (int exponent = 254; exponent != 0; exponent >>= 1) {
            if ((exponent & 1) != 0) {
                result = multiply(result, base);
            }
            base = multiply(base, base);
        }
        return result;
    }
}
