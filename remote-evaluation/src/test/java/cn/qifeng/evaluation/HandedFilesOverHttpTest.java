package cn.qifeng.evaluation;

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
import static cn.qifeng.evaluation.HandoverScene.upload;
import static cn.qifeng.evaluation.SeatScene.DAY_BEFORE;
import static cn.qifeng.evaluation.SeatScene.add;
import static cn.qifeng.evaluation.SeatScene.legalTime;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.qifeng.evaluation.site.domain.SampleSites;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.trust.hash.Sm3;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@DisplayName("Files and time of a handover over HTTP 移交文件与期限")
class HandedFilesOverHttpTest {

    private static final byte[] MEDIA = "监控".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private HallScene scene;
    private String booking;

    @BeforeEach
    void aHandoverIsDue() {
        legalTime(DAY_BEFORE);
        HandoverScene.people();
        var site = add("F", "SUB", SampleSites.OPERATOR, "o.o.o", ".....", "o.o.o");
        scene = HallScene.accepted();
        booking = HandoverScene.seated(scene, site);
        HandoverScene.report(scene);
    }

    @AfterEach
    void machineTime() {
        TradingCoreInMemory.ahead = Duration.ZERO;
    }

    @Test
    void areAnnouncedAnewWithAnotherLengthUntilTheyAreWhole() {
        announced(Sm3.hex(CARDS), CARDS.length + 1).statusCode(200).body("whole", equalTo(false));
        part(booking, CARDS, 0, CARDS.length).statusCode(200).body("whole", equalTo(false));
        submit(booking, paper(1, "SIGN_IN", CARDS)).statusCode(409).body("code", equalTo("handover/file-missing"));
        announce(booking, CARDS)
                .statusCode(200)
                .body("length", equalTo(CARDS.length))
                .body("whole", equalTo(true));
        announced(Sm3.hex(CARDS), CARDS.length + 1).statusCode(422).body("code", equalTo("handover/file-differs"));
        submit(booking, paper(1, "SIGN_IN", CARDS)).statusCode(200);
    }

    @Test
    void areNotMoreThanOneBookingMayHandOver() {
        for (int i = 1; i <= 4; i++) {
            announced("a%d".formatted(i).repeat(32), 7).statusCode(200);
        }
        announced("a5".repeat(32), 7)
                .statusCode(422)
                .body("code", equalTo("handover/too-many-files"))
                .body("expected", equalTo("4"));
        announced("a4".repeat(32), 8).statusCode(200).body("length", equalTo(8));
        takeBack("a1".repeat(32)).statusCode(204);
        announced("a5".repeat(32), 7).statusCode(200);
    }

    @Test
    void stayOnlyWhereAListNamesThem() {
        upload(booking, CARDS);
        upload(booking, CHECKS);
        submit(booking, paper(1, "SIGN_IN", CARDS), disk(2, MEDIA)).statusCode(200);
        one(SUB, booking).body("files", hasSize(1)).body("files[0].sm3", equalTo(Sm3.hex(CARDS)));
        takeBack(Sm3.hex(CARDS)).statusCode(409).body("code", equalTo("handover/not-owed"));
        receive(booking, "缺页", "光盘无法读取").statusCode(200);
        takeBack(Sm3.hex(CARDS)).statusCode(409).body("code", equalTo("handover/file-listed"));
        takeBack(Sm3.hex(CHECKS)).statusCode(409).body("code", equalTo("handover/file-missing"));
        announce(booking, CHECKS).statusCode(200).body("received", equalTo(0));
    }

    @Test
    void whatIsSentBackBehindTheEndDoesNotMakeItLate() {
        submit(booking, disk(1, MEDIA)).statusCode(200);
        receive(booking, "光盘无法读取").statusCode(200);
        upload(booking, CARDS);
        legalTime(Instant.parse("2026-12-08T16:00:01Z"));
        Eventually.holds(() -> subjects(SUB).contains("退回的评标资料尚未重新移交"));
        Eventually.holds(() -> subjects(MAIN).contains("退回的评标资料尚未重新移交"));
        one(SUB, booking).body("late", equalTo(false));
        submit(booking, paper(1, "SIGN_IN", CARDS)).statusCode(200);
        receive(booking, "").statusCode(200);
        Eventually.holds(() -> scene.entries("evaluation/handover").size() == 1);
        assertThat(only(scene.entries("evaluation/handover")).path("late").asBoolean())
                .isFalse();
        assertThat(scene.entries("evaluation/handover-overdue")).isEmpty();
    }

    private ValidatableResponse announced(String sm3, int length) {
        return SeatScene.post(
                SUB, "/handovers/" + booking + "/files", Map.of("sm3", sm3, "name", "扫描件.pdf", "length", length));
    }

    private ValidatableResponse takeBack(String sm3) {
        return SeatScene.as(SUB)
                .delete("/api/evaluation/handovers/" + booking + "/files/" + sm3)
                .then();
    }
}
