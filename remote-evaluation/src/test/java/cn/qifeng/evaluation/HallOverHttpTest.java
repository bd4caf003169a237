package cn.qifeng.evaluation;

import static cn.qifeng.evaluation.HallScene.SUPERVISOR;
import static cn.qifeng.evaluation.HallScene.offer;
import static cn.qifeng.evaluation.HallScene.sending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import cn.qifeng.kit.access.Role;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trust.json.CanonicalJson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@DisplayName("Hall and its lines 评标厅与信令")
class HallOverHttpTest {

    @AfterEach
    void recorderIsReady() {
        RecorderInMemory.ready = true;
    }

    @Test
    void aPlanWithoutAWordOfAHallHasNone() {
        var member = Sessions.reviewing(SessionOrders.exampleA1()).get(0);
        member.get("/hall").statusCode(200).body("hall", equalTo("NONE")).body("open", equalTo(false));
        member.post("/hall/tickets", CanonicalJson.object()).statusCode(409).body("code", equalTo("hall/none"));
        member.post(
                        "/hall/texts",
                        CanonicalJson.object().put("key", UUID.randomUUID().toString()))
                .statusCode(409)
                .body("code", equalTo("hall/none"));
    }

    @Test
    void aHallOfDirectLinesIsNotPlannedForAPanelOfSeven() {
        var order = SessionOrders.exampleA1();
        order.putObject("panel").put("size", 7).put("tendererSeats", 0);
        TradingCoreInMemory.completing = false;
        try {
            var session = Sessions.open(order);
            HallScene.plan(session, "MESH")
                    .statusCode(422)
                    .body("code", equalTo("panel/hall-too-small"))
                    .body("seen", equalTo("MESH for 7"))
                    .body("expected", equalTo("at most 5"));
            HallScene.plan(session, "JANUS").statusCode(200).body("plan.hall", equalTo("JANUS"));
            HallScene.plan(session, "NONE").statusCode(200);
        } finally {
            TradingCoreInMemory.completing = true;
        }
    }

    @Test
    void letsInMembersWhoCheckedInSupervisorAndNotaryAndNobodyElse() {
        var scene = HallScene.accepted();
        var member = scene.member(0);
        scene.post(member.token(), "/hall/tickets", Map.of())
                .statusCode(409)
                .body("code", equalTo("hall/not-checked-in"));
        member.checkIn();
        scene.post(member.token(), "/hall/tickets", Map.of())
                .statusCode(200)
                .body("label", matchesPattern("M\\d\\d"))
                .body("watches", equalTo(false));
        for (String watcher : new String[] {SUPERVISOR, HallScene.notary()}) {
            scene.post(watcher, "/hall/tickets", Map.of())
                    .statusCode(200)
                    .body("label", startsWith("watch-"))
                    .body("watches", equalTo(true));
        }
        var stranger = new Member(scene.notDrawn(), "").token();
        for (String other : new String[] {stranger, HallScene.trustee(0), HallScene.trustee(2)}) {
            scene.post(other, "/hall/tickets", Map.of()).statusCode(404).body("code", equalTo("panel/not-found"));
            scene.get(other, "/hall").statusCode(404);
        }
        for (String role : new String[] {Role.SUB_SITE, Role.CENTRE, Role.BIDDER, Role.AGENCY, Role.SYSTEM_ADMIN}) {
            scene.post(TestTokens.of(role), "/hall/tickets", Map.of()).statusCode(403);
        }
    }

    @Test
    void doesNotOpenWithoutARecorder() {
        var scene = HallScene.accepted();
        scene.member(0).checkIn();
        RecorderInMemory.ready = false;
        scene.post(scene.member(0).token(), "/hall/tickets", Map.of())
                .statusCode(409)
                .body("code", equalTo("hall/not-recorded"));
        scene.get(scene.member(0).token(), "/hall").body("records", equalTo(false));
    }

    @Test
    void aTicketServesOnceAndInItsOwnSessionOnly() {
        var scene = HallScene.scoring();
        var other = HallScene.accepted();
        var ticket = scene.ticket(scene.member(0).token());
        assertThat(HallLine.to(other.session(), ticket).endedWith()).isEqualTo(4002);
        assertThat(HallLine.to(scene.session(), ticket).open()).isTrue();
        assertThat(HallLine.to(scene.session(), ticket).endedWith()).isEqualTo(4002);
        assertThat(HallLine.to("no-session").endedWith()).isEqualTo(4002);
        assertThat(HallLine.to(scene.session()).sayText("{").endedWith()).isEqualTo(4002);
    }

    @Test
    void carriesSignalsBetweenMembersOfOneHallAndToTheRecorder() throws InterruptedException {
        var scene = HallScene.scoring();
        var elsewhere = HallScene.scoring();
        var first = scene.in(scene.member(0).token());
        var a = first.hears("entered").path("label").asText();
        var foreign = elsewhere.in(elsewhere.member(0).token());
        foreign.hears("entered");
        var second = scene.in(scene.member(1).token());
        var entered = second.hears("entered");
        assertThat(entered.path("links").toString())
                .isEqualTo("[{\"peer\":\"" + a + "\",\"offers\":true},{\"peer\":\"recorder\",\"offers\":true}]");
        var came = first.hears("came");
        assertThat(came.path("offers").asBoolean(true)).isFalse();
        var b = came.path("label").asText();

        second.signal(a, offer("camera", "microphone"));
        var signal = first.hears("signal");
        assertThat(signal.path("from").asText()).isEqualTo(b);
        assertThat(signal.path("signal").path("tracks").path("0").asText()).isEqualTo("camera");
        second.signal("recorder", offer("camera"));
        assertThat(second.hears("signal").path("from").asText()).isEqualTo("recorder");
        assertThat(foreign.heardNo("signal")).isTrue();

        second.say(sending(true, true, false));
        assertThat(first.hears("state").path("sending").path("camera").asBoolean())
                .isTrue();
        second.leave();
        assertThat(first.hears("left").path("label").asText()).isEqualTo(b);
        Eventually.holds(() -> scene.recorded().contains(b + " left"));
        assertThat(scene.recorded())
                .containsSubsequence(
                        b + " joined", b + " JOIN", b + " offer", b + " UNMUTE", b + " CAMERA_ON", b + " LEAVE");
        happens(scene, "LEAVE");
        scene.get(SUPERVISOR, "/hall").body("events.kind[0]", equalTo("LEAVE")).body("events.label[0]", equalTo(b));
        scene.get(scene.member(0).token(), "/hall").body("events", hasSize(0));
    }

    @Test
    void aWatcherReceivesAndSendsNothing() throws InterruptedException {
        var scene = HallScene.scoring();
        var member = scene.in(scene.member(1).token());
        var label = member.hears("entered").path("label").asText();
        var watcher = scene.in(SUPERVISOR);
        assertThat(watcher.hears("entered").path("links").toString())
                .isEqualTo("[{\"peer\":\"" + label + "\",\"offers\":false}]");
        var came = member.hears("came");
        assertThat(came.path("offers").asBoolean()).isTrue();
        var watch = came.path("label").asText();
        assertThat(watch).startsWith("watch-");
        member.signal(watch, offer("camera"));
        assertThat(watcher.hears("signal").path("from").asText()).isEqualTo(label);
        scene.get(scene.member(1).token(), "/hall").body("watching", hasItem(watch));

        watcher.signal(label, CanonicalJson.object().put("kind", "answer").put("sdp", "v=0\na=recvonly\n"));
        assertThat(member.hears("signal").path("from").asText()).isEqualTo(watch);
        watcher.signal(label, CanonicalJson.object().put("kind", "answer").put("sdp", "v=0\na=sendrecv\n"));
        assertThat(watcher.endedWith()).isEqualTo(4003);
        assertThat(scene.in(SUPERVISOR).signal(label, offer("camera")).endedWith())
                .isEqualTo(4003);
        happens(scene, "PUT_OUT");
        assertThat(scene.recorded()).noneMatch(it -> it.startsWith("watch-"));
        scene.post(SUPERVISOR, "/hall/texts", Map.of("text", "x")).statusCode(403);
    }

    @Test
    void onlyTheLeaderShowsItsScreen() throws InterruptedException {
        var scene = HallScene.scoring();
        var leader = scene.in(scene.member(0).token());
        var other = scene.in(scene.member(1).token());
        var label = leader.hears("entered").path("label").asText();
        var others = leader.hears("came").path("label").asText();
        leader.signal(others, offer("camera", "screen"));
        assertThat(other.hears("signal").path("from").asText()).isEqualTo(label);
        other.say(sending(true, true, true));
        assertThat(leader.hears("state").path("sending").path("screen").asBoolean(true))
                .isFalse();
        other.signal(label, offer("screen"));
        assertThat(other.endedWith()).isEqualTo(4003);
    }

    @Test
    void aSecondLineOfTheSameMemberTakesOver() throws InterruptedException {
        var scene = HallScene.scoring();
        var watching = scene.in(scene.member(1).token());
        watching.hears("entered");
        var first = scene.in(scene.member(0).token());
        var label = first.hears("entered").path("label").asText();
        watching.hears("came");
        var second = scene.in(scene.member(0).token());
        assertThat(second.hears("entered").path("label").asText()).isEqualTo(label);
        assertThat(first.endedWith()).isEqualTo(4001);
        assertThat(watching.hears("came").path("label").asText()).isEqualTo(label);
        assertThat(watching.heardNo("left")).isTrue();
        happens(scene, "RECONNECT");
        scene.get(SUPERVISOR, "/hall").body("members.findAll { it.here }.label", hasItem(label));
        assertThat(second.open()).isTrue();
    }

    @Test
    void putsOutWhoSendsTooMuchOrTooLarge() throws InterruptedException {
        var scene = HallScene.scoring();
        var flood = scene.in(scene.member(0).token());
        flood.hears("entered");
        for (int i = 0; i < 3_000 && flood.open(); i++) {
            flood.say(CanonicalJson.object().put("kind", "here"));
        }
        assertThat(flood.endedWith()).isEqualTo(4003);
        var large = scene.in(scene.member(0).token());
        var label = large.hears("entered").path("label").asText();
        large.signal(label, CanonicalJson.object().put("kind", "offer").put("sdp", "x".repeat(48_001)));
        assertThat(large.endedWith()).isEqualTo(4003);
        var huge = scene.in(scene.member(0).token());
        huge.hears("entered");
        assertThat(huge.sayText("x".repeat(70_000)).endedWith()).isEqualTo(4003);
    }

    @Test
    void whoeverIsReplacedIsPutOutAndTheHallEndsWithTheEvaluation() throws InterruptedException {
        var scene = HallScene.scoring();
        var line = scene.in(scene.member(2).token());
        line.hears("entered");
        scene.post(SUPERVISOR, "/members/" + scene.member(2).number() + "/replacement", Map.of("reason", "擅离职守"))
                .statusCode(200);
        assertThat(line.endedWith()).isEqualTo(4005);
        scene.post(scene.member(2).token(), "/hall/tickets", Map.of())
                .statusCode(404)
                .body("code", equalTo("panel/not-found"));
        scene.get(SUPERVISOR, "/hall").body("members.label", not(hasItem("M99")));
    }

    /** Waits until the hall's events, which are kept behind what the lines are told, tell of this. */
    private static void happens(HallScene scene, String kind) {
        Eventually.holds(() -> scene.get(SUPERVISOR, "/hall")
                .extract()
                .path("events.kind")
                .toString()
                .contains(kind));
    }
}
