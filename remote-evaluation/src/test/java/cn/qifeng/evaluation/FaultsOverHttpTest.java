package cn.qifeng.evaluation;

import static cn.qifeng.evaluation.HallScene.SUPERVISOR;
import static cn.qifeng.evaluation.SeatScene.CENTRE;
import static cn.qifeng.evaluation.SeatScene.DAY_BEFORE;
import static cn.qifeng.evaluation.SeatScene.MORNING;
import static cn.qifeng.evaluation.SeatScene.add;
import static cn.qifeng.evaluation.SeatScene.answer;
import static cn.qifeng.evaluation.SeatScene.book;
import static cn.qifeng.evaluation.SeatScene.get;
import static cn.qifeng.evaluation.SeatScene.legalTime;
import static cn.qifeng.evaluation.SeatScene.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.site.domain.SampleSites;
import cn.qifeng.evaluation.terminal.domain.ClockMark;
import cn.qifeng.evaluation.terminal.domain.Nonces;
import cn.qifeng.evaluation.terminal.domain.Presence;
import cn.qifeng.evaluation.terminal.domain.Presences;
import cn.qifeng.kit.access.Role;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trust.json.CanonicalJson;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@DisplayName("R40: faults of a remote evaluation over HTTP 远程评标故障")
class FaultsOverHttpTest {

    private static final UUID WEST = UUID.randomUUID();
    private static final String HOST = FaultDecisions.HOST;
    private static final Map<String, String> CABLE = Map.of("reason", "光缆中断");
    private static final Map<String, String> MENDED = Map.of("reason", "已熔接，各席位可用");

    @Inject
    Presences presences;

    private final String sub = TestTokens.of(UUID.randomUUID(), WEST, null, Role.SUB_SITE);
    private String site;

    @BeforeEach
    void aSubSite() {
        legalTime(DAY_BEFORE);
        TradingCoreInMemory.OPERATORS.put(WEST.toString(), SampleSites.OPERATOR);
        site = add("W", "SUB", SampleSites.OPERATOR, "o.o.o", ".....", "o.o.o");
    }

    @AfterEach
    void machineTime() {
        TradingCoreInMemory.ahead = Duration.ZERO;
    }

    @Test
    void r40ClearedAfterThreeHoursFiftyNineTheSamePanelGoesOn() {
        var scene = HallScene.accepted();
        var booking = scoring(scene);
        legalTime(MORNING);
        post(sub, "/seat-bookings/" + booking + "/faults", CABLE)
                .statusCode(200)
                .body("name", equalTo(""))
                .body("stopped", equalTo(true))
                .body("faults.state", equalTo(List.of("OPEN")))
                .body("faults[0].phase", equalTo("DURING"));
        scene.post(CENTRE, "/faults", Map.of("site", site, "reason", "又一处"))
                .statusCode(409)
                .body("code", equalTo("fault/open-already"));
        stopsAndGoesOn(scene);

        legalTime(MORNING.plus(Duration.ofMinutes(239)));
        decide(scene, 1, "VOID").statusCode(409).body("code", equalTo("fault/not-due"));
        post(sub, "/seat-bookings/" + booking + "/faults/1/clearance", MENDED)
                .statusCode(200)
                .body("faults.state", equalTo(List.of("ENDED")));
        scene.members().forEach(it -> it.commit(label -> "30.00").statusCode(204));
        Eventually.holds(() -> scene.entries("evaluation/fault-cleared").size() == 1);
        assertThat(scene.entries("evaluation/fault").get(0).path("limitMinutes").asInt())
                .isEqualTo(240);
    }

    /** What an open fault stops, and what not. */
    private static void stopsAndGoesOn(HallScene scene) {
        var member = scene.member(0);
        member.commit(label -> "30.00").statusCode(409).body("code", equalTo("fault/stopped"));
        member.put("/sheets/draft", CanonicalJson.object().put("n", 1).put("sealed", "QUJD".repeat(20)))
                .statusCode(200);
        member.get("").statusCode(200);
        member.get("/faults").statusCode(200).body("sites", empty()).body("stopped", equalTo(true));
        scene.get(TestTokens.of(Role.AGENCY), "/faults").statusCode(404).body("code", equalTo("panel/not-found"));
    }

    @Test
    void r40AfterFourHoursOneTheEvaluationIsVoidAndANewPanelEvaluates() {
        var scene = HallScene.accepted();
        var booking = scoring(scene);
        legalTime(MORNING);
        scene.members().subList(0, 3).forEach(it -> it.commit(label -> "30.00").statusCode(204));
        scene.post(SUPERVISOR, "/faults", Map.of("site", site, "reason", "停电")).statusCode(200);
        legalTime(MORNING.plus(Duration.ofMinutes(241)));
        scene.post(CENTRE, "/faults/1/clearance", MENDED)
                .statusCode(200)
                .body("faults[0].state", equalTo("DUE"))
                .body("faults[0].choices", equalTo(List.of("VOID")));
        scene.member(3).commit(label -> "30.00").statusCode(409).body("code", equalTo("fault/stopped"));
        get(HOST, "/faults/mine").body("session", equalTo(List.of(scene.session())));
        get(TestTokens.of(Role.AGENCY), "/faults/mine").body("$", empty());
        decide(scene, 1, "CONTINUE").statusCode(422).body("code", equalTo("fault/outcome"));
        decide(scene, 2, "VOID").statusCode(404);
        decide(scene, 1, "VOID")
                .statusCode(200)
                .body("stopped", equalTo(false))
                .body("faults[0].decided.anew", equalTo(true));

        Eventually.holds(() -> scene.entries("evaluation/fault-decided").size() == 1);
        Eventually.holds(() -> scene.entries("evaluation/left").size() == 5);
        scene.member(0).get("/sheets/to-sign").statusCode(409).body("code", equalTo("panel/wrong-stage"));
        get(scene.member(0).token(), "/messages/mine").body("subject[0]", equalTo("评标委员会解散"));
        aNewPanelEvaluates(scene, booking);
    }

    private static void aNewPanelEvaluates(HallScene scene, String booking) {
        Eventually.holds(() -> Sessions.stage(scene.session()).equals("CONVENING"));
        var numbers = Sessions.invited(scene.session());
        assertThat(numbers).hasSize(5);
        assertThat(numbers)
                .doesNotContainAnyElementsOf(
                        scene.members().stream().map(Member::number).toList());
        answer(CENTRE, booking, "cancellation", Map.of("reason", "延期，另行安排席位")).statusCode(200);
        var members = numbers.stream()
                .map(it -> new Member(People.byNumber(it), scene.session()))
                .toList();
        members.forEach(Member::takeSeat);
        members.forEach(it -> it.voteFor(members.get(0)));
        members.forEach(it -> it.commit(label -> "28.00").statusCode(204));
        assertThat(Sessions.stage(scene.session())).isEqualTo("REVEALING");
    }

    @Test
    void beforeTheStartTheTendererDecidesTwoHoursBehindThePlannedStart() {
        var scene = HallScene.accepted();
        booked(scene);
        legalTime(MORNING.minusSeconds(3600));
        scene.post(CENTRE, "/faults", Map.of("site", site, "reason", "门禁故障"))
                .statusCode(200)
                .body("faults[0].phase", equalTo("BEFORE_START"))
                .body("faults[0].until", equalTo("2026-12-02T03:00:00.000Z"));
        legalTime(MORNING.plus(Duration.ofMinutes(119)));
        decide(scene, 1, "HOLD").statusCode(409);
        legalTime(MORNING.plus(Duration.ofMinutes(121)));
        decide(scene, 1, "HOLD").statusCode(200).body("faults[0].state", equalTo("HELD"));
        scene.post(CENTRE, "/faults/1/clearance", MENDED)
                .statusCode(200)
                .body("faults[0].state", equalTo("ENDED"))
                .body("stopped", equalTo(false));
        scene.post(CENTRE, "/faults", Map.of("site", site, "reason", "门禁又坏")).statusCode(200);
        legalTime(Instant.parse("2026-12-02T05:30:00Z"));
        decide(scene, 2, "POSTPONE").statusCode(200).body("faults[1].state", equalTo("DISSOLVED"));
        Eventually.holds(() -> scene.entries("evaluation/left").size() == 5);
    }

    @Test
    void itBeganWithTheLastBeatOfASilentSiteAndIsNotClearedBeforeTheNext() {
        var scene = HallScene.accepted();
        scoring(scene);
        legalTime(MORNING);
        beat(scene, 0, "01", Duration.ofMinutes(20));
        beat(scene, 1, "02", Duration.ofMinutes(10));
        scene.get(SUPERVISOR, "/faults").body("sites[0].silent", equalTo(true)).body("sites[0].seats", hasSize(2));
        var from = Instant.parse(scene.post(SUPERVISOR, "/faults", Map.of("site", site, "reason", "全部失联"))
                .statusCode(200)
                .body("faults[0].reported.seats.silent", equalTo(List.of(true, true)))
                .extract()
                .path("faults[0].from"));
        assertThat(Duration.between(from, MORNING.minus(Duration.ofMinutes(10))).abs())
                .isLessThan(Duration.ofMinutes(1));
        beat(scene, 0, "01", Duration.ZERO);
        scene.post(SUPERVISOR, "/faults/1/clearance", MENDED)
                .statusCode(409)
                .body("code", equalTo("fault/still-silent"))
                .body("seen", equalTo(site + "/1/02"));
        beat(scene, 1, "02", Duration.ZERO);
        scene.post(SUPERVISOR, "/faults/1/clearance", MENDED).statusCode(200).body("stopped", equalTo(false));
    }

    private void beat(HallScene scene, int place, String seat, Duration ago) {
        var member = scene.member(place);
        var at = Instant.now().minus(ago);
        var presence = new Presence(
                new SessionId(UUID.fromString(scene.session())),
                member.number(),
                People.byNumber(member.number()).id().toString(),
                site + "/1/" + seat,
                "device",
                at,
                Nonces.first("nonce", at),
                at,
                Optional.empty(),
                ClockMark.IN_TIME,
                true);
        QuarkusTransaction.requiringNew().run(() -> presences.save(presence));
    }

    @Test
    void everybodyConcernedIsToldOfItAndOfItsLimit() {
        var clerk = UUID.randomUUID();
        var siteClerk = UUID.randomUUID();
        TradingCoreInMemory.STAFF.put(clerk.toString(), List.of(Role.SUPERVISOR, "11330703XX000009X9"));
        TradingCoreInMemory.STAFF.put(siteClerk.toString(), List.of(Role.SUB_SITE, SampleSites.OPERATOR));
        TradingCoreInMemory.STAFF.put(People.HOST.id().toString(), List.of(Role.PROCURING_ENTITY, SessionOrders.HOST));
        var scene = HallScene.accepted();
        scoring(scene);
        legalTime(MORNING);
        scene.post(CENTRE, "/faults", Map.of("site", site, "reason", "断电")).statusCode(200);
        var supervisor = TestTokens.of(clerk, null, null, Role.SUPERVISOR);
        var ofSite = TestTokens.of(siteClerk, WEST, null, Role.SUB_SITE);
        for (String token : List.of(supervisor, HOST, ofSite)) {
            Eventually.holds(() -> subjects(token).contains("远程评标故障"));
        }
        assertThat(subjects(supervisor)).doesNotContain("远程评标故障时限将至");
        legalTime(MORNING.plus(Duration.ofMinutes(215)));
        Eventually.holds(() -> subjects(ofSite).contains("远程评标故障时限将至"));
        legalTime(MORNING.plus(Duration.ofMinutes(241)));
        Eventually.holds(() -> subjects(HOST).contains("远程评标故障已超过时限"));
        var words = get(ofSite, "/messages/mine").extract().<List<String>>path("text");
        assertThat(words).noneMatch(it -> it.contains("示例大道"));
        var before =
                scene.members().stream().map(FaultsOverHttpTest::dissolutions).toList();
        decide(scene, 1, "VOID").statusCode(200);
        assertThat(scene.members().stream()
                        .map(FaultsOverHttpTest::dissolutions)
                        .toList())
                .isEqualTo(before.stream().map(it -> it + 1).toList());
    }

    /** How often a member was told so; it may have sat on a panel of another session. */
    private static long dissolutions(Member member) {
        return subjects(member.token()).stream().filter("评标委员会解散"::equals).count();
    }

    private static List<String> subjects(String token) {
        return get(token, "/messages/mine").extract().path("subject");
    }

    @Test
    void aFaultIsReportedByWhomItConcerns() {
        var scene = HallScene.accepted();
        var booking = scoring(scene);
        legalTime(MORNING);
        scene.post(CENTRE, "/faults", Map.of("site", "ELSEWHERE", "reason", "断电"))
                .statusCode(422)
                .body("code", equalTo("fault/no-such-site"));
        scene.post(CENTRE, "/faults", Map.of("site", site, "reason", " "))
                .statusCode(422)
                .body("code", equalTo("fault/reason"));
        scene.post(HOST, "/faults", Map.of("site", site, "reason", "断电")).statusCode(403);
        var stranger = TestTokens.of(UUID.randomUUID(), UUID.randomUUID(), null, Role.SUB_SITE);
        post(stranger, "/seat-bookings/" + booking + "/faults", CABLE).statusCode(404);
        get(sub, "/seat-bookings/" + booking + "/faults").statusCode(200).body("sites", hasSize(1));
        scene.post(CENTRE, "/faults/1/clearance", MENDED).statusCode(404).body("code", equalTo("fault/not-found"));
    }

    /** The panel works; its seats were booked once everybody was there, so that nobody is bound to a machine. */
    private String scoring(HallScene scene) {
        scene.members().forEach(it -> {
            it.checkIn();
            it.declare(false, "").statusCode(200);
        });
        var booking = booked(scene);
        scene.members().forEach(it -> it.voteFor(scene.member(0)));
        return booking;
    }

    private String booked(HallScene scene) {
        String booking =
                book(scene.session(), site, 5).statusCode(200).extract().path("id");
        answer(sub, booking, "confirmation", Map.of()).statusCode(200);
        return booking;
    }

    private static ValidatableResponse decide(HallScene scene, int number, String outcome) {
        return FaultDecisions.decide(scene.session(), number, outcome);
    }
}
