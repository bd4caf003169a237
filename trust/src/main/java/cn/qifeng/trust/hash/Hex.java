package cn.qifeng.trust.hash;

import cn.qifeng.trust.TrustRefusal;
import java.util.HexFormat;

/** Bytes as lower-case hexadecimal (十六进制). */
public final class Hex {

    private static final HexFormat FORMAT = HexFormat.of();

    private Hex() {}

    /** Two lower-case digits for each byte. */
    public static String encode(byte[] bytes) {
        return FORMAT.formatHex(bytes);
    }

    /** Reads lower-case hexadecimal; refuses anything else. */
    public static byte[] decode(String text) {
        try {
            var bytes = FORMAT.parseHex(text);
            if (encode(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException | NullPointerException other) {
            // falls through to the one refusal below
        }
        throw TrustRefusal.BAD_BYTES.at("hex", text, "lower-case hexadecimal");
    }
}
