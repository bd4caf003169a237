package cn.qifeng.kit.office;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The entries of a ZIP file in memory, by its central directory, as the reader behind the gate finds them. Sizes are
 * counted while unpacking; what a header says of them is not believed.
 */
final class ZipEntries {

    private static final int END = 0x06054b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_LENGTH = 22;
    private static final int COMMENT_MAX = 0xFFFF;
    private static final int LOCAL_LENGTH = 30;
    private static final int CENTRAL_LENGTH = 46;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int SHORT = 0xFFFF;

    private final ByteBuffer file;

    /** One entry: its name and where its packed bytes lie. */
    record Entry(String name, int method, int at, int length) {}

    /** What takes unpacked bytes; says whether it wants more. */
    interface Sink {

        boolean take(byte[] bytes, int length);
    }

    ZipEntries(byte[] bytes) {
        file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** All entries; throws {@link IndexOutOfBoundsException} or {@link IllegalArgumentException} for what is no ZIP. */
    List<Entry> list() {
        int end = end();
        int count = file.getShort(end + 10) & SHORT;
        int at = file.getInt(end + 16);
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < count; i++) {
            require(file.getInt(at) == CENTRAL, "central directory");
            int name = file.getShort(at + 28) & SHORT;
            int extra = file.getShort(at + 30) & SHORT;
            int comment = file.getShort(at + 32) & SHORT;
            entries.add(entry(at, name));
            at += CENTRAL_LENGTH + name + extra + comment;
        }
        return entries;
    }

    private Entry entry(int at, int nameLength) {
        var name = new String(file.array(), at + CENTRAL_LENGTH, nameLength, StandardCharsets.UTF_8);
        int length = file.getInt(at + 20);
        int local = file.getInt(at + 42);
        require(length >= 0 && file.getInt(local) == LOCAL, "local header of " + name);
        int data = local + LOCAL_LENGTH + (file.getShort(local + 26) & SHORT) + (file.getShort(local + 28) & SHORT);
        require((long) data + length <= file.capacity(), "end of " + name);
        return new Entry(name, file.getShort(at + 10) & SHORT, data, length);
    }

    private int end() {
        int last = file.capacity() - END_LENGTH;
        for (int at = last; at >= Math.max(0, last - COMMENT_MAX); at--) {
            if (file.getInt(at) == END) {
                return at;
            }
        }
        throw new IllegalArgumentException("no end of central directory");
    }

    /** Unpacks an entry into the sink, 64 KiB at most at a time. */
    void unpack(Entry entry, Sink sink) throws DataFormatException {
        var buffer = new byte[64 << 10];
        if (entry.method() == STORED) {
            for (int done = 0; done < entry.length(); done += buffer.length) {
                int part = Math.min(buffer.length, entry.length() - done);
                System.arraycopy(file.array(), entry.at() + done, buffer, 0, part);
                if (!sink.take(buffer, part)) {
                    return;
                }
            }
            return;
        }
        require(entry.method() == DEFLATED, "packing of " + entry.name());
        inflate(entry, sink, buffer);
    }

    private void inflate(Entry entry, Sink sink, byte[] buffer) throws DataFormatException {
        var inflater = new Inflater(true);
        try {
            inflater.setInput(file.array(), entry.at(), entry.length());
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer);
                if (read == 0 && !inflater.finished() && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new DataFormatException("cut short: " + entry.name());
                }
                if (!sink.take(buffer, read)) {
                    return;
                }
            }
        } finally {
            inflater.end();
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }
}
