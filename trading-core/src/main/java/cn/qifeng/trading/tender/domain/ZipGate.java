package cn.qifeng.trading.tender.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipFile;

/**
 * Gate before any reader of office files in OOXML (文件闸门): unpacks and counts, believing no header, and refuses bombs, macros,
 * links to other files and document types.
 */
public final class ZipGate {

    private static final int ENTRIES_MAX = 2_000;
    private static final long ENTRY_BYTES_MAX = 200L << 20;
    private static final long TOTAL_BYTES_MAX = 300L << 20;
    private static final int RATIO_MAX = 200;
    private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);

    private final TenderRefusal unreadable;
    private final TenderRefusal tooLarge;

    /** A gate that refuses with these two codes. */
    public ZipGate(TenderRefusal unreadable, TenderRefusal tooLarge) {
        this.unreadable = unreadable;
        this.tooLarge = tooLarge;
    }

    /** Refuses unless {@code file} is a harmless package that contains {@code part}. */
    public void check(byte[] file, String part) {
        try {
            var copy = Files.createTempFile("gate", ".zip");
            try {
                Files.write(copy, file);
                check(copy, file.length, part);
            } finally {
                Files.delete(copy);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw refused(unreadable, "file", "not a ZIP file", part);
        }
    }

    /** By the central directory, as the readers behind the gate do; some writers' local headers cannot be streamed. */
    private void check(Path file, long length, String part) throws IOException {
        long total = 0;
        int entries = 0;
        boolean found = false;
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                checkName(entry.getName());
                found |= entry.getName().equals(part);
                if (++entries > ENTRIES_MAX) {
                    throw refused(tooLarge, "entries", entries, "at most " + ENTRIES_MAX);
                }
                try (var in = zip.getInputStream(entry)) {
                    total += inflate(in, entry.getName());
                }
                if (total > TOTAL_BYTES_MAX || total > RATIO_MAX * length + (1 << 20)) {
                    throw refused(
                            tooLarge, "unpacked", total, "at most " + TOTAL_BYTES_MAX + " bytes, ratio " + RATIO_MAX);
                }
            }
        }
        if (!found) {
            throw refused(unreadable, "file", "no such part", part);
        }
    }

    private void checkName(String name) {
        if (name.endsWith("vbaProject.bin") || name.contains("externalLinks/") || name.contains("..")) {
            throw refused(unreadable, "part", name, "no macros and no links to other files");
        }
    }

    private long inflate(InputStream zip, String name) throws IOException {
        var buffer = new byte[64 << 10];
        long length = 0;
        boolean first = true;
        for (int read = zip.readNBytes(buffer, 0, buffer.length);
                read > 0;
                read = zip.readNBytes(buffer, 0, buffer.length)) {
            if (first && contains(buffer, read)) {
                throw refused(unreadable, "part", name, "no document type");
            }
            first = false;
            length += read;
            if (length > ENTRY_BYTES_MAX) {
                throw refused(tooLarge, "part", name, "at most " + ENTRY_BYTES_MAX + " bytes");
            }
        }
        return length;
    }

    private static boolean contains(byte[] buffer, int length) {
        for (int i = 0; i + DOCTYPE.length <= length; i++) {
            int same = 0;
            while (same < DOCTYPE.length && buffer[i + same] == DOCTYPE[same]) {
                same++;
            }
            if (same == DOCTYPE.length) {
                return true;
            }
        }
        return false;
    }

    private static Refused refused(TenderRefusal code, String field, Object seen, Object expected) {
        return new Refused(code, Facts.field(field, seen, expected));
    }
}
