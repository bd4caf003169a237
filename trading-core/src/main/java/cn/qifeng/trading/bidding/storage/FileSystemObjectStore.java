package cn.qifeng.trading.bidding.storage;

import cn.qifeng.kernel.Facts;
import cn.qifeng.trading.bidding.domain.BiddingRefusal;
import cn.qifeng.trading.bidding.domain.ObjectStore;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Objects as files under {@code <qifeng.data>/objects}. A file gets its name only when its bytes are on the disk, so
 * a crash leaves either the whole object or none.
 */
@ApplicationScoped
class FileSystemObjectStore implements ObjectStore {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final int BUFFER = 64 * 1024;
    private static final int START = 512;
    private static final Duration INCOMING_MAX = Duration.ofHours(1);

    private final Path root;
    private final long reserveBytes;
    private final SecureRandom random = new SecureRandom();

    FileSystemObjectStore(
            @ConfigProperty(name = "qifeng.data") Path data,
            @ConfigProperty(name = "qifeng.objects.reserve-bytes", defaultValue = "268435456") long reserveBytes) {
        this.root = data.resolve("objects");
        this.reserveBytes = reserveBytes;
        try {
            sweep(Files.createDirectories(root.resolve("incoming")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what a crash left half written; what is young may be another node's, which is writing it now. */
    private static void sweep(Path incoming) throws IOException {
        var old = FileTime.from(Instant.now().minus(INCOMING_MAX));
        try (var files = Files.list(incoming)) {
            for (Path file : files.toList()) {
                try {
                    if (Files.getLastModifiedTime(file).compareTo(old) < 0) {
                        Files.deleteIfExists(file);
                    }
                } catch (NoSuchFileException gone) {
                    // another node sweeps as well
                }
            }
        }
    }

    @Override
    public Stored put(InputStream bytes, long lengthMax) {
        reserve(0);
        var id = randomId();
        var incoming = root.resolve("incoming").resolve(id);
        var target = path(id);
        try {
            var stored = write(id, incoming, bytes, lengthMax);
            Files.createDirectories(target.getParent());
            Files.move(incoming, target, StandardCopyOption.ATOMIC_MOVE);
            syncFolder(target.getParent());
            return stored;
        } catch (IOException e) {
            remove(incoming);
            remove(target);
            reserve(lengthMax);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            remove(incoming);
            throw e;
        }
    }

    private static Stored write(String id, Path file, InputStream bytes, long lengthMax) throws IOException {
        var sm3 = new Sm3();
        var start = new byte[0];
        long length = 0;
        var buffer = new byte[BUFFER];
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                length += read;
                if (length > lengthMax) {
                    throw BiddingRefusal.FRAME_LENGTH.with(
                            Facts.field("frame", "> " + lengthMax, lengthMax).map());
                }
                start = start.length < START ? extend(start, buffer, read) : start;
                sm3.update(buffer, 0, read);
                var rest = ByteBuffer.wrap(buffer, 0, read);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
            }
            channel.force(true);
        }
        return new Stored(id, Hex.encode(sm3.digest()), start, length);
    }

    private static byte[] extend(byte[] start, byte[] buffer, int read) {
        int more = Math.min(read, START - start.length);
        var all = Arrays.copyOf(start, start.length + more);
        System.arraycopy(buffer, 0, all, start.length, more);
        return all;
    }

    @Override
    public Optional<InputStream> open(String id) {
        try {
            return Optional.of(Files.newInputStream(path(id)));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long read(String id, ByteBuffer into) {
        try (var channel = FileChannel.open(path(id), StandardOpenOption.READ)) {
            while (into.hasRemaining() && channel.read(into) >= 0) {
                // a read may give less than there is
            }
            return channel.size();
        } catch (NoSuchFileException gone) {
            return -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long length(String id) {
        try {
            return Files.size(path(id));
        } catch (NoSuchFileException gone) {
            return -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void delete(String id) {
        remove(path(id));
    }

    @Override
    public void reserve(long bytes) {
        try {
            long free = Files.getFileStore(root).getUsableSpace();
            if (free < reserveBytes + bytes) {
                throw BiddingRefusal.STORAGE_FULL.refused();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not an object id");
        }
        return root.resolve(id.substring(0, 2)).resolve(id.substring(2));
    }

    private String randomId() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return Hex.encode(bytes);
    }

    private static void syncFolder(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
