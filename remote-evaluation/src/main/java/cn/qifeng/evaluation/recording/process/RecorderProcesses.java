package cn.qifeng.evaluation.recording.process;

import cn.qifeng.evaluation.panel.domain.HallKind;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.recording.domain.Recorders;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Starts recorders as JVMs of their own, and tries first whether this machine can run one (录制环境检测). */
@ApplicationScoped
class RecorderProcesses implements Recorders {

    private static final String MAIN = "cn.qifeng.recorder.RecorderMain";
    /** What is missing is looked for again after so long; what is there stays. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private static final int PROBE_SECONDS_MAX = 20;

    private final RecorderSettings settings;
    private final JanusSettings janus;
    private final Map<HallKind, Found> found = new EnumMap<>(HallKind.class);

    RecorderProcesses(RecorderSettings settings, JanusSettings janus) {
        this.settings = settings;
        this.janus = janus;
    }

    /** What was found for a kind of hall: what is missing, or nothing (检测结果). */
    private record Found(String missing, Instant at) {}

    @Override
    public synchronized Optional<String> missing(HallKind kind) {
        var now = Instant.now();
        var last = found.get(kind);
        if (last == null || last.missing() != null && last.at().isBefore(now.minus(KEPT))) {
            last = new Found(probe(kind), now);
            found.put(kind, last);
        }
        return Optional.ofNullable(last.missing());
    }

    private String probe(HallKind kind) {
        if (settings.program().filter(Files::isDirectory).isEmpty()) {
            return "no recorder is installed (qifeng.evaluation.recorder.program)";
        }
        return kind == HallKind.JANUS ? probeJanus() : probeEncoder();
    }

    private String probeJanus() {
        var probe = java();
        probe.addAll(janus.options());
        probe.add("--probe");
        return said(probe, "able")
                ? null
                : "janus with its VideoRoom and its WebSocket API is missing: janus janus-tools";
    }

    private String probeEncoder() {
        if (!said(List.of("ffmpeg", "-hide_banner", "-encoders"), "libvpx", "libopus")) {
            return "ffmpeg with libvpx and libopus is missing";
        }
        var probe = java();
        probe.add("--probe");
        return said(probe, "able")
                ? null
                : "the recorder cannot load its libraries: libpulse0 libx11-6 libxfixes3 libxrandr2 libxcomposite1"
                        + " libudev1 libdbus-1-3";
    }

    private List<String> java() {
        var program = settings.program().orElseThrow().toAbsolutePath();
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.heap() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                program.resolve("*") + ":" + program.resolve("lib") + "/*",
                MAIN));
    }

    /** Whether a program ends well and says all of this. */
    private static boolean said(List<String> command, String... words) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            var text = new String(process.getInputStream().readAllBytes());
            boolean ended = process.waitFor(PROBE_SECONDS_MAX, TimeUnit.SECONDS);
            return ended && process.exitValue() == 0 && List.of(words).stream().allMatch(text::contains);
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public Recorder start(SessionId session, HallKind kind, Known known, Says says) {
        try {
            var folder = Files.createDirectories(settings.folder()).resolve(session.toString());
            var command = java();
            command.addAll(List.of("--session", session.toString(), "--folder", folder.toString()));
            command.addAll(List.of("--known", String.valueOf(known.seq())));
            if (known.reopens()) {
                command.add("--reopen");
            }
            command.addAll(kind == HallKind.JANUS ? janus.options() : encoder());
            command.addAll(List.of(
                    "--log", settings.folder().resolve(session + ".janus.log").toString()));
            return new RecorderProcess(command, settings.folder().resolve(session + ".log"), says);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> encoder() {
        return List.of(
                "--camera", settings.camera(),
                "--screen", settings.screen(),
                "--segment", String.valueOf(settings.segment()),
                "--ice", settings.ice());
    }
}
