package cn.qifeng.recorder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One track of a recording (录制轨): its encoder, which is started again when it dies, what it has finished, and when no
 * picture came. All calls come on the room's thread.
 */
final class Lane {

    /** A run that was ended on purpose has this mark; one without ended with its recorder. */
    static final String ENDED = ".end";

    private static final long GAP_PART_MS_MAX = 60_000;
    private static final long RESTART_MS = 1_000;

    private final Path folder;
    private final String track;
    private final Settings settings;
    private final Picture picture;
    private final long gapMs;
    private final Canvas canvas;
    private final Sound sound;
    private final Consumer<ObjectNode> chain;
    private Encoder encoder;
    private Segments segments;
    private String run;
    private long diedAt;
    private long gapFrom;
    private boolean dark;
    private long bytes;
    private long grownAt;

    /** Begins to record; each item goes to {@code chain}. */
    Lane(Path room, String track, boolean screen, Settings settings, Consumer<ObjectNode> chain) throws IOException {
        this.folder = Files.createDirectories(room.resolve(track));
        this.track = track;
        this.settings = settings;
        this.picture = screen ? settings.screen() : settings.camera();
        this.gapMs = screen ? settings.screenGapMs() : settings.cameraGapMs();
        this.canvas = new Canvas(picture);
        this.sound = screen ? null : new Sound();
        this.chain = chain;
        begin();
    }

    private void begin() throws IOException {
        int number = 1;
        while (Files.exists(folder.resolve(name(number) + Encoder.START))) {
            number++;
        }
        run = name(number);
        encoder = new Encoder(folder, run, settings.segmentSeconds(), picture, canvas, sound);
        segments = new Segments(folder, track, run);
        bytes = -1;
        grownAt = System.currentTimeMillis();
    }

    private static String name(int number) {
        return "%03d".formatted(number);
    }

    Canvas canvas() {
        return canvas;
    }

    /** Takes sound, or {@code null} for a screen. */
    Sound sound() {
        return sound;
    }

    /** The camera was switched off or on by its participant: without pictures there is then no gap. */
    void dark(boolean off) {
        dark = off;
    }

    /** Looks what was finished, whether the encoder lives, and whether pictures come. */
    void tick() throws IOException {
        long now = System.currentTimeMillis();
        if (encoder == null) {
            if (now - diedAt >= RESTART_MS) {
                chain.accept(Items.fault(track, segments.end(), Instant.ofEpochMilli(now), "ENCODER_ENDED"));
                begin();
            }
            return;
        }
        if (!encoder.alive()) {
            encoder.stop();
            take(false);
            encoder = null;
            diedAt = now;
            return;
        }
        take(true);
        grown(now);
        watch(now);
    }

    private void take(boolean running) throws IOException {
        segments.finished(running, Set.of()).forEach(chain);
    }

    private void grown(long now) {
        long open = segments.open();
        if (open != bytes) {
            bytes = open;
            grownAt = now;
        }
    }

    private void watch(long now) {
        long arrived = canvas.arrivedAt();
        if (gapFrom == 0) {
            gapFrom = !dark && now - arrived > gapMs ? arrived : 0;
        } else if (dark || arrived > gapFrom) {
            gap(dark ? now : Math.min(arrived, now));
            gapFrom = 0;
        } else if (now - gapFrom > GAP_PART_MS_MAX) {
            gap(now);
            gapFrom = now;
        }
    }

    private void gap(long to) {
        chain.accept(Items.gap(track, Instant.ofEpochMilli(gapFrom), Instant.ofEpochMilli(to)));
    }

    /** Ends the encoder, and hands over what it closed; {@code meant} when nothing more is to come of this track now. */
    void stop(boolean meant) throws IOException {
        if (gapFrom > 0) {
            gap(System.currentTimeMillis());
        }
        if (encoder != null) {
            encoder.stop();
            take(false);
        }
        if (meant) {
            Files.writeString(folder.resolve(run + ENDED), "");
        }
    }

    /** How the track stands, for whoever asks whether it is recorded. */
    ObjectNode status() {
        return Line.of("track", track)
                .put("grownAt", grownAt)
                .put("pictureAt", canvas.arrivedAt())
                .put("pictures", canvas.arrived())
                .put("dark", dark);
    }
}
