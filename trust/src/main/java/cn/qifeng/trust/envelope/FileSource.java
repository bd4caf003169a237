package cn.qifeng.trust.envelope;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the plain bytes of one file come from (文件来源); read once, as a stream. */
public interface FileSource {

    /** Number of bytes. */
    long length() throws IOException;

    /** The bytes; the caller closes it. */
    InputStream open() throws IOException;

    /** A file on disk. */
    static FileSource of(Path path) {
        return new FileSource() {
            @Override
            public long length() throws IOException {
                return Files.size(path);
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(path);
            }
        };
    }

    /** Bytes in memory. */
    static FileSource of(byte[] bytes) {
        return new FileSource() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}
