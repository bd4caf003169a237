package cn.qifeng.auditor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossiers;
import cn.qifeng.auditor.PackageFile;
import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two rooms of three seats, drawn in the order 5 1 3 6 2 4; a and b work for one employer; d follows b. */
@DisplayName("Seats in a package 存证包中的席位")
class SeatsCheckTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SESSION = "00000000-0000-0000-0000-000000000001";
    private static final String SEED = "5e".repeat(32);
    private static final String SEATS = "[" + seat("1", 1) + "," + seat("1", 3) + "," + seat("1", 5) + ","
            + seat("2", 1) + "," + seat("2", 3) + "," + seat("2", 5) + "]";
    private static final String BOOKED = """
            {"session":"00000000-0000-0000-0000-000000000001","draw":"d","bookings":[
             {"booking":"1","site":"A","from":"2026-12-02T01:00:00.000Z","to":"2026-12-02T09:00:00.000Z","seats":6,
              "answerUntil":"2026-12-01T03:00:00.000Z","steps":[
               {"at":"2026-12-01T01:00:00.000Z","state":"REQUESTED","reason":""},
               {"at":"2026-12-01T02:00:00.000Z","state":"CONFIRMED","reason":""}]},
             {"booking":"2","site":"B","from":"2026-12-02T01:00:00.000Z","to":"2026-12-02T09:00:00.000Z","seats":2,
              "answerUntil":"2026-12-01T03:00:00.000Z","steps":[
               {"at":"2026-12-01T01:00:00.000Z","state":"REQUESTED","reason":""},
               {"at":"2026-12-01T02:00:00.000Z","state":"REFUSED","reason":"检修"}]}],
             "seats":""" + SEATS + "}";
    private static final String FIRST = """
            {"session":"00000000-0000-0000-0000-000000000001","draw":"d","apart":true,"broken":[],"members":[{"code":"a","group":1,"seat":5},
             {"code":"b","group":1,"seat":1},{"code":"c","group":2,"seat":3}]}""";
    private static final String SECOND = """
            {"session":"00000000-0000-0000-0000-000000000001","draw":"d","apart":true,"broken":[],"members":[{"code":"a","group":1,"seat":5},
             {"code":"c","group":2,"seat":3},{"code":"d","group":1,"seat":1}]}""";

    @Test
    void holdsAsTheDrawGivesThem() {
        assertThat(check(entries -> {})).isNull();
    }

    @Test
    void namesALieAboutABooking() {
        assertThat(check(lie(1, body -> step(body, 0, 1).put("at", "2026-12-01T03:00:00.000Z"))))
                .isEqualTo("answered-after-the-time-limit");
        assertThat(check(lie(1, body -> step(body, 1, 1).put("reason", " ")))).isEqualTo("refused-without-a-reason");
        assertThat(check(lie(1, body -> step(body, 1, 1).put("state", "EXPIRED"))))
                .isEqualTo("expired-before-the-time-limit");
        assertThat(check(lie(1, body -> step(body, 0, 0).put("state", "CONFIRMED"))))
                .isEqualTo("an-unknown-step-of-a-booking");
        assertThat(check(lie(1, body -> booking(body, 0).put("seats", 5))))
                .isEqualTo("not-the-seats-that-were-confirmed");
        assertThat(check(lie(1, body -> step(body, 1, 1).put("state", "CONFIRMED"))))
                .isEqualTo("not-the-seats-that-were-confirmed");
        assertThat(check(lie(1, body -> ((ObjectNode) body.path("seats").get(1)).put("column", 1))))
                .isEqualTo("a-seat-twice");
        assertThat(check(lie(
                        1, body -> step(body, 0, 1).put("state", "CANCELLED").put("reason", "改期"))))
                .isEqualTo("seats-of-different-times");
    }

    @Test
    void namesALieAboutTheDraw() {
        assertThat(check(lie(2, body -> body.put("picks", 3)))).isEqualTo("not-the-pool-of-the-booked-seats");
        assertThat(check(lie(
                        2,
                        body -> ((ArrayNode) body.path("pool"))
                                .set(0, JSON.getNodeFactory().textNode("7")))))
                .isEqualTo("not-the-pool-of-the-booked-seats");
        assertThat(check(lie(1, body -> body.put("draw", "e")))).isEqualTo("a-draw-of-seats-without-bookings");
        assertThat(check(lie(3, body -> body.put("drawId", "e")))).isEqualTo("seats-allotted-before-their-draw");
    }

    @Test
    void namesALieAboutWhoSitsWhere() {
        assertThat(check(lie(4, body -> member(body, 2).put("seat", 6))))
                .isEqualTo("not-the-seats-that-the-draw-gives");
        assertThat(check(lie(4, body -> member(body, 1).put("group", 2))))
                .isEqualTo("not-the-seats-that-the-draw-gives");
        assertThat(check(lie(4, body -> body.put("apart", false)))).isEqualTo("not-the-seats-that-the-draw-gives");
        assertThat(check(lie(4, body -> member(body, 2).put("code", "x")))).isEqualTo("seats-of-others-than-the-panel");
        assertThat(check(lie(6, body -> member(body, 1).put("seat", 6))))
                .isEqualTo("not-the-seats-that-the-draw-gives");
        assertThat(check(lie(6, body -> body.put("session", "t")))).isEqualTo("seats-allotted-without-bookings");
    }

    /** The seat of a breaks before d comes: a gets the next of the order, d the first that is left for its employer. */
    @Test
    void holdsWhenASeatBrokeAndTheOrderGivesAnother() {
        assertThat(check(lie(6, SeatsCheckTest::breaks))).isNull();
        assertThat(check(lie(6, body -> member(breaks(body), 0).put("seat", 5))))
                .isEqualTo("not-the-seats-that-the-draw-gives");
        assertThat(check(lie(6, body -> member(breaks(body), 0).put("seat", 2))))
                .isEqualTo("not-the-seats-that-the-draw-gives");
    }

    @Test
    void namesALieAboutABrokenSeat() {
        assertThat(check(lie(6, body -> broken(body, 6, " ")))).isEqualTo("a-broken-seat-without-a-reason");
        assertThat(check(lie(6, body -> broken(body, 7, "黑屏")))).isEqualTo("a-broken-seat-that-is-none");
        assertThat(check(lie(6, body -> broken(broken(body, 6, "黑屏"), 6, "黑屏"))))
                .isEqualTo("a-broken-seat-that-is-none");
        assertThat(check(lie(4, body -> broken(body, 6, "黑屏")))).isEqualTo("a-broken-seat-that-is-whole-again");
    }

    private static ObjectNode breaks(ObjectNode body) {
        broken(body, 5, "主机不启动");
        member(body, 0).put("seat", 1);
        member(body, 2).put("seat", 6);
        return body;
    }

    private static ObjectNode broken(ObjectNode body, int seat, String reason) {
        body.withArray("broken").addObject().put("seat", seat).put("reason", reason);
        return body;
    }

    /** The code of the rule that is broken after a change, or {@code null}. */
    private static String check(Consumer<List<ObjectNode>> change) {
        var bodies = new ArrayList<>(List.of(
                object(panel("a", "b", "c")),
                object(BOOKED),
                object(
                        "{\"drawId\":\"d\",\"purpose\":\"SEATS\",\"pool\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\"],\"picks\":6}"),
                object("{\"drawId\":\"d\",\"picked\":[4,0,2,5,1,3]}"),
                object(FIRST),
                object(panel("a", "c", "d")),
                object(SECOND)));
        List.of(bodies.get(4), bodies.get(6)).forEach(SeatsCheckTest::code);
        change.accept(bodies);
        var types = List.of(
                "evaluation/panel",
                "site/booked",
                "draw/opened",
                "draw/result",
                "site/allotted",
                "evaluation/panel",
                "site/allotted");
        var dossier = Dossiers.of(PackageFile.of(Map.of("package.json", "{}".getBytes(StandardCharsets.UTF_8))));
        for (int i = 0; i < types.size(); i++) {
            add(dossier, types.get(i), bodies.get(i));
        }
        var broken = catchThrowableOfType(Broken.class, () -> new SeatsCheck().run(dossier));
        return broken == null ? null : broken.code();
    }

    private static Consumer<List<ObjectNode>> lie(int entry, Consumer<ObjectNode> about) {
        return bodies -> about.accept(bodies.get(entry));
    }

    private static void add(Dossier dossier, String type, JsonNode body) {
        int n = dossier.entries().size() + 1;
        dossier.entries().add(new Dossier.Entry("chain/" + n, n, type, "t", Instant.EPOCH, body, "", n));
    }

    /** Puts the code of each member in the place of its name. */
    private static void code(ObjectNode allotted) {
        for (JsonNode member : allotted.path("members")) {
            var certificate =
                    HexFormat.of().parseHex(member.path("code").asText().repeat(64));
            ((ObjectNode) member)
                    .put(
                            "code",
                            Hash.hex(
                                    Hash.ascii("QC1 seat"),
                                    BidsCheck.uuid(SESSION),
                                    HexFormat.of().parseHex(SEED),
                                    certificate));
        }
    }

    private static ObjectNode booking(ObjectNode booked, int i) {
        return (ObjectNode) booked.path("bookings").get(i);
    }

    private static ObjectNode step(ObjectNode booked, int i, int step) {
        return (ObjectNode) booking(booked, i).path("steps").get(step);
    }

    private static ObjectNode member(ObjectNode allotted, int i) {
        return (ObjectNode) allotted.path("members").get(i);
    }

    private static String seat(String room, int column) {
        return "{\"site\":\"A\",\"room\":\"" + room + "\",\"seat\":\"0" + column + "\",\"row\":1,\"column\":" + column
                + "}";
    }

    private static String panel(String... members) {
        var certificates = Arrays.stream(members).map(it -> it.repeat(64)).toArray(String[]::new);
        return "{\"session\":\"" + SESSION + "\",\"seed\":\"" + SEED + "\",\"members\":[{\"member\":\""
                + String.join("\"},{\"member\":\"", certificates) + "\"}]}";
    }

    private static ObjectNode object(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
