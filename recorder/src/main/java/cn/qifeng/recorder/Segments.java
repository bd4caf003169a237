package cn.qifeng.recorder;

import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What one run of an encoder has finished, as its list of segments tells (分段清单). */
final class Segments {

    private final Path folder;
    private final String track;
    private final String run;
    private final Instant began;
    private int taken;
    private Instant end;

    /** Reads a run from its beginning. */
    Segments(Path folder, String track, String run) throws IOException {
        this.folder = folder;
        this.track = track;
        this.run = run;
        this.began = Instant.ofEpochMilli(Long.parseLong(
                Files.readString(folder.resolve(run + Encoder.START)).strip()));
        this.end = began;
    }

    /** Where the last finished segment ends; before the first, when the run began. */
    Instant end() {
        return end;
    }

    /** Finished segments that were not asked for yet, but for files of {@code known}. */
    List<ObjectNode> finished(boolean running, Set<String> known) throws IOException {
        var items = new ArrayList<ObjectNode>();
        var lines = lines();
        for (; taken < lines.size() && (!running || begun(taken + 1)); taken++) {
            var parts = lines.get(taken).split(",");
            var name = track + "/" + parts[0];
            var from = at(parts[1]);
            end = at(parts[2]);
            if (!known.contains(name)) {
                items.add(sealed(name, folder.resolve(parts[0]), from));
            }
        }
        return items;
    }

    private ObjectNode sealed(String name, Path file, Instant from) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        try (var in = Files.newInputStream(file)) {
            return Items.segment(track, name, Files.size(file), Hex.encode(Sm3.of(in)), from, end);
        }
    }

    private Instant at(String seconds) {
        return began.plusMillis(Math.round(Double.parseDouble(seconds) * 1_000));
    }

    private boolean begun(int number) {
        return Files.exists(file(number));
    }

    private Path file(int number) {
        return folder.resolve("%s-%05d.webm".formatted(run, number));
    }

    /** Bytes of the segment that is being written. */
    long open() {
        return file(taken).toFile().length();
    }

    /** Whether a file was begun that the list does not name yet. */
    boolean unfinished() throws IOException {
        return begun(lines().size());
    }

    /** Lines that are whole. */
    private List<String> lines() throws IOException {
        var list = folder.resolve(run + Encoder.LIST);
        if (!Files.exists(list)) {
            return List.of();
        }
        var text = Files.readString(list);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }
}
