package cn.qifeng.auditor.check;

import static cn.qifeng.auditor.recording.SampleChain.item;
import static cn.qifeng.auditor.recording.SampleChain.items;
import static cn.qifeng.auditor.recording.SampleChain.kept;
import static cn.qifeng.auditor.recording.SampleChain.media;
import static cn.qifeng.auditor.recording.SampleChain.moment;
import static cn.qifeng.auditor.recording.SampleChain.tied;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossiers;
import cn.qifeng.auditor.PackageFile;
import cn.qifeng.auditor.recording.ItemChain;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Recordings in a package 存证包中的录像")
class RecordingsCheckTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ORDER = List.of("opened", "first", "second", "closed", "award");
    private static final Map<String, String> TYPES = Map.of(
            "opened", "evaluation/opened",
            "first", "evaluation/recording-head",
            "second", "evaluation/recording-head",
            "closed", "evaluation/recording-closed",
            "approved", "evaluation/rework-decided",
            "third", "evaluation/recording-head",
            "end", "evaluation/recording-closed",
            "award", "award/finalists");
    private static final List<String> TWICE =
            List.of("opened", "first", "second", "closed", "approved", "third", "end", "award");

    private boolean withheld;

    @Test
    void holdsAsItsRecorderChainedIt() {
        assertThat(check(truth(items()), ORDER)).isEmpty();
        assertThat(check(truth(items()), List.of("opened", "first", "second")))
                .isEqualTo("recordings: the recording is not closed yet");
        withheld = true;
        assertThat(check(truth(items()), ORDER)).isEqualTo("recordings: what was recorded is withheld");
    }

    @Test
    void namesAnItemThatWasChangedRemovedOrSwapped() {
        assertThat(told("first", body -> nth(body, 2).put("hash", "cd".repeat(32))))
                .isEqualTo("an-item-that-does-not-follow-the-one-before");
        assertThat(told("first", body -> list(body).remove(2))).isEqualTo("an-item-of-a-recording-is-missing");
        assertThat(told("second", body -> list(body).add(list(body).remove(0))))
                .isEqualTo("an-item-of-a-recording-is-missing");
    }

    @Test
    void namesAHeadOrClosingThatDoesNotFit() {
        assertThat(told("second", body -> list(body).removeAll())).isEqualTo("a-head-without-items");
        assertThat(told("first", body -> body.put("head", "cd".repeat(32)))).isEqualTo("not-the-head-of-its-items");
        assertThat(told("second", body -> body.put("from", 6))).isEqualTo("an-item-of-a-recording-is-missing");
        assertThat(told("second", body -> body.put("session", "t"))).isEqualTo("a-recording-of-another-session");
        assertThat(told("closed", body -> body.put("items", 9))).isEqualTo("not-the-end-of-the-recording");
        assertThat(told("closed", body -> body.put("bytes", 1))).isEqualTo("not-the-length-of-the-recording");
    }

    @Test
    void namesARecordingThatWasCutOrGoesOnBehindItsEnd() {
        assertThat(check(truth(items()), List.of("opened", "first", "second", "award")))
                .isEqualTo("a-recording-that-was-cut");
        assertThat(lie(all -> all.remove(9))).isEqualTo("closed-before-the-end-of-the-recording");
        assertThat(lie(all -> all.add(item("JOIN", 31).put("participant", "M02"))))
                .isEqualTo("something-stands-behind-the-end-of-a-recording");
        assertThat(check(truth(items()), List.of("opened", "first", "closed", "second", "award")))
                .isEqualTo("something-stands-behind-the-end-of-a-recording");
        assertThat(check(truth(items()), List.of("opened", "closed", "award"))).isEqualTo("closed-without-a-recording");
        assertThat(check(truth(items()), List.of("opened", "first", "second", "closed", "closed")))
                .isEqualTo("a-recording-closed-twice");
        assertThat(check(truth(items()), List.of("first", "second", "closed")))
                .isEqualTo("a-recording-without-an-evaluation");
        withheld = true;
        assertThat(check(truth(items()), List.of("opened", "first", "second", "award")))
                .isEqualTo("a-recording-that-was-cut");
    }

    @Test
    void namesWhatNoRecorderChains() {
        assertThat(lie(all -> all.remove(4))).isEqualTo("a-gap-of-a-recording-that-no-item-tells");
        assertThat(lie(all -> {
                    all.remove(4);
                    all.remove(3);
                }))
                .isEqualTo("a-gap-of-a-recording-that-no-item-tells");
        assertThat(lie(all -> all.get(3).put("from", moment(4)))).isEqualTo("parts-of-a-recording-overlap");
        assertThat(lie(all -> all.remove(1))).isEqualTo("a-part-of-nobody-who-was-there");
        assertThat(lie(all -> all.get(3).put("file", "M01/001-0.webm")))
                .isEqualTo("a-file-of-a-recording-twice-or-elsewhere");
        assertThat(lie(all -> all.get(3).put("file", "M02/x.webm")))
                .isEqualTo("a-file-of-a-recording-twice-or-elsewhere");
        assertThat(lie(all -> all.get(4).put("at", moment(1)))).isEqualTo("time-of-a-recording-runs-backwards");
        assertThat(lie(all -> all.get(6).put("from", moment(25)))).isEqualTo("a-part-of-a-recording-ends-too-early");
        assertThat(lie(all -> all.remove(0))).isEqualTo("a-recording-does-not-begin-with-its-opening");
        assertThat(lie(all -> all.get(0).put("session", "t"))).isEqualTo("a-recording-of-another-session");
        assertThat(lie(all -> all.get(8).put("kind", "PAUSE"))).isEqualTo("an-unknown-item-of-a-recording");
        assertThat(lie(all -> all.get(8).put("name", "x"))).isEqualTo("not-exactly-the-members");
    }

    @Test
    void takesPiecesOfFilesThatGrowOneBehindTheOther() {
        assertThat(check(truth(kept()), ORDER)).isEmpty();
        var elsewhere = "a-file-of-a-recording-twice-or-elsewhere";
        assertThat(grown(all -> all.get(4).put("offset", 0))).isEqualTo(elsewhere);
        assertThat(grown(all -> all.get(4).put("offset", 10))).isEqualTo(elsewhere);
        assertThat(grown(all -> all.get(2).put("length", 8))).isEqualTo(elsewhere);
        assertThat(grown(all -> all.get(2).put("offset", 9))).isEqualTo(elsewhere);
        assertThat(grown(all -> all.get(3).put("file", "M01/001-video-1.mjr").put("offset", 9)))
                .isEqualTo(elsewhere);
        assertThat(grown(all -> all.get(2).put("file", "M02/001-video-1.mjr"))).isEqualTo(elsewhere);
        assertThat(grown(all -> all.get(3).put("track", "M02.sound"))).isEqualTo(elsewhere);
        assertThat(grown(all -> all.remove(5))).isEqualTo("a-gap-of-a-recording-that-no-item-tells");
    }

    @Test
    void goesOnInAReReviewAndEndsAnew() {
        assertThat(check(twice(all -> {}), TWICE)).isEmpty();
        var behind = "something-stands-behind-the-end-of-a-recording";
        assertThat(check(twice(all -> {}), List.of("opened", "first", "second", "closed", "third", "end", "approved")))
                .isEqualTo(behind);
        assertThat(check(twice(all -> {}), List.of("opened", "first", "second", "approved", "third", "end")))
                .isEqualTo(behind);
        assertThat(check(twice(all -> all.remove(10)), TWICE)).isEqualTo(behind);
        assertThat(check(
                        twice(all -> {}), List.of("opened", "first", "second", "closed", "approved", "third", "award")))
                .isEqualTo("a-recording-that-was-cut");
        assertThat(check(twice(all -> {}), List.of("opened", "first", "second", "closed", "approved", "end")))
                .isEqualTo("a-recording-closed-twice");
        withheld = true;
        assertThat(check(twice(all -> {}), TWICE)).isEqualTo("recordings: what was recorded is withheld");
        assertThat(check(twice(all -> {}), List.of("opened", "first", "second", "closed", "third", "end", "award")))
                .isEqualTo(behind);
    }

    /** The chain goes on behind its end, where somebody comes and leaves. */
    private static Map<String, ObjectNode> twice(Consumer<List<ObjectNode>> about) {
        var all = items();
        int end = all.size();
        all.add(item("REOPENED", 40));
        all.add(item("JOIN", 41).put("participant", "M02"));
        all.add(item("LEAVE", 42).put("participant", "M02"));
        all.add(item("CLOSED", 43));
        about.accept(all);
        tied(all);
        var bodies = truth(all.subList(0, end));
        bodies.put("approved", JSON.createObjectNode().put("approved", true));
        bodies.put("third", head(all, end, all.size()));
        bodies.put("end", closing(all));
        return bodies;
    }

    private String grown(Consumer<List<ObjectNode>> about) {
        var all = kept();
        about.accept(all);
        return check(truth(all), ORDER);
    }

    private String lie(Consumer<List<ObjectNode>> about) {
        var all = items();
        about.accept(all);
        return check(truth(all), ORDER);
    }

    private String told(String name, Consumer<ObjectNode> about) {
        var bodies = truth(items());
        about.accept(bodies.get(name));
        return check(bodies, ORDER);
    }

    private static Map<String, ObjectNode> truth(List<ObjectNode> all) {
        tied(all);
        var bodies = new LinkedHashMap<String, ObjectNode>();
        bodies.put("opened", JSON.createObjectNode().put("session", "s"));
        bodies.put("first", head(all, 0, 4));
        bodies.put("second", head(all, 4, all.size()));
        bodies.put("closed", closing(all));
        bodies.put("award", JSON.createObjectNode());
        return bodies;
    }

    private static ObjectNode closing(List<ObjectNode> all) {
        long bytes = all.stream()
                .filter(it -> it.path("kind").asText().equals("SEGMENT"))
                .mapToLong(it -> media(0).length)
                .sum();
        return JSON.createObjectNode()
                .put("session", "s")
                .put("items", all.size())
                .put("head", ItemChain.hashOf(all.get(all.size() - 1), "item"))
                .put("bytes", bytes);
    }

    private static ObjectNode head(List<ObjectNode> all, int from, int to) {
        var body = JSON.createObjectNode()
                .put("session", "s")
                .put("from", from + 1)
                .put("to", to)
                .put("head", ItemChain.hashOf(all.get(to - 1), "item"));
        var list = body.putArray("items");
        all.subList(from, to).forEach(it -> list.add(it.deepCopy()));
        return body;
    }

    private static ArrayNode list(ObjectNode body) {
        return (ArrayNode) body.path("items");
    }

    private static ObjectNode nth(ObjectNode body, int i) {
        return (ObjectNode) body.path("items").get(i);
    }

    /** The code of the rule that is broken, or what is attested. */
    private String check(Map<String, ObjectNode> bodies, List<String> order) {
        var dossier = Dossiers.of(PackageFile.of(Map.of("package.json", "{}".getBytes(StandardCharsets.UTF_8))));
        for (String name : order) {
            boolean open = !withheld || !TYPES.get(name).startsWith("evaluation/recording-");
            add(dossier, TYPES.get(name), open ? bodies.get(name) : null);
        }
        var broken = catchThrowableOfType(Broken.class, () -> new RecordingsCheck().run(dossier));
        return broken == null ? String.join(",", dossier.attested()) : broken.code();
    }

    private static void add(Dossier dossier, String type, JsonNode body) {
        int n = dossier.entries().size() + 1;
        dossier.entries().add(new Dossier.Entry("chain/" + n, n, type, "t", Instant.EPOCH, body, "", n));
    }
}
