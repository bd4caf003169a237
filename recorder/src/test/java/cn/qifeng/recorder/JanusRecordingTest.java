package cn.qifeng.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A hall of five in a Janus room 会议服务器评标厅")
class JanusRecordingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> MEMBERS = List.of("M01", "M02", "M03", "M04", "M05");
    private static final String WATCHER = "watch-1";
    /** Each of the five sees four, and the watcher all of them. */
    private static final int LINES = 25;

    /** Pictures that each line brings at least; some 10 come in a second. */
    private static final int FRAMES = 25;

    @TempDir
    private Path folder;

    private volatile JsonNode frames = JSON.createObjectNode();

    @Test
    void goesOnInOneChainAfterItsServerAndItsRecorderWereKilled() throws Exception {
        var room = Files.createDirectories(folder.resolve("room"));
        var profile = Files.createDirectories(folder.resolve("profile"));
        var items = new ArrayList<ObjectNode>();
        try (var browser = new Browser(profile, "/janus-page.html")) {
            var first = Run.janus(room, 0, browser);
            listen(browser, first);
            MEMBERS.forEach(it -> first.order(Run.to("joined", it)));
            first.order(Run.to("watching", WATCHER));
            everybodySees(first, browser);
            first.killServer();
            items.addAll(first.items());

            var second = again(room, items, browser);
            everybodySees(second, browser);
            second.kill();
            items.addAll(second.items());

            var third = again(room, items, browser);
            everybodySees(third, browser);
            untilItIsClosed(third, browser);
            items.addAll(third.items());
            third.abandon();
        }
        holds(room, items);
    }

    private void listen(Browser browser, Run run) {
        browser.towards(line -> {
            if (line.path("signal").path("kind").asText().equals("frames")) {
                frames = line.path("signal").path("lines");
            } else {
                run.signal(line);
            }
        });
    }

    private Run again(Path room, List<ObjectNode> items, Browser browser) throws Exception {
        var run = Run.janus(room, items.size(), browser);
        listen(browser, run);
        run.await("going on", PATIENCE, it -> it.said("ready"));
        var present = JSON.createObjectNode().put("do", "present");
        MEMBERS.forEach(present.putArray("participants")::add);
        present.putArray("watchers").add(WATCHER);
        run.order(present);
        return run;
    }

    /** Has every browser offer, and waits until pictures stand on every line and pieces of every track are chained. */
    private void everybodySees(Run run, Browser browser) throws InterruptedException {
        frames = JSON.createObjectNode();
        MEMBERS.forEach(browser::renew);
        browser.renew(WATCHER);
        run.await(
                "two pieces of each camera and microphone",
                PATIENCE,
                it -> MEMBERS.stream()
                        .allMatch(member -> it.segments(member) > 1 && it.segments(member + ".sound") > 1));
        run.await("pictures and sound on every line", PATIENCE, it -> frames.size() == LINES && fewest() >= FRAMES);
        assertThat(run.lines().stream()
                        .filter(it -> it.path("say").asText().equals("status"))
                        .reduce((former, last) -> last)
                        .orElseThrow()
                        .path("tracks"))
                .hasSizeGreaterThanOrEqualTo(MEMBERS.size())
                .allSatisfy(it -> assertThat(
                                System.currentTimeMillis() - it.path("grownAt").asLong())
                        .isLessThan(15_000));
    }

    private int fewest() {
        int fewest = Integer.MAX_VALUE;
        for (JsonNode decoded : frames) {
            fewest = Math.min(fewest, decoded.asInt());
        }
        return fewest;
    }

    private static void untilItIsClosed(Run run, Browser browser) throws InterruptedException {
        browser.signal("M01", JSON.createObjectNode().put("kind", "screen"));
        run.order(Run.to("event", "M01").put("event", "SCREEN_ON"));
        run.await("a screen", PATIENCE, it -> it.segments("M01.screen") > 1);
        run.order(Run.to("left", "M05"));
        run.order(Run.to("unwatching", WATCHER));
        run.order(Run.to("close", ""));
        run.await("the end", PATIENCE, it -> it.said("closed"));
    }

    private void holds(Path room, List<ObjectNode> items) throws Exception {
        try (var chain = ChainFile.open(room)) {
            assertThat(chain.found()).isEqualTo(items);
            assertThat(chain.closed()).isTrue();
        }
        assertThat(items)
                .filteredOn(it -> it.path("kind").asText().equals("FAULT"))
                .extracting(it -> it.path("track").asText())
                .as("each of two deaths cut every camera and microphone")
                .hasSize(4 * MEMBERS.size());
        var files = items.stream()
                .filter(it -> it.path("kind").asText().equals("SEGMENT"))
                .collect(Collectors.groupingBy(it -> it.path("file").asText(), TreeMap::new, Collectors.toList()));
        for (Map.Entry<String, List<ObjectNode>> file : files.entrySet()) {
            played(room.resolve(file.getKey()), file.getValue());
        }
        assertThat(files).hasSize(3 * 2 * MEMBERS.size() + 1);
    }

    /** The pieces cover the whole file, each has its hash, and the file plays as long as its pieces say. */
    private void played(Path file, List<ObjectNode> pieces) throws Exception {
        var bytes = Files.readAllBytes(file);
        int at = 0;
        for (ObjectNode piece : pieces) {
            assertThat(piece.path("offset").asInt()).isEqualTo(at);
            int next = at + piece.path("length").asInt();
            assertThat(Hex.encode(Sm3.of(Arrays.copyOfRange(bytes, at, next))))
                    .isEqualTo(piece.path("hash").asText());
            at = next;
        }
        assertThat(bytes).hasSize(at);
        var played = folder.resolve("played.webm");
        boolean sound = file.toString().contains("-audio-");
        var plain = folder.resolve(sound ? "plain.opus" : "plain.webm");
        run("janus-pp-rec", "-d", "0", file.toString(), plain.toString());
        run("ffmpeg", "-v", "error", "-y", "-i", plain.toString(), "-c", "copy", played.toString());
        var found = JSON.readTree(run(
                "ffprobe",
                "-v",
                "error",
                "-count_frames",
                "-of",
                "json",
                "-show_streams",
                "-show_format",
                played + ""));
        var stream = found.path("streams").path(0);
        assertThat(stream.path("codec_name").asText()).isEqualTo(sound ? "opus" : "vp8");
        assertThat(stream.path("nb_read_frames").asInt()).isGreaterThan(sound ? 100 : 15);
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        return said;
    }
}
