package cn.qifeng.evaluation.handover.storage;

import cn.qifeng.evaluation.handover.domain.HandoverRefusal;
import cn.qifeng.evaluation.handover.domain.HandoverStore;
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
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Files that were handed over, under {@code <qifeng.data>/handovers/<booking>}. What is not whole has another name, and
 * its length is how much of it is here: so an upload goes on after a crash, too.
 */
@ApplicationScoped
class HandoverFolder implements HandoverStore {

    private static final Pattern SM3 = Pattern.compile("[0-9a-f]{64}");
    private static final int BUFFER = 64 * 1024;
    private static final int TURNS = 64;

    private final Path root;
    private final long reserveBytes;
    private final Object[] turns = Stream.generate(Object::new).limit(TURNS).toArray();

    HandoverFolder(
            @ConfigProperty(name = "qifeng.data") Path data,
            @ConfigProperty(name = "qifeng.handover.reserve-bytes", defaultValue = "268435456") long reserveBytes) {
        this.root = data.resolve("handovers");
        this.reserveBytes = reserveBytes;
    }

    @Override
    public long received(UUID booking, String sm3) {
        long whole = length(path(booking, sm3));
        return whole > 0 ? whole : length(partial(booking, sm3));
    }

    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (NoSuchFileException none) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean whole(UUID booking, String sm3) {
        return Files.exists(path(booking, sm3));
    }

    @Override
    public void settle(UUID booking, String sm3, long length) {
        synchronized (turn(booking, sm3)) {
            try {
                settled(booking, sm3, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void delete(UUID booking, String sm3) {
        synchronized (turn(booking, sm3)) {
            try {
                Files.deleteIfExists(path(booking, sm3));
                Files.deleteIfExists(partial(booking, sm3));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public long append(UUID booking, String sm3, long length, long offset, byte[] part) {
        synchronized (turn(booking, sm3)) {
            try {
                return inTurn(booking, sm3, length, offset, part);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Object turn(UUID booking, String sm3) {
        return turns[Math.floorMod(Objects.hash(booking, sm3), TURNS)];
    }

    private void settled(UUID booking, String sm3, long length) throws IOException {
        var partial = partial(booking, sm3);
        long here = length(partial);
        boolean other = here > length || here == length && !hash(partial).equals(sm3);
        if (other) {
            Files.delete(partial);
        } else if (here == length) {
            finish(booking, sm3, partial);
        }
    }

    private long inTurn(UUID booking, String sm3, long length, long offset, byte[] part) throws IOException {
        var partial = partial(booking, sm3);
        settled(booking, sm3, length);
        long here = received(booking, sm3);
        if (offset != here || here + part.length > length) {
            throw HandoverRefusal.PART.at("offset", offset, here);
        }
        Files.createDirectories(partial.getParent());
        requireRoom(part.length);
        write(partial, offset, part);
        if (offset + part.length == length) {
            var seen = hash(partial);
            if (!seen.equals(sm3)) {
                Files.delete(partial);
                throw HandoverRefusal.FILE_DIFFERS.at("sm3", seen, sm3);
            }
            finish(booking, sm3, partial);
        }
        return offset + part.length;
    }

    private void requireRoom(long bytes) throws IOException {
        long free = Files.getFileStore(root).getUsableSpace();
        if (free < reserveBytes + bytes) {
            throw HandoverRefusal.STORAGE_FULL.at("free", free, reserveBytes + bytes);
        }
    }

    /** Behind what is here under a lock of the file, so that two nodes on one volume do not both write. */
    private static void write(Path partial, long offset, byte[] part) throws IOException {
        try (var channel = FileChannel.open(partial, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (!lock.isValid() || channel.size() != offset) {
                throw HandoverRefusal.PART.at("offset", offset, channel.size());
            }
            var rest = ByteBuffer.wrap(part);
            channel.position(offset);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private void finish(UUID booking, String sm3, Path partial) throws IOException {
        Files.move(partial, path(booking, sm3), StandardCopyOption.ATOMIC_MOVE);
        try (var folder = FileChannel.open(partial.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private static String hash(Path file) throws IOException {
        var sm3 = new Sm3();
        var buffer = new byte[BUFFER];
        try (var in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sm3.update(buffer, 0, read);
            }
        }
        return Hex.encode(sm3.digest());
    }

    @Override
    public InputStream read(UUID booking, String sm3) {
        try {
            return Files.newInputStream(path(booking, sm3));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path partial(UUID booking, String sm3) {
        var whole = path(booking, sm3);
        return whole.resolveSibling(whole.getFileName() + ".part");
    }

    private Path path(UUID booking, String sm3) {
        if (!SM3.matcher(sm3).matches()) {
            throw new IllegalArgumentException("not the hash of a file");
        }
        return root.resolve(booking.toString()).resolve(sm3);
    }
}
