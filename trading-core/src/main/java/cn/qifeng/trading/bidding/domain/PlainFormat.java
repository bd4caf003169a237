package cn.qifeng.trading.bidding.domain;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Formats by which a file that was not encrypted gives itself away (未加密文件). */
public enum PlainFormat {
    PDF("%PDF"),
    /** ZIP, and with it docx and xlsx. */
    ZIP("PK\u0003\u0004"),
    XML("<?xml"),
    /** Old Office documents. */
    OLE("\u00d0\u00cf\u0011\u00e0"),
    PNG("\u0089PNG"),
    JPEG("\u00ff\u00d8\u00ff"),
    RAR("Rar!"),
    GZIP("\u001f\u008b\b"),
    /** Readable text, JSON included. */
    TEXT("");

    private static final int TEXT_BYTES_MIN = 16;

    private final byte[] magic;

    PlainFormat(String magic) {
        this.magic = magic.getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * The plain format that {@code start}, the first bytes of a file (64 are enough), belongs to. Ciphertext looks like
     * one of them by chance about once in 2^24 files; a new attempt then has other bytes.
     */
    public static Optional<PlainFormat> of(byte[] start) {
        for (var format : values()) {
            if (format != TEXT && startsWith(start, format.magic)) {
                return Optional.of(format);
            }
        }
        return isText(start) ? Optional.of(TEXT) : Optional.empty();
    }

    private static boolean startsWith(byte[] start, byte[] magic) {
        return start.length >= magic.length && Arrays.equals(start, 0, magic.length, magic, 0, magic.length);
    }

    private static boolean isText(byte[] start) {
        if (start.length < TEXT_BYTES_MIN) {
            return false;
        }
        for (byte b : start) {
            if (b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r') {
                return false;
            }
        }
        return utf8(start, start.length)
                || utf8(start, start.length - 1)
                || utf8(start, start.length - 2)
                || utf8(start, start.length - 3);
    }

    private static boolean utf8(byte[] bytes, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}
