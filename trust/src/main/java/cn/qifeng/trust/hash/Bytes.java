package cn.qifeng.trust.hash;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;

/** The byte notation of docs/bid-envelope.md section 1 (字节记法). */
public final class Bytes {

    private Bytes() {}

    /** The ASCII bytes of a text, no terminator. */
    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Four bytes, big endian. */
    public static byte[] u32(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    /** The 16 bytes of a UUID. */
    public static byte[] uuid(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** One after another. */
    public static byte[] concat(byte[]... parts) {
        int length = 0;
        for (var part : parts) {
            length += part.length;
        }
        var all = ByteBuffer.allocate(length);
        for (var part : parts) {
            all.put(part);
        }
        return all.array();
    }

    /** Whether both are the same, in time that does not depend on where they differ. */
    public static boolean same(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }
}
