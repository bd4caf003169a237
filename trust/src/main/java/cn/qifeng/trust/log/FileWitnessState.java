package cn.qifeng.trust.log;

import cn.qifeng.trust.json.CanonicalJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Keeps a witness's last head in one file (见证状态文件), written aside, synced, and moved into place. */
public final class FileWitnessState implements WitnessState {

    private final Path file;

    /** State in this file; its folder must exist. */
    public FileWitnessState(Path file) {
        this.file = file;
    }

    @Override
    public Optional<LogHead> last() {
        try {
            return Files.exists(file)
                    ? Optional.of(LogHead.from(CanonicalJson.decode(Files.readAllBytes(file))))
                    : Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void keep(LogHead head) {
        var part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (var channel = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(CanonicalJson.encode(head.toDoc()));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
