package cn.qifeng.recorder;

import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.recording.FirstBytes;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** A file that a media server only appends to (只增文件), sealed piece by piece: what was hashed once never changes. */
final class GrowingFile {

    private final Path path;
    private final String name;
    private final String track;
    private long sealed;
    private Instant end;
    private long size;
    private long grownAt;

    /**
     * Follows a file.
     *
     * @param sealed bytes of it that are chained
     * @param end until when they go; with no byte, when the file was begun
     */
    GrowingFile(Path room, String name, String track, long sealed, Instant end) throws IOException {
        this.path = room.resolve(name);
        this.name = name;
        this.track = track;
        this.sealed = sealed;
        this.end = end;
        this.size = Files.size(path);
        this.grownAt = System.currentTimeMillis();
    }

    String track() {
        return track;
    }

    /** Until when it is sealed. */
    Instant end() {
        return end;
    }

    /** When it was last seen to grow, in milliseconds. */
    long grownAt() {
        return grownAt;
    }

    /** Looks at its length; returns whether it grew. */
    boolean look() throws IOException {
        long now = Files.size(path);
        if (now < size) {
            throw new IOException(name + " became shorter");
        }
        boolean grew = now > size;
        if (grew) {
            size = now;
            grownAt = System.currentTimeMillis();
        }
        return grew;
    }

    /** Whether bytes are there that are not sealed. */
    boolean open() {
        return size > sealed;
    }

    /** After a time without a file that grows, the next piece begins here. */
    void goesOn(Instant from) {
        end = from;
    }

    /** Seals what was appended, be it nothing, as what came until {@code to}. */
    ObjectNode seal(Instant to) throws IOException {
        look();
        try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        long length = size - sealed;
        try (var in = Files.newInputStream(path)) {
            in.skipNBytes(sealed);
            var hash = Hex.encode(Sm3.of(new BufferedInputStream(new FirstBytes(in, length))));
            var until = to.isBefore(end) ? end : to;
            var piece = Items.piece(track, name, sealed, length, hash, end, until);
            sealed += length;
            end = until;
            return piece;
        }
    }
}
