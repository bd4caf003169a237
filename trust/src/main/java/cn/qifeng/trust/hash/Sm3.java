package cn.qifeng.trust.hash;

import java.io.IOException;
import java.io.InputStream;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** The hash SM3 (国密杂凑算法, GB/T 32905-2016), 32 bytes. An instance digests step by step and is used once. */
public final class Sm3 {

    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    private static final int BUFFER = 65_536;

    private final SM3Digest digest = new SM3Digest();

    /** SM3 of the parts one after another. */
    public static byte[] of(byte[]... parts) {
        var sm3 = new Sm3();
        for (var part : parts) {
            sm3.update(part);
        }
        return sm3.digest();
    }

    /** SM3 of the parts one after another, in lower-case hexadecimal. */
    public static String hex(byte[]... parts) {
        return Hex.encode(of(parts));
    }

    /** SM3 of all that a stream still gives; memory independent of its length. */
    public static byte[] of(InputStream stream) throws IOException {
        var sm3 = new Sm3();
        var buffer = new byte[BUFFER];
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            sm3.update(buffer, 0, read);
        }
        return sm3.digest();
    }

    /** HMAC-SM3 (RFC 2104) of the parts one after another. */
    public static byte[] hmac(byte[] key, byte[]... parts) {
        var mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        for (var part : parts) {
            mac.update(part, 0, part.length);
        }
        var out = new byte[LENGTH];
        mac.doFinal(out, 0);
        return out;
    }

    /** Takes in more bytes. */
    public Sm3 update(byte[] bytes) {
        return update(bytes, 0, bytes.length);
    }

    /** Takes in a part of an array. */
    public Sm3 update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
        return this;
    }

    /** The hash of all that was taken in; the instance starts anew. */
    public byte[] digest() {
        var out = new byte[LENGTH];
        digest.doFinal(out, 0);
        return out;
    }
}
