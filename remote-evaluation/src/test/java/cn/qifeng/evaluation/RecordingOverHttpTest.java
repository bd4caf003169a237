package cn.qifeng.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import cn.qifeng.evaluation.panel.domain.HallKind;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.recording.DemandInMemory;
import cn.qifeng.evaluation.recording.RecorderInMemory;
import cn.qifeng.evaluation.recording.RecorderInMemory.Hall;
import cn.qifeng.evaluation.recording.application.RecordHalls;
import cn.qifeng.kit.access.Role;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.recording.ChainLink;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@DisplayName("Recording over HTTP 录制")
class RecordingOverHttpTest {

    private static final byte[] FIRST = "first segment".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SECOND = "second segment".getBytes(StandardCharsets.UTF_8);
    private static final People.Person OFFICE = People.TRUSTEES.get(2);
    private static final People.Person WATCH = People.TRUSTEES.get(0);

    private final String supervisor = TestTokens.of(WATCH.id(), null, WATCH.certificateId(), Role.SUPERVISOR);
    private final String centre = TestTokens.of(OFFICE.id(), null, OFFICE.certificateId(), Role.CENTRE);
    private final List<String> signals = new CopyOnWriteArrayList<>();

    @Inject
    RecordHalls recorder;

    @AfterEach
    void machineTime() {
        TradingCoreInMemory.ahead = Duration.ZERO;
    }

    @Test
    void nothingIsCommittedToWithoutAConfirmedRecording() {
        var members = scoring();
        var session = session(members);
        DemandInMemory.DEMANDED.add(session);
        members.get(0).commit(label -> "30.00").statusCode(409).body("code", equalTo("recording/not-confirmed"));
        members.get(0)
                .put("/sheets/draft", CanonicalJson.object().put("n", 1).put("sealed", "QUJD".repeat(20)))
                .statusCode(200);
        var own = label(members.get(0));
        state(members.get(0).token()).apply(session).body("demanded", equalTo(true));

        join(session, own);
        hall(session).segment(own, FIRST);
        growsUntilConfirmed(session, own);
        members.get(0).commit(label -> "30.00").statusCode(204);
        members.get(1).commit(label -> "30.00").statusCode(409).body("code", equalTo("recording/not-confirmed"));
        DemandInMemory.DEMANDED.remove(session);
        recorder.closed(session, HallKind.MESH);
    }

    @Test
    void aRecorderThatDiesIsFollowedByAnotherInTheSameChain() {
        var members = scoring();
        var session = session(members);
        var own = label(members.get(0));
        join(session, own);
        hall(session).segment(own, FIRST);
        hall(session).die();
        Eventually.holds(() -> hall(session).starts == 2 && signals.contains(own + " renew"));
        hall(session).segment(own, SECOND);
        recorder.happened(session, own, "MUTE");
        recorder.closed(session, HallKind.MESH);

        Eventually.holds(() -> !bodies("evaluation/recording-closed", session).isEmpty());
        var link = ChainLink.START;
        for (JsonNode head : bodies("evaluation/recording-head", session)) {
            assertThat(head.path("from").asLong()).isEqualTo(link.seq() + 1);
            for (JsonNode item : head.path("items")) {
                assertThat(link.isFollowedBy((ObjectNode) item)).isTrue();
                link = link.behind((ObjectNode) item);
            }
            assertThat(head.path("head").asText()).isEqualTo(link.hash());
        }
        var closed = bodies("evaluation/recording-closed", session).get(0);
        assertThat(closed.path("items").asLong()).isEqualTo(link.seq());
        assertThat(closed.path("head").asText()).isEqualTo(link.hash());
        assertThat(closed.path("bytes").asLong()).isEqualTo(FIRST.length + SECOND.length);
    }

    @Test
    void anotherChainIsNeverConfirmedAgain() {
        var members = scoring();
        var session = session(members);
        var own = label(members.get(0));
        join(session, own);
        hall(session).segment(own, FIRST);
        growsUntilConfirmed(session, own);
        hall(session).forget();
        hall(session).segment(own, SECOND);
        Eventually.holds(() -> !confirmed(session, own));
        list(supervisor).body("recordings.find { it.session == '" + session + "' }.differs", equalTo(true));
    }

    @Test
    void whoLooksSaysWhyAndIsKept() {
        var members = scoring();
        var session = session(members);
        var own = label(members.get(1));
        join(session, own);
        hall(session).segment(own, FIRST);
        members.get(0).commit(label -> "30.00").statusCode(204);
        recorder.closed(session, HallKind.MESH);
        Eventually.holds(() -> "CLOSED".equals(stage(session)));
        var file = own + "/001-00002.webm";

        media(session, file, null).statusCode(403).body("code", equalTo("recording/look-needed"));
        look(session, " ").statusCode(422).body("code", equalTo("recording/reason-needed"));
        look(session, "投诉调查").statusCode(200);
        assertThat(media(session, file, null).statusCode(200).extract().asByteArray())
                .isEqualTo(FIRST);
        assertThat(media(session, file, "bytes=2-4").statusCode(206).extract().asByteArray())
                .hasSize(3);
        media(session, file, "bytes=99-").statusCode(422).body("code", equalTo("recording/no-such-range"));
        media(session, own + "/other.webm", null).statusCode(404).body("code", equalTo("recording/no-such-file"));
        Eventually.holds(() -> TradingCoreInMemory.HAPPENINGS.stream()
                .anyMatch(it -> it.path("kind").asText().equals("RECORDING_SEEN")));
        get(supervisor, "/" + session)
                .body("looks[0].reason", equalTo("投诉调查"))
                .body("steps.type", hasItem("evaluation/committed"))
                .body("recording.stage", equalTo("CLOSED"));
        get(supervisor, "/" + session + "/items?after=0").body("$", hasSize(4));
        get(centre, "/" + session).statusCode(403);
    }

    @Test
    void nothingIsDeletedBeforeItMayBe() {
        var members = scoring();
        var session = session(members);
        var own = label(members.get(0));
        join(session, own);
        hall(session).segment(own, FIRST);
        Eventually.holds(() -> "OPEN".equals(stage(session)));
        toSign(session).statusCode(409).body("code", equalTo("recording/not-closed"));
        recorder.closed(session, HallKind.MESH);
        Eventually.holds(() -> "CLOSED".equals(stage(session)));
        toSign(session).statusCode(409).body("code", equalTo("recording/retained"));
    }

    @Test
    void mediaAreDeletedByTwoOnceTheyMayBe() {
        var members = scoring();
        var session = session(members);
        var own = label(members.get(0));
        join(session, own);
        hall(session).segment(own, FIRST);
        recorder.closed(session, HallKind.MESH);
        Eventually.holds(() -> "CLOSED".equals(stage(session)));
        TradingCoreInMemory.ahead = Duration.ofDays(16 * 366L);
        Eventually.holds(() -> toSign(session).extract().statusCode() == 200);
        get(supervisor, "/" + session + "/deletion/decision-to-sign")
                .statusCode(409)
                .body("code", equalTo("recording/not-asked"));
        sign(centre, OFFICE, session, "request", doc -> doc.put("reason", "保存期满"))
                .statusCode(204);
        var file = RecorderInMemory.folder(session).resolve(own + "/001-00002.webm");
        assertThat(file).exists();
        sign(
                        supervisor,
                        WATCH,
                        session,
                        "decision",
                        doc -> doc.put("reason", "同意").put("approved", true))
                .statusCode(204);
        assertThat(Files.exists(file)).isFalse();
        assertThat(stage(session)).isEqualTo("DELETED");
        leftBehind(file);
        Eventually.holds(() -> bodies("evaluation/recording-deleted", session).size() == 1);
        assertThat(bodies("evaluation/recording-deleted", session).get(0).path("statements"))
                .hasSize(2);
        look(session, "再看一次").statusCode(409).body("code", equalTo("recording/deleted"));
        get(supervisor, "/" + session + "/items?after=0").body("$", hasSize(4));
    }

    /** A file that a service which ended in between would have left. */
    private static void leftBehind(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, FIRST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Eventually.holds(() -> !Files.exists(file));
    }

    private ValidatableResponse toSign(SessionId session) {
        return get(centre, "/" + session + "/deletion/request-to-sign");
    }

    private interface Change {
        ObjectNode on(ObjectNode doc);
    }

    private static ValidatableResponse sign(
            String token, People.Person person, SessionId session, String what, Change change) {
        var path = "/" + session + "/deletion/" + what;
        ObjectNode doc = change.on(CanonicalJson.read(
                get(token, path + "-to-sign").statusCode(200).extract().asByteArray()));
        doc.putObject("seen").put("n", 0).put("hash", "0".repeat(64));
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(CanonicalJson.encode(Statement.of(doc, person.key()).toJson()))
                .post("/api/evaluation/recordings" + path)
                .then();
    }

    private static List<Member> scoring() {
        var session = Sessions.open(SessionOrders.exampleA1());
        Eventually.holds(() -> Sessions.stage(session).equals("CONVENING"));
        var members = Sessions.invited(session).stream()
                .map(number -> new Member(People.byNumber(number), session))
                .toList();
        members.forEach(Member::takeSeat);
        members.forEach(it -> it.voteFor(members.get(1)));
        return members;
    }

    /** The member's session code, which is its place in the draw: whoever was drawn and could not come has one, too. */
    private static String label(Member member) {
        return state(member.token()).apply(session(List.of(member))).extract().path("own");
    }

    private static SessionId session(List<Member> members) {
        return new SessionId(UUID.fromString(members.get(0).session()));
    }

    private void join(SessionId session, String participant) {
        recorder.joined(
                session,
                HallKind.MESH,
                participant,
                (to, signal) -> signals.add(to + " " + signal.path("kind").asText()));
    }

    private static Hall hall(SessionId session) {
        return RecorderInMemory.HALLS.get(session);
    }

    private interface Asked {
        ValidatableResponse apply(SessionId session);
    }

    private static Asked state(String token) {
        return session -> given().auth()
                .oauth2(token)
                .get("/api/evaluation/sessions/" + session + "/recording")
                .then()
                .statusCode(200);
    }

    /** A recorder says again and again that a track grows; what it says is good for seconds only. */
    private void growsUntilConfirmed(SessionId session, String participant) {
        Eventually.holds(() -> {
            hall(session).grow(participant);
            return confirmed(session, participant);
        });
    }

    /** Whether the member's recording is confirmed; one whose recorder has not reported yet has none. */
    private boolean confirmed(SessionId session, String participant) {
        Boolean confirmed = state(supervisor)
                .apply(session)
                .extract()
                .path("members.find { it.participant == '" + participant + "' }.confirmed");
        return Boolean.TRUE.equals(confirmed);
    }

    private ValidatableResponse list(String token) {
        return get(token, "").statusCode(200);
    }

    private String stage(SessionId session) {
        return list(supervisor).extract().path("recordings.find { it.session == '" + session + "' }.stage");
    }

    private static ValidatableResponse get(String token, String path) {
        return given().auth()
                .oauth2(token)
                .get("/api/evaluation/recordings" + path)
                .then();
    }

    private ValidatableResponse look(SessionId session, String reason) {
        return given().auth()
                .oauth2(supervisor)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", reason))
                .post("/api/evaluation/recordings/" + session + "/looks")
                .then();
    }

    private ValidatableResponse media(SessionId session, String file, String range) {
        var request = given().auth().oauth2(supervisor);
        if (range != null) {
            request.header("Range", range);
        }
        return request.get("/api/evaluation/recordings/" + session + "/media/" + file)
                .then();
    }

    private static List<JsonNode> bodies(String type, SessionId session) {
        return TradingCoreInMemory.entries(type).stream()
                .map(it -> it.path("body"))
                .filter(it -> it.path("session").asText().equals(session.toString()))
                .toList();
    }
}
