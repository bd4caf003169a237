package cn.qifeng.recorder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCIceServer;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Records one hall until its input ends: {@code --session ID --folder DIR --known N}, orders as JSON lines on standard
 * input, what happened as JSON lines on standard output (docs/recording.md section 6). {@code --janus PROGRAM} has a
 * Janus carry and keep the media; {@code --reopen} goes on behind the end of the chain; {@code --probe} only tries whether
 * this machine could.
 */
public final class RecorderMain {

    private static final int TICK_MS = 250;
    static final int FAILED = 3;
    private static final int SERVER_ENDED = 4;
    private static final ObjectMapper JSON = new ObjectMapper();

    private RecorderMain() {}

    /** Runs; the exit code is 0 when the input ended, 3 when nothing could be recorded any more, 4 when the media server ended. */
    public static void main(String[] arguments) throws Exception {
        var options = options(arguments);
        var thread = Executors.newSingleThreadScheduledExecutor();
        Ways ways = options.containsKey("janus") ? janus(options, thread) : encoded(options, thread);
        if (options.containsKey("probe")) {
            Line.send(Line.say("able"));
            System.exit(0);
        }
        var chain = ChainFile.open(Path.of(options.get("folder")));
        var room = new Room(chain, ways);
        run(thread, () -> {
            long known = Long.parseLong(options.getOrDefault("known", "0"));
            room.resume(options.get("session"), known, options.containsKey("reopen"));
            Line.send(Line.say("ready"));
        });
        thread.scheduleAtFixedRate(guarded(room::tick), TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
        listen(thread, room);
        thread.submit(guarded(room::abandon)).get();
        System.exit(0);
    }

    /** How media get into files, once somebody takes the items of the chain. */
    private interface Ways extends Function<Consumer<ObjectNode>, Tracks> {}

    private static Ways encoded(Map<String, String> options, Executor thread) throws IOException {
        // A factory without an audio device ends the whole JVM; nothing of this one is ever started by hand.
        var factory = new PeerConnectionFactory(new HeadlessAudioDeviceModule());
        var configuration = configuration(options.getOrDefault("ice", "[]"));
        return chain -> new EncodedTracks(
                Path.of(options.get("folder")), Settings.of(options), factory, configuration, thread, chain);
    }

    private static Ways janus(Map<String, String> options, Executor thread) throws IOException, InterruptedException {
        var log = Path.of(options.getOrDefault("log", "/dev/null"));
        var server = new JanusServer(JanusSettings.of(options), log);
        Runtime.getRuntime().addShutdownHook(new Thread(server::end));
        var line = JanusLine.open(server, () -> {
            if (!server.ending()) {
                Runtime.getRuntime().halt(SERVER_ENDED);
            }
        });
        var settings = JanusSettings.of(options);
        return chain -> new JanusTracks(Path.of(options.get("folder")), settings, line, thread, chain);
    }

    private static void listen(ScheduledExecutorService thread, Room room) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            JsonNode order = JSON.readTree(line);
            run(thread, () -> room.take(order));
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void run(ScheduledExecutorService thread, Work work) {
        thread.execute(guarded(work));
    }

    /** What cannot be recorded is not passed over: this JVM ends, and the service sees that nothing is confirmed. */
    private static Runnable guarded(Work work) {
        return () -> {
            try {
                work.run();
            } catch (Exception e) {
                e.printStackTrace();
                Runtime.getRuntime().halt(FAILED);
            }
        };
    }

    private static RTCConfiguration configuration(String servers) throws IOException {
        var configuration = new RTCConfiguration();
        for (JsonNode each : JSON.readTree(servers)) {
            var server = new RTCIceServer();
            server.urls = List.of(each.path("urls").asText());
            server.username = each.path("username").asText("");
            server.password = each.path("credential").asText("");
            configuration.iceServers.add(server);
        }
        return configuration;
    }

    private static Map<String, String> options(String[] arguments) {
        var options = new HashMap<String, String>();
        for (int i = 0; i < arguments.length; i++) {
            boolean alone = i + 1 == arguments.length || arguments[i + 1].startsWith("--");
            options.put(arguments[i].replaceFirst("^--", ""), alone ? "" : arguments[++i]);
        }
        return options;
    }
}
