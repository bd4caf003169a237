package cn.qifeng.cli.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files of a person's own, such as receipts and keys. */
public final class OwnFile {

    private OwnFile() {}

    /** Writes a file that only its owner reads, whole or not at all. */
    public static void write(Path file, byte[] bytes) throws IOException {
        var part = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                ".new",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(part, bytes);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
