package cn.qifeng.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Byte range (字节区间) of a file, both ends counted, from 0: what a reader of a large file asks for (RFC 9110 §14).
 *
 * @param to last byte, at least {@code from}; may lie behind the end of the file
 */
public record ByteRange(long from, long to) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{1,15})-(\\d{0,15})");

    /** Refuses ends that are negative or the wrong way round with {@link IllegalArgumentException}. */
    public ByteRange {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no range: " + from + "-" + to);
        }
    }

    /** The one range of a header {@code Range}; nothing for an absent header and for forms that the whole file answers. */
    public static Optional<ByteRange> of(String header) {
        var found = ONE.matcher(header == null ? "" : header.trim());
        if (!found.matches()) {
            return Optional.empty();
        }
        long from = Long.parseLong(found.group(1));
        long to = found.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(found.group(2));
        return to < from ? Optional.empty() : Optional.of(new ByteRange(from, to));
    }

    /** Whether it begins inside a file of this length. */
    public boolean beginsWithin(long length) {
        return from < length;
    }

    /** The part of it that lies inside a file of this length, in which it has to begin. */
    public ByteRange within(long length) {
        return new ByteRange(from, Math.min(to, length - 1));
    }

    /** How many bytes. */
    public long length() {
        return to - from + 1;
    }

    /** As a header {@code Range}. */
    public String asked() {
        return "bytes=" + from + "-" + (to == Long.MAX_VALUE ? "" : String.valueOf(to));
    }

    /** As a header {@code Content-Range} of a file of this length. */
    public String given(long length) {
        return "bytes " + from + "-" + to + "/" + length;
    }
}
