package cn.qifeng.trading.supervision.application;

import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the objects of a package one after another (存证包); nothing of a file stays in memory. */
final class PackageZip implements AutoCloseable {

    /** The same for every object, because a ZIP cannot leave it out and nothing may depend on it. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;

    PackageZip(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    /** An object in canonical JSON. */
    void json(String name, JsonNode content) {
        bytes(name, CanonicalJson.encode(content));
    }

    /** A small object. */
    void bytes(String name, byte[] content) {
        add(name, Deflater.DEFAULT_COMPRESSION, out -> out.write(content));
    }

    /** An object of any size that does not compress, such as an encrypted file; closes the stream. */
    void stream(String name, InputStream content) {
        add(name, Deflater.NO_COMPRESSION, out -> {
            try (content) {
                content.transferTo(out);
            }
        });
    }

    /** What writes one object. */
    @FunctionalInterface
    private interface Writer {
        void to(OutputStream out) throws IOException;
    }

    private void add(String name, int level, Writer content) {
        try {
            var entry = new ZipEntry(name);
            entry.setTimeLocal(NO_TIME);
            zip.setLevel(level);
            zip.putNextEntry(entry);
            content.to(zip);
            zip.closeEntry();
        } catch (IOException broken) {
            throw new UncheckedIOException(name, broken);
        }
    }

    /** Ends the package; without this it cannot be read. */
    @Override
    public void close() throws IOException {
        zip.finish();
    }
}
