package cn.qifeng.kit.document.ofd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The files of an OFD package (OFD 包), by their paths from its root, which begin with a slash. */
final class OfdFiles {

    private static final long NO_TIME = 0;

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    void add(String path, byte[] content) {
        if (files.put(path, content) != null) {
            throw new IllegalStateException("two files at " + path);
        }
    }

    void add(String path, String xml) {
        add(path, ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml).getBytes(StandardCharsets.UTF_8));
    }

    /** All files, in the order in which they came. */
    Map<String, byte[]> all() {
        return new LinkedHashMap<>(files);
    }

    byte[] zip() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey().substring(1));
                entry.setTime(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
