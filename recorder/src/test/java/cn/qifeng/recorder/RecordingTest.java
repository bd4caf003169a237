package cn.qifeng.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.Moments;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Recording of a hall 评标会录制")
class RecordingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> CAMERAS = List.of("A", "B", "C");

    @TempDir
    private Path folder;

    @Test
    void goesOnInOneChainAfterItsRecorderWasKilled() throws Exception {
        var room = Files.createDirectories(folder.resolve("room"));
        try (var browser = new Browser(Files.createDirectories(folder.resolve("profile")))) {
            var first = new Run(room, 0, browser);
            untilItIsKilled(first, browser);
            var second = new Run(room, first.items().size(), browser);
            untilItIsClosed(second, browser);

            var items = new ArrayList<>(first.items());
            items.addAll(second.items());
            holds(room, items);
            second.abandon();
        }
    }

    private static void untilItIsKilled(Run run, Browser browser) throws InterruptedException {
        browser.towards(run::signal);
        run.order(Run.to("joined", "A"));
        run.order(Run.to("joined", "B"));
        run.order(Run.to("joined", "C"));
        run.order(Run.to("joined", "watch-1"));
        browser.renew("A");
        browser.renew("B");
        browser.renew("C");
        run.await(
                "two segments of each track",
                PATIENCE,
                it -> CAMERAS.stream().allMatch(camera -> it.segments(camera) > 1) && it.segments("A.screen") > 1);
        run.order(Run.to("event", "A").put("event", "MUTE"));
        run.await(
                "the mute",
                PATIENCE,
                it -> it.items().stream()
                        .anyMatch(item -> item.path("kind").asText().equals("MUTE")));
        run.kill();
    }

    private static void untilItIsClosed(Run run, Browser browser) throws InterruptedException {
        browser.towards(run::signal);
        run.await("going on", PATIENCE, it -> it.said("ready"));
        var present = JSON.createObjectNode().put("do", "present");
        CAMERAS.forEach(present.putArray("participants")::add);
        run.order(present);
        browser.renew("A");
        browser.renew("B");
        browser.renew("C");
        run.await(
                "segments of the second recorder",
                PATIENCE,
                it -> CAMERAS.stream().allMatch(camera -> it.segments(camera) > 2));
        screen(run, browser, false);
        screen(run, browser, true);
        long before = run.segments("A.screen");
        run.await("the screen again", PATIENCE, it -> it.segments("A.screen") > before);
        run.order(Run.to("left", "B"));
        run.order(Run.to("close", ""));
        run.await("the end", PATIENCE, it -> it.said("closed"));
    }

    private static void screen(Run run, Browser browser, boolean on) throws InterruptedException {
        run.order(Run.to("event", "A").put("event", on ? "SCREEN_ON" : "SCREEN_OFF"));
        browser.signal("A", JSON.createObjectNode().put("kind", "screen").put("on", on));
        Thread.sleep(1_000);
    }

    private void holds(Path room, List<ObjectNode> items) throws Exception {
        try (var chain = ChainFile.open(room)) {
            assertThat(chain.found()).isEqualTo(items);
            assertThat(chain.closed()).isTrue();
        }
        assertThat(items)
                .extracting(it -> it.path("kind").asText())
                .startsWith("OPENED", "JOIN", "JOIN", "JOIN", "JOIN");
        assertThat(items)
                .filteredOn(it -> it.path("kind").asText().equals("FAULT"))
                .extracting(it -> it.path("track").asText())
                .containsExactlyInAnyOrder("A", "B", "C", "A.screen");
        assertThat(items)
                .filteredOn(it -> it.path("kind").asText().equals("LEAVE"))
                .extracting(it -> it.path("participant").asText())
                .containsExactlyInAnyOrder("watch-1", "B", "A", "C");
        for (ObjectNode item : items) {
            if (item.path("kind").asText().equals("SEGMENT")) {
                holds(room, item);
            }
        }
    }

    /** The file has the hash of the chain, and ffprobe finds in it what the chain tells. */
    private static void holds(Path room, ObjectNode segment) throws Exception {
        var file = room.resolve(segment.path("file").asText());
        assertThat(Files.size(file)).isEqualTo(segment.path("length").asLong());
        try (var in = Files.newInputStream(file)) {
            assertThat(Hex.encode(Sm3.of(in))).isEqualTo(segment.path("hash").asText());
        }
        var found = probe(file);
        var codecs = new ArrayList<String>();
        found.path("streams").forEach(it -> codecs.add(it.path("codec_name").asText()));
        boolean screen = segment.path("track").asText().endsWith(".screen");
        assertThat(codecs).isEqualTo(screen ? List.of("vp8") : List.of("vp8", "opus"));
        double told = Duration.between(
                                Moments.parse(segment.path("from").asText()),
                                Moments.parse(segment.path("to").asText()))
                        .toMillis()
                / 1_000.0;
        assertThat(found.path("format").path("duration").asDouble()).isBetween(told - 0.4, told + 0.4);
        int frames = found.path("streams").path(0).path("nb_read_frames").asInt();
        assertThat(frames).isBetween((int) (told * (screen ? 4 : 8)), (int) (told * (screen ? 6 : 12)) + 2);
    }

    private static JsonNode probe(Path file) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        "ffprobe",
                        "-v",
                        "error",
                        "-count_frames",
                        "-of",
                        "json",
                        "-show_streams",
                        "-show_format",
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var found = JSON.readTree(process.getInputStream());
        assertThat(process.waitFor()).isZero();
        return found;
    }
}
