package cn.qifeng.kit.office;

import java.nio.charset.StandardCharsets;

/**
 * Looks through the bytes of a part, whatever its name, for a document type and for a cell that lies further right than a sheet reaches. The reader
 * behind the gate makes a place for every column up to the cell it meets, so that one cell {@code ZZZZZZ1} would take all
 * memory. What could hide a reference from this look is unsound too: an entity inside it, or an encoding of two or four
 * bytes. What begins otherwise than XML is not looked through.
 */
final class CellReferences {

    private static final int LETTERS_MAX = 3;
    private static final byte[] USUAL = "c r=\"".getBytes(StandardCharsets.US_ASCII);

    private Where where = Where.START;
    private boolean cell;
    private boolean declares;
    private int nameLength;
    private byte attribute;
    private int attributeLength;
    private byte quote;
    private int letters;

    /** Where in the text the last byte was. */
    private enum Where {
        START,
        NO_XML,
        TEXT,
        NAME,
        TAG,
        ATTRIBUTE,
        AFTER_ATTRIBUTE,
        VALUE
    }

    /** Takes the next bytes; {@code false} as soon as one of them belongs to such a cell. */
    boolean areSound(byte[] bytes, int length) {
        if (where == Where.START && length > 1 && isOfSeveralBytes(bytes[0], bytes[1])) {
            return false;
        }
        int i = 0;
        while (i < length) {
            if (where == Where.TEXT) {
                i = tag(bytes, i, length);
            } else if (where == Where.NAME && nameLength == 0 && isUsual(bytes, i, length)) {
                if (!isShort(bytes, i + USUAL.length)) {
                    return false;
                }
                where = Where.TEXT;
            } else if (!step(bytes[i++])) {
                return false;
            }
        }
        return true;
    }

    /** Behind the next {@code <}, which well-formed XML has nowhere but at the beginning of a tag. */
    private int tag(byte[] bytes, int from, int length) {
        for (int i = from; i < length; i++) {
            if (bytes[i] == '<') {
                where = Where.NAME;
                nameLength = 0;
                cell = false;
                return i + 1;
            }
        }
        return length;
    }

    /** Whether a cell stands here as nearly every program writes it, with room for its letters. */
    private static boolean isUsual(byte[] bytes, int at, int length) {
        if (at + USUAL.length + LETTERS_MAX >= length) {
            return false;
        }
        for (int i = 0; i < USUAL.length; i++) {
            if (bytes[at + i] != USUAL[i]) {
                return false;
            }
        }
        return true;
    }

    /** At most three letters, then a digit. */
    private static boolean isShort(byte[] bytes, int at) {
        int i = at;
        while (i < at + LETTERS_MAX && bytes[i] >= 'A' && bytes[i] <= 'Z') {
            i++;
        }
        return bytes[i] >= '0' && bytes[i] <= '9';
    }

    /** One byte of a tag that is written in another way, or cut by the end of the bytes. */
    private boolean step(byte one) {
        return switch (where) {
            case START -> start(one);
            case NO_XML, TEXT -> true;
            case NAME -> name(one);
            case TAG -> tag(one);
            case ATTRIBUTE -> attribute(one);
            case AFTER_ATTRIBUTE -> afterAttribute(one);
            case VALUE -> value(one);
        };
    }

    /** XML begins with a tag, maybe behind blanks or the mark of UTF-8. */
    private boolean start(byte one) {
        boolean mark = one == (byte) 0xEF || one == (byte) 0xBB || one == (byte) 0xBF;
        if (one == '<') {
            where = Where.NAME;
            return true;
        }
        where = mark || isBlank(one) ? Where.START : Where.NO_XML;
        return true;
    }

    private static boolean isOfSeveralBytes(byte first, byte second) {
        boolean mark = first == (byte) 0xFE && second == (byte) 0xFF || first == (byte) 0xFF && second == (byte) 0xFE;
        return mark || first == 0 || first == '<' && second == 0;
    }

    private boolean name(byte one) {
        if (isBlank(one)) {
            where = cell ? Where.TAG : Where.TEXT;
        } else if (one == '>') {
            where = Where.TEXT;
        } else if (one == ':') {
            nameLength = 0;
            cell = false;
        } else {
            nameLength++;
            cell = nameLength == 1 && one == 'c';
            declares = nameLength == 1 ? one == '!' : declares;
        }
        return nameLength != 2 || !declares || one != 'D';
    }

    private boolean tag(byte one) {
        if (one == '>') {
            where = Where.TEXT;
        } else if (!isBlank(one)) {
            where = Where.ATTRIBUTE;
            attribute = one;
            attributeLength = 1;
        }
        return true;
    }

    private boolean attribute(byte one) {
        if (one == '=' || isBlank(one)) {
            where = Where.AFTER_ATTRIBUTE;
        } else if (one == '>') {
            where = Where.TEXT;
        } else if (one == ':') {
            attributeLength = 0;
        } else {
            attribute = one;
            attributeLength++;
        }
        return true;
    }

    private boolean afterAttribute(byte one) {
        if (one == '"' || one == '\'') {
            where = Where.VALUE;
            quote = one;
            letters = 0;
        } else if (one == '>') {
            where = Where.TEXT;
        }
        return true;
    }

    private boolean value(byte one) {
        if (one == quote) {
            where = Where.TAG;
            return true;
        }
        if (attribute != 'r' || attributeLength != 1) {
            return true;
        }
        boolean digit = one >= '0' && one <= '9';
        letters += digit ? 0 : 1;
        return letters <= LETTERS_MAX && one != '&';
    }

    private static boolean isBlank(byte one) {
        return one == ' ' || one == '\t' || one == '\r' || one == '\n';
    }
}
