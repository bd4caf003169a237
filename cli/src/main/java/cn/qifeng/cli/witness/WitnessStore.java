package cn.qifeng.cli.witness;

import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** What a witness keeps between starts; a write has reached the disk when it returns. */
final class WitnessStore {

    private final Path directory;

    WitnessStore(Path directory) {
        this.directory = directory;
    }

    Optional<byte[]> bytes(String name) {
        try {
            var file = directory.resolve(name);
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Optional<ObjectNode> json(String name) {
        return bytes(name).map(CanonicalJson::decode);
    }

    void write(String name, ObjectNode content) {
        write(name, CanonicalJson.encode(content));
    }

    void write(String name, byte[] content) {
        try {
            Files.createDirectories(directory);
            var part = directory.resolve(name + ".part");
            Files.deleteIfExists(part);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (var channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(content));
                channel.force(true);
            }
            Files.move(part, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            forceDirectory();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void forceDirectory() throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
