package cn.qifeng.recorder;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The files of one participant's publishing in a Janus room (发布录制): {@code 001-audio-0.mjr} and so on, one for each line
 * of media, sealed every few seconds. A gap is told when pictures stay away.
 */
final class KeptPackets {

    static final String END = ".mjr";
    private static final String SOUND = ".sound";
    private static final String SCREEN = ".screen";
    /** Janus writes through a buffer of 4 KiB, so that a dark picture may show nothing for some seconds. */
    private static final long CAMERA_GAP_MS = 5_000;

    private static final long SCREEN_GAP_MS = 30_000;
    private static final long GAP_PART_MS_MAX = 60_000;
    private static final long QUIET_MS = 300;
    private static final long QUIET_MS_MAX = 3_000;
    private static final long STEP_MS = 50;

    private final Path room;
    private final String participant;
    private final String run;
    private final long pieceMs;
    private final Consumer<ObjectNode> chain;
    private final Map<String, Kept> lanes = new LinkedHashMap<>();
    private boolean dark;
    private boolean screenOff;
    /** From when on the first pieces are, where these files follow others; otherwise from when their file is there. */
    private Instant since;

    /** One file, and since when nothing came. */
    private static final class Kept {
        private final GrowingFile file;
        private long gapFrom;

        Kept(GrowingFile file) {
            this.file = file;
        }
    }

    KeptPackets(Path room, String participant, long pieceMs, Consumer<ObjectNode> chain) throws IOException {
        this.room = room;
        this.participant = participant;
        this.pieceMs = pieceMs;
        this.chain = chain;
        var folder = Files.createDirectories(room.resolve(participant));
        int number = 1;
        while (Files.exists(folder.resolve(name(number) + Encoder.START))) {
            number++;
        }
        run = name(number);
        Files.writeString(folder.resolve(run + Encoder.START), String.valueOf(System.currentTimeMillis()));
    }

    private static String name(int number) {
        return "%03d".formatted(number);
    }

    /** The files that follow these of the same publishing. */
    KeptPackets next(Path where, long piece, Consumer<ObjectNode> items) throws IOException {
        var next = new KeptPackets(where, participant, piece, items);
        next.dark = dark;
        next.screenOff = screenOff;
        next.since = Instant.now();
        return next;
    }

    /** Number of this publishing. */
    String run() {
        return run;
    }

    /** Beginning of the files' names, as the server is told it. */
    String base() {
        return participant + "/" + run;
    }

    /** The track of a file, by the place of its line of media: microphone, camera, screen. */
    static String track(String participant, String file) {
        if (file.contains("-audio-")) {
            return participant + SOUND;
        }
        return file.contains("-video-1.") ? participant : participant + SCREEN;
    }

    void dark(boolean off) {
        dark = off;
    }

    /** The screen is not shown any more, or again. */
    void screen(boolean on) throws IOException {
        var lane = lanes.get(participant + SCREEN);
        screenOff = !on;
        if (lane != null && on) {
            lane.file.goesOn(Instant.now());
            lane.gapFrom = 0;
        } else if (lane != null) {
            settle(lane);
            chain.accept(lane.file.seal(Instant.now()));
        }
    }

    /** Looks for new files, seals what is due, and tells how the tracks stand. */
    void tick(ArrayNode status) throws IOException {
        find();
        long now = System.currentTimeMillis();
        for (Kept lane : lanes.values()) {
            lane.file.look();
            if (lane.file.track().endsWith(SCREEN) && screenOff) {
                continue;
            }
            if (now - lane.file.end().toEpochMilli() >= pieceMs) {
                chain.accept(lane.file.seal(Instant.ofEpochMilli(now)));
            }
            if (!lane.file.track().endsWith(SOUND)) {
                watch(lane, now);
                status.add(status(lane));
            }
        }
    }

    private ObjectNode status(Kept lane) {
        return Line.of("track", lane.file.track())
                .put("grownAt", lane.file.grownAt())
                .put("pictureAt", lane.file.grownAt())
                .put("dark", dark && lane.file.track().equals(participant));
    }

    private void find() throws IOException {
        try (var all = Files.newDirectoryStream(room.resolve(participant), run + "-*" + END)) {
            for (Path path : all) {
                var file = path.getFileName().toString();
                var track = track(participant, file);
                if (!lanes.containsKey(track)) {
                    var begin = since == null ? Instant.now() : since;
                    var name = participant + "/" + file;
                    lanes.put(track, new Kept(new GrowingFile(room, name, track, 0, begin)));
                }
            }
        }
    }

    private void watch(Kept lane, long now) {
        boolean screen = lane.file.track().endsWith(SCREEN);
        boolean off = dark && !screen;
        long arrived = lane.file.grownAt();
        if (lane.gapFrom == 0) {
            lane.gapFrom = !off && now - arrived > (screen ? SCREEN_GAP_MS : CAMERA_GAP_MS) ? arrived : 0;
        } else if (off || arrived > lane.gapFrom) {
            gap(lane, off ? now : arrived);
            lane.gapFrom = 0;
        } else if (now - lane.gapFrom > GAP_PART_MS_MAX) {
            gap(lane, now);
            lane.gapFrom = now;
        }
    }

    private void gap(Kept lane, long to) {
        chain.accept(Items.gap(lane.file.track(), Instant.ofEpochMilli(lane.gapFrom), Instant.ofEpochMilli(to)));
    }

    /** Seals the rest once the server closed its files; {@code meant} when nothing was cut. */
    void stop(boolean meant) throws IOException {
        find();
        for (Kept lane : lanes.values()) {
            settle(lane);
            if (lane.gapFrom > 0) {
                gap(lane, System.currentTimeMillis());
            }
            if (lane.file.open()) {
                chain.accept(lane.file.seal(Instant.now()));
            }
        }
        if (meant) {
            Files.writeString(room.resolve(participant).resolve(run + Lane.ENDED), "");
        }
    }

    /** Waits until a file stands still. */
    private static void settle(Kept lane) throws IOException {
        long until = System.currentTimeMillis() + QUIET_MS_MAX;
        long quietSince = System.currentTimeMillis();
        try {
            while (System.currentTimeMillis() < until && System.currentTimeMillis() - quietSince < QUIET_MS) {
                Thread.sleep(STEP_MS);
                quietSince = lane.file.look() ? System.currentTimeMillis() : quietSince;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a killed recorder did not chain of a room's files, and a fault for each track that it cut. */
    static List<ObjectNode> leftBehind(Path room, List<ObjectNode> chained) throws IOException {
        var found = new ArrayList<ObjectNode>();
        var faults = new ArrayList<ObjectNode>();
        for (Path path : files(room)) {
            var participant = path.getParent().getFileName().toString();
            var file = path.getFileName().toString();
            var run = path.resolveSibling(file.substring(0, file.indexOf('-')));
            var mark = Path.of(run + Lane.ENDED);
            var track = track(participant, file);
            var growing = known(room, participant + "/" + file, track, Path.of(run + Encoder.START), chained);
            if (growing.open()) {
                FileTime written = Files.getLastModifiedTime(path);
                found.add(growing.seal(written.toInstant()));
            }
            if (!Files.exists(mark)) {
                faults.add(Items.fault(track, growing.end(), Instant.now(), "RECORDER_ENDED"));
            }
        }
        for (Path path : files(room)) {
            var run = path.getFileName().toString().replaceFirst("-.*", "");
            Files.writeString(path.resolveSibling(run + Lane.ENDED), "");
        }
        found.addAll(faults);
        return found;
    }

    private static GrowingFile known(Path room, String name, String track, Path start, List<ObjectNode> chained)
            throws IOException {
        long sealed = 0;
        var end = Instant.ofEpochMilli(Long.parseLong(Files.readString(start).strip()));
        for (ObjectNode item : chained) {
            if (item.path("file").asText().equals(name)) {
                sealed += item.path("length").asLong();
                end = Instant.parse(item.path("to").asText());
            }
        }
        return new GrowingFile(room, name, track, sealed, end);
    }

    private static List<Path> files(Path room) throws IOException {
        try (var all = Files.walk(room, 2)) {
            return all.filter(it -> it.toString().endsWith(END)).sorted().toList();
        }
    }
}
