package cn.qifeng.evaluation;

import static cn.qifeng.evaluation.HallScene.SUPERVISOR;
import static cn.qifeng.evaluation.HandoverScene.CARDS;
import static cn.qifeng.evaluation.HandoverScene.CHECKS;
import static cn.qifeng.evaluation.HandoverScene.MAIN;
import static cn.qifeng.evaluation.HandoverScene.SUB;
import static cn.qifeng.evaluation.HandoverScene.announce;
import static cn.qifeng.evaluation.HandoverScene.disk;
import static cn.qifeng.evaluation.HandoverScene.one;
import static cn.qifeng.evaluation.HandoverScene.only;
import static cn.qifeng.evaluation.HandoverScene.paper;
import static cn.qifeng.evaluation.HandoverScene.part;
import static cn.qifeng.evaluation.HandoverScene.receive;
import static cn.qifeng.evaluation.HandoverScene.subjects;
import static cn.qifeng.evaluation.HandoverScene.submit;
import static cn.qifeng.evaluation.HandoverScene.submitByAnother;
import static cn.qifeng.evaluation.HandoverScene.upload;
import static cn.qifeng.evaluation.SeatScene.DAY_BEFORE;
import static cn.qifeng.evaluation.SeatScene.add;
import static cn.qifeng.evaluation.SeatScene.get;
import static cn.qifeng.evaluation.SeatScene.legalTime;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.qifeng.evaluation.site.domain.SampleSites;
import cn.qifeng.kit.access.Role;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trust.hash.Sm3;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@DisplayName("Handover of a sub-site over HTTP 副场资料移交")
class HandoverOverHttpTest {

    private String site;

    @BeforeEach
    void aSubSite() {
        legalTime(DAY_BEFORE);
        HandoverScene.people();
        site = add("H", "SUB", SampleSites.OPERATOR, "o.o.o", ".....", "o.o.o");
    }

    @AfterEach
    void machineTime() {
        TradingCoreInMemory.ahead = Duration.ZERO;
    }

    @Test
    void isOwedFiveWorkingDaysBehindTheReportAndNamesNoProject() {
        var scene = HallScene.accepted();
        var booking = HandoverScene.seated(scene, site);
        HandoverScene.report(scene);
        Eventually.holds(() -> scene.entries("evaluation/handover-due").size() == 1);
        var due =
                only(scene.entries("evaluation/handover-due")).path("bookings").get(0);
        assertThat(due.path("booking").asText()).isEqualTo(booking);
        assertThat(due.path("operator").asText()).isEqualTo(SampleSites.OPERATOR);
        assertThat(due.path("until").asText()).isEqualTo("2026-12-08T16:00:00.000Z");
        var shown = one(SUB, booking)
                .statusCode(200)
                .body("state", equalTo("DUE"))
                .body("session", equalTo(""))
                .body("name", equalTo(""))
                .body("endedOn", equalTo("2026-12-01"))
                .extract()
                .asString();
        assertThat(shown).doesNotContain(scene.session(), "示例大道");
        one(SUPERVISOR, booking).body("name", equalTo("示例大道改造工程施工标段")).body("late", equalTo(false));
        var stranger = TestTokens.of(UUID.randomUUID(), UUID.randomUUID(), null, Role.SUB_SITE);
        one(stranger, booking).statusCode(404).body("code", equalTo("handover/not-found"));
        get(SUB, "/handovers/limits").statusCode(200).body("days", equalTo(5));
        Eventually.holds(() -> subjects(SUB).contains("请移交评标资料"));
    }

    @Test
    void aBrokenUploadGoesOn() {
        var booking = reported();
        announce(booking, CARDS).statusCode(200).body("received", equalTo(0));
        part(booking, CARDS, 0, 100).statusCode(200).body("received", equalTo(100));
        part(booking, CARDS, 0, 100)
                .statusCode(409)
                .body("code", equalTo("handover/part"))
                .body("expected", equalTo("100"));
        announce(booking, CARDS).body("received", equalTo(100));
        submit(booking, paper(1, "SIGN_IN", CARDS)).statusCode(409).body("code", equalTo("handover/file-missing"));
        part(booking, CARDS, 100, CARDS.length).statusCode(200).body("received", equalTo(CARDS.length));
        assertThat(get(MAIN, "/handovers/" + booking + "/files/" + Sm3.hex(CARDS))
                        .statusCode(200)
                        .extract()
                        .asByteArray())
                .isEqualTo(CARDS);
    }

    @Test
    void anotherFileThanWasAnnouncedOrOneTooLongIsRefused() {
        var booking = reported();
        announce(booking, CHECKS).statusCode(200);
        var forged = CHECKS.clone();
        forged[5]++;
        SeatScene.as(SUB)
                .contentType("application/octet-stream")
                .body(forged)
                .put("/api/evaluation/handovers/" + booking + "/files/" + Sm3.hex(CHECKS) + "/parts?offset=0")
                .then()
                .statusCode(422)
                .body("code", equalTo("handover/file-differs"));
        announce(booking, CHECKS).body("received", equalTo(0));
        SeatScene.post(
                        SUB,
                        "/handovers/" + booking + "/files",
                        Map.of("sm3", "ab".repeat(32), "name", "监控.mp4", "length", 3_000_000_000L))
                .statusCode(422)
                .body("code", equalTo("handover/file-too-long"))
                .body("expected", equalTo("2147483648"));
        SeatScene.post(
                        SUB,
                        "/handovers/" + booking + "/files",
                        Map.of("sm3", "ab".repeat(32), "name", "../x", "length", 3))
                .statusCode(422)
                .body("code", equalTo("handover/file-name"));
    }

    @Test
    void whatIsSentBackComesAgainAndWhatWasReceivedStays() {
        var scene = HallScene.accepted();
        var booking = HandoverScene.seated(scene, site);
        HandoverScene.report(scene);
        var media = "监控".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        upload(booking, CARDS);
        submitByAnother(booking, paper(1, "SIGN_IN", CARDS)).statusCode(403).body("code", equalTo("handover/signer"));
        submit(booking).statusCode(422).body("code", equalTo("handover/items"));
        submit(booking, paper(1, "SIGN_IN", CARDS).put("sheets", 0))
                .statusCode(422)
                .body("code", equalTo("handover/sheets"));
        submit(booking, paper(1, "SIGN_IN", CARDS).put("delivery", "CARRIER"))
                .statusCode(422)
                .body("code", equalTo("handover/delivery"));
        receive(booking, "").statusCode(409).body("code", equalTo("handover/not-handed-over"));
        submit(booking, paper(1, "SIGN_IN", CARDS), disk(2, media))
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"));
        submit(booking, disk(1, media)).statusCode(409).body("code", equalTo("handover/not-owed"));
        sentBack(scene, booking, media);
        told(scene, booking);
    }

    /** The disk is sent back; a scan stands in its place. */
    private static void sentBack(HallScene scene, String booking, byte[] media) {
        receive(booking, "").statusCode(422).body("code", equalTo("handover/rulings"));
        receive(booking, "", " ").statusCode(422).body("code", equalTo("handover/reason"));
        receive(booking, "", "光盘无法读取").statusCode(200).body("state", equalTo("RETURNED"));
        Eventually.holds(() -> subjects(SUB).contains("评标资料被退回补正"));
        Eventually.holds(() -> subjects(MAIN).contains("副场已移交评标资料"));
        upload(booking, CHECKS);
        submit(booking, paper(1, "SIGN_IN", CARDS)).statusCode(422).body("code", equalTo("handover/dropped"));
        submit(booking, paper(1, "SIGN_IN", CHECKS), disk(2, media))
                .statusCode(422)
                .body("code", equalTo("handover/altered"));
        submit(booking, paper(1, "SIGN_IN", CARDS), paper(2, "ID_CHECK", CHECKS))
                .statusCode(200);
        assertThat(scene.entries("evaluation/handover")).isEmpty();
        receive(booking, "", "").statusCode(200).body("state", equalTo("RECEIVED"));
    }

    /** The whole course in one entry. */
    private static void told(HallScene scene, String booking) {
        Eventually.holds(() -> scene.entries("evaluation/handover").size() == 1);
        var entry = only(scene.entries("evaluation/handover"));
        assertThat(entry.path("late").asBoolean()).isFalse();
        assertThat(entry.path("steps")).hasSize(2);
        var first = entry.at("/steps/0");
        assertThat(first.at("/statement/doc").has("tender")).isFalse();
        assertThat(first.at("/receipt/doc/rulings/1/reason").asText()).isEqualTo("光盘无法读取");
        assertThat(first.at("/receipt/doc/recording").isNull()).isTrue();
        assertThat(entry.at("/steps/1/statement/doc/former").asText()).hasSize(64);
        hiddenUntilTomorrow(booking);
    }

    /** Who polls its page would otherwise find the tender by the time of the entry. */
    private static void hiddenUntilTomorrow(String booking) {
        one(MAIN, booking).body("state", equalTo("RECEIVED")).body("submissions[1].receivedOn", equalTo("2026-12-01"));
        one(SUB, booking)
                .body("state", equalTo("SUBMITTED"))
                .body("submissions", hasSize(2))
                .body("submissions[0].receivedOn", equalTo("2026-12-01"))
                .body("submissions[1].receivedOn", nullValue())
                .body("submissions[1].rulings", hasSize(0));
        announce(booking, CARDS)
                .statusCode(409)
                .body("code", equalTo("handover/not-owed"))
                .body("seen", equalTo("SUBMITTED"));
        legalTime(Instant.parse("2026-12-01T16:00:01Z"));
        one(SUB, booking).body("state", equalTo("RECEIVED")).body("submissions[1].receivedOn", equalTo("2026-12-01"));
    }

    @Test
    void isOverdueInTheChainAndBeforeTheSupervisor() {
        var scene = HallScene.accepted();
        var booking = HandoverScene.seated(scene, site);
        HandoverScene.report(scene);
        Eventually.holds(() -> subjects(SUB).contains("请移交评标资料"));
        legalTime(Instant.parse("2026-12-07T01:00:00Z"));
        Eventually.holds(() -> subjects(SUB).contains("评标资料移交即将到期"));
        assertThat(scene.entries("evaluation/handover-overdue")).isEmpty();
        legalTime(Instant.parse("2026-12-08T16:00:01Z"));
        Eventually.holds(() -> scene.entries("evaluation/handover-overdue").size() == 1);
        Eventually.holds(() -> subjects(MAIN).contains("评标资料移交已逾期"));
        one(SUPERVISOR, booking).body("late", equalTo(true)).body("overdue", equalTo(true));
        upload(booking, CARDS);
        submit(booking, paper(1, "SIGN_IN", CARDS)).statusCode(200).body("late", equalTo(false));
        receive(booking, "").statusCode(200);
        Eventually.holds(() -> scene.entries("evaluation/handover").size() == 1);
        assertThat(only(scene.entries("evaluation/handover")).path("late").asBoolean())
                .isTrue();
        assertThat(scene.entries("evaluation/handover-overdue")).hasSize(1);
    }

    @Test
    void nothingIsOwedWhereNobodySatAtASubSite() {
        var scene = HallScene.scoring();
        scene.members().forEach(it -> it.commit(label -> "30.00").statusCode(204));
        scene.members().forEach(it -> it.reveal().statusCode(204));
        HandoverScene.conclude(scene.members());
        Eventually.holds(() -> Sessions.stage(scene.session()).equals("CONCLUDED"));
        Eventually.holds(() -> scene.entries("evaluation/report").size() == 1);
        assertThat(scene.entries("evaluation/handover-due")).isEmpty();
        get(SUB, "/handovers").statusCode(200).body("find { it.session == '" + scene.session() + "' }", nullValue());
    }

    private String reported() {
        var scene = HallScene.accepted();
        var booking = HandoverScene.seated(scene, site);
        HandoverScene.report(scene);
        return booking;
    }
}
