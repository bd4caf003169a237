package cn.qifeng.trust.envelope;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Recognises files that were handed in without encryption (未加密). */
public final class PlainFormat {

    private static final int TEXT_MIN = 64;
    private static final int TEXT_LOOK = 512;

    private PlainFormat() {}

    /** Name of the plain format that these first bytes belong to, or empty for ciphertext and other binaries. */
    public static Optional<String> of(byte[] start) {
        if (starts(start, "%PDF-")) {
            return Optional.of("PDF");
        }
        if (starts(start, "PK\003\004") || starts(start, "PK\005\006")) {
            return Optional.of("ZIP or OOXML");
        }
        if (starts(start, "<?xml") || starts(start, "\u00EF\u00BB\u00BF<?xml")) {
            return Optional.of("XML");
        }
        if (starts(start, "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
            return Optional.of("OLE2");
        }
        return start.length >= TEXT_MIN && text(start) ? Optional.of("text") : Optional.empty();
    }

    private static boolean starts(byte[] bytes, String magic) {
        var wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= wanted.length && Arrays.equals(bytes, 0, wanted.length, wanted, 0, wanted.length);
    }

    private static boolean text(byte[] bytes) {
        int length = Math.min(bytes.length, TEXT_LOOK);
        // a look may cut a character of up to four bytes in two
        for (int cut = 0; cut < 4; cut++) {
            try {
                var chars = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length - cut));
                return chars.chars().noneMatch(c -> c < 0x20 && c != '\t' && c != '\n' && c != '\r');
            } catch (CharacterCodingException binaryOrCut) {
                // try again without the last byte
            }
        }
        return false;
    }
}
