package cn.qifeng.auditor.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM3, HMAC and HKDF over it, and the small encodings around them. */
public final class Hash {

    private static final int BUFFER = 1 << 16;

    private Hash() {}

    /** SM3 over all parts. */
    public static byte[] sm3(byte[]... parts) {
        var digest = new SM3Digest();
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        var hash = new byte[32];
        digest.doFinal(hash, 0);
        return hash;
    }

    /** SM3 over all parts in hexadecimal. */
    public static String hex(byte[]... parts) {
        return HexFormat.of().formatHex(sm3(parts));
    }

    /** SM3 over a stream of any length, in hexadecimal. */
    public static String hex(InputStream in) throws IOException {
        var digest = new SM3Digest();
        var buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        var hash = new byte[32];
        digest.doFinal(hash, 0);
        return HexFormat.of().formatHex(hash);
    }

    /** HKDF-Extract. */
    public static byte[] extract(byte[] salt, byte[] secret) {
        return hmac(salt, secret);
    }

    /** HKDF-Expand. */
    public static byte[] expand(byte[] key, int length, byte[]... info) {
        var out = ByteBuffer.allocate((length + 31) / 32 * 32);
        var block = new byte[0];
        for (int i = 1; out.hasRemaining(); i++) {
            block = hmac(key, block, join(info), new byte[] {(byte) i});
            out.put(block);
        }
        return java.util.Arrays.copyOf(out.array(), length);
    }

    /** All parts one after another. */
    public static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        var out = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            out.put(part);
        }
        return out.array();
    }

    /** The ASCII bytes of a label. */
    public static byte[] ascii(String label) {
        return label.getBytes(StandardCharsets.US_ASCII);
    }

    /** Four bytes, big endian. */
    public static byte[] u32(long value) {
        return ByteBuffer.allocate(4).putInt((int) value).array();
    }

    private static byte[] hmac(byte[] key, byte[]... parts) {
        var mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        for (byte[] part : parts) {
            mac.update(part, 0, part.length);
        }
        var out = new byte[32];
        mac.doFinal(out, 0);
        return out;
    }
}
