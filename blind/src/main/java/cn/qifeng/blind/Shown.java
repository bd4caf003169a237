package cn.qifeng.blind;

import java.text.Normalizer;
import java.util.Locale;

/** Text out of a foreign file, as it may be shown: short, and nothing in it that is not seen. */
final class Shown {

    private Shown() {}

    /** The text with every unseen character written as {@code U+…}, cut after {@code max} characters. */
    static String of(String text, int max) {
        var shown = new StringBuilder();
        text.codePoints().limit(max).forEach(it -> {
            if (unseen(it)) {
                shown.append(String.format(Locale.ROOT, "<U+%04X>", it));
            } else {
                shown.appendCodePoint(it);
            }
        });
        return shown.length() <= max ? shown.toString() : shown.substring(0, max - 1) + "…";
    }

    /** Whether a character leaves no trace on paper: control, format, private use, half a pair, or not assigned. */
    static boolean unseen(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default ->
                codePoint == 0x115F
                        || codePoint == 0x1160
                        || codePoint == 0x3164
                        || codePoint == 0xFFA0
                        || codePoint >= 0xFE00 && codePoint <= 0xFE0F
                        || codePoint == 0x034F;
        };
    }

    /** The text without what is not seen, and with letters where a font names their radicals instead (⼯ is 工). */
    static String clean(String text) {
        var clean = new StringBuilder();
        text.codePoints().filter(it -> !unseen(it) && it != 0xFFFD).forEach(it -> {
            if (radical(it)) {
                clean.append(Normalizer.normalize(Character.toString(it), Normalizer.Form.NFKC));
            } else {
                clean.appendCodePoint(it);
            }
        });
        return clean.toString();
    }

    /** Whether this is the radical of a character, as some fonts name the character itself. */
    static boolean radical(int codePoint) {
        return codePoint >= 0x2E80 && codePoint <= 0x2FDF;
    }
}
