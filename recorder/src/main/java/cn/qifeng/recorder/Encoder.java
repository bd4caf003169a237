package cn.qifeng.recorder;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One ffmpeg that writes one track in WebM segments (VP8 and Opus). Pictures and sound are paced by the clock of this
 * machine from one moment on; when its input ends, also by the death of this JVM, it closes the segment properly.
 */
final class Encoder {

    static final String LIST = ".csv";
    static final String START = ".start";

    private static final long NANOS = 1_000_000_000L;
    private static final long SOUND_LAG = NANOS / 10;
    private static final int STOP_SECONDS_MAX = 10;

    private final Picture picture;
    private final Canvas canvas;
    private final Sound sound;
    private final Process process;
    private final Path fifo;
    private final long beganNanos;
    private volatile boolean ending;

    /** Starts it; {@code run} names its files in the folder. */
    Encoder(Path folder, String run, int segmentSeconds, Picture picture, Canvas canvas, Sound sound)
            throws IOException {
        this.picture = picture;
        this.canvas = canvas;
        this.sound = sound;
        this.fifo = sound == null ? null : fifo(folder);
        Files.writeString(folder.resolve(run + START), String.valueOf(System.currentTimeMillis()));
        this.beganNanos = System.nanoTime();
        this.process = new ProcessBuilder(command(run, segmentSeconds))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), "ffmpeg.log")))
                .start();
        begin("pictures", this::pictures);
        if (sound != null) {
            begin("sound", this::sounds);
        }
    }

    private static Path fifo(Path folder) throws IOException {
        var fifo = folder.resolve("sound.fifo").toAbsolutePath();
        Files.deleteIfExists(fifo);
        try {
            if (new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor() != 0) {
                throw new IOException("no fifo could be made in " + folder);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return fifo;
    }

    private List<String> command(String run, int seconds) {
        var command = new ArrayList<String>(List.of("ffmpeg", "-hide_banner", "-loglevel", "error", "-y"));
        command.addAll(List.of("-analyzeduration", "0", "-probesize", "32", "-thread_queue_size", "64"));
        command.addAll(List.of("-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", picture.size()));
        command.addAll(List.of("-r", String.valueOf(picture.rate()), "-i", "pipe:0"));
        if (sound != null) {
            command.addAll(List.of("-thread_queue_size", "512", "-f", "s16le", "-ar", String.valueOf(Sound.RATE)));
            command.addAll(List.of("-ac", "1", "-i", fifo.toString(), "-map", "0:v", "-map", "1:a"));
            command.addAll(List.of("-c:a", "libopus", "-b:a", "24k", "-application", "voip"));
        }
        command.addAll(List.of("-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8", "-threads", "1"));
        command.addAll(List.of("-b:v", bitRate(), "-g", String.valueOf(picture.rate() * seconds)));
        command.addAll(List.of("-force_key_frames", "expr:gte(t,n_forced*" + seconds + ")"));
        command.addAll(List.of("-f", "segment", "-segment_time", String.valueOf(seconds), "-segment_format", "webm"));
        command.addAll(List.of("-segment_format_options", "cluster_time_limit=1000", "-reset_timestamps", "1"));
        command.addAll(List.of("-segment_list", run + LIST, "-segment_list_type", "csv", run + "-%05d.webm"));
        return command;
    }

    private String bitRate() {
        return Math.max(100, picture.width() * picture.height() * picture.rate() / 9_000) + "k";
    }

    private void begin(String what, Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException gone) {
                        ending = true; // the process is gone, which the lane sees
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                what);
        thread.setDaemon(true);
        thread.start();
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private void pictures() throws IOException, InterruptedException {
        try (OutputStream out = process.getOutputStream()) {
            long written = 0;
            while (!ending) {
                long due = (System.nanoTime() - beganNanos) * picture.rate() / NANOS;
                while (written <= due && !ending) {
                    out.write(canvas.last());
                    written++;
                }
                out.flush();
                Thread.sleep(500L / picture.rate());
            }
        }
    }

    private void sounds() throws IOException, InterruptedException {
        try (var out = new FileOutputStream(fifo.toFile())) {
            long written = 0;
            while (!ending) {
                long elapsed = Math.max(0, System.nanoTime() - beganNanos - SOUND_LAG);
                long due = elapsed / 1_000 * (Sound.RATE / 1_000) / 1_000;
                if (due > written) {
                    int samples = (int) Math.min(due - written, Sound.RATE);
                    out.write(sound.take(samples));
                    written += samples;
                }
                Thread.sleep(20);
            }
        }
    }

    /** Whether the process still writes. */
    boolean alive() {
        return process.isAlive();
    }

    /** Ends the input, and waits until the last segment is closed. */
    void stop() {
        ending = true;
        try {
            if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            letGo();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever still waits for a reader of the fifo gets one that is gone at once. */
    private void letGo() {
        if (fifo == null) {
            return;
        }
        try (var both = new RandomAccessFile(fifo.toFile(), "rw")) {
            both.getFD();
        } catch (IOException gone) {
            // nobody waits
        }
    }
}
