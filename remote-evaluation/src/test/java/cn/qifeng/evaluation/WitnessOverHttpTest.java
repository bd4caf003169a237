package cn.qifeng.evaluation;

import static cn.qifeng.evaluation.HallScene.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.trust.json.CanonicalJson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@DisplayName("Text channel and digital witness 文字频道与数字见证")
class WitnessOverHttpTest {

    @Test
    void everyMessageHasANumberAndIsAnEntry() throws InterruptedException {
        var scene = HallScene.scoring();
        var line = scene.in(scene.member(1).token());
        line.hears("entered");
        var key = UUID.randomUUID().toString();
        say(scene.member(0), key, " 请看第 12 页\n工期与进度表不一致 ")
                .statusCode(200)
                .body("number", equalTo(1))
                .body("text", equalTo("请看第 12 页\n工期与进度表不一致"));
        assertThat(line.hears("changed").path("what").asText()).isEqualTo("text");
        say(scene.member(0), key, "另一句").statusCode(200).body("number", equalTo(1));
        say(scene.member(1), key, "同一键，另一人").statusCode(200).body("number", equalTo(2));
        for (var reader : List.of(scene.member(2).token(), SUPERVISOR, HallScene.notary())) {
            scene.get(reader, "/hall/texts").statusCode(200).body("number", equalTo(List.of(1, 2)));
        }
        scene.get(SUPERVISOR, "/hall/texts?behind=1").body("number", equalTo(List.of(2)));
        Eventually.holds(() -> scene.entries("evaluation/said").size() == 2);
        var entry = scene.entries("evaluation/said").get(0);
        assertThat(entry.path("text").asText()).isEqualTo("请看第 12 页\n工期与进度表不一致");
        assertThat(entry.path("member").asText()).isEqualTo(scene.member(0).certificateId());
        scene.get(scene.member(0).token(), "/hall").body("texts", equalTo(2));
    }

    @Test
    void takesNoMessageThatCannotBeWrittenDown() {
        var scene = HallScene.scoring();
        var member = scene.member(0);
        for (String text : new String[] {"", "  ", "a\u0000b", "x".repeat(2_001)}) {
            say(member, UUID.randomUUID().toString(), text).statusCode(422).body("code", equalTo("hall/bad-text"));
        }
        say(member, "one", "好").statusCode(422).body("field", equalTo("key"));
        for (int i = 0; i < 20; i++) {
            say(member, UUID.randomUUID().toString(), "第" + i + "句").statusCode(200);
        }
        say(member, UUID.randomUUID().toString(), "再一句").statusCode(409).body("code", equalTo("hall/too-fast"));
        say(scene.member(1), UUID.randomUUID().toString(), "x".repeat(2_000)).statusCode(200);
    }

    @Test
    void aWarningIsForOneOrAllAndEachOfThemAcknowledgesIt() {
        var scene = HallScene.scoring();
        var labels = scene.get(SUPERVISOR, "/hall").extract().<List<String>>path("members.label");
        assertThat(labels).hasSize(5);
        var own = scene.get(scene.member(1).token(), "/hall").extract().<String>path("label");
        scene.post(SUPERVISOR, "/warnings", Map.of("to", own, "text", "请将手机交柜"))
                .statusCode(200)
                .body("warnings[0].waiting", equalTo(List.of(own)));
        scene.post(HallScene.notary(), "/warnings", Map.of("text", "五分钟后继续"))
                .statusCode(200)
                .body("warnings[1].all", equalTo(true))
                .body("warnings[1].waiting", hasSize(5));
        scene.post(SUPERVISOR, "/warnings", Map.of("text", " ")).statusCode(422);
        scene.post(SUPERVISOR, "/warnings", Map.of("to", "M77", "text", "x"))
                .statusCode(409)
                .body("code", equalTo("hall/not-checked-in"));

        scene.get(scene.member(1).token(), "/hall").body("warnings.awaits", equalTo(List.of(true, true)));
        scene.get(scene.member(2).token(), "/hall").body("warnings.text", equalTo(List.of("五分钟后继续")));
        acknowledge(scene.member(2), 1).statusCode(404).body("code", equalTo("hall/no-such-warning"));
        acknowledge(scene.member(1), 1).statusCode(200).body("warnings.awaits", equalTo(List.of(false, true)));
        acknowledge(scene.member(1), 1).statusCode(200);
        scene.get(SUPERVISOR, "/hall").body("warnings[0].waiting", empty());
        Eventually.holds(() -> scene.entries("evaluation/warning-seen").size() == 1);
        var warned = scene.entries("evaluation/warned");
        assertThat(warned).extracting(it -> it.path("role").asText()).containsExactly("supervisor", "notary");
        assertThat(warned.get(1).path("to")).hasSize(5);
        assertThat(warned.get(0).path("to").get(0).asText())
                .isEqualTo(scene.member(1).certificateId());
    }

    @Test
    void nothingIsDecidedWhileASessionIsFrozen() {
        var scene = HallScene.scoring();
        var member = scene.member(0);
        scene.post(SUPERVISOR, "/unfreeze", Map.of("reason", "继续"))
                .statusCode(409)
                .body("code", equalTo("hall/not-frozen"));
        scene.post(SUPERVISOR, "/freeze", Map.of("reason", "核查三号席位来客"))
                .statusCode(200)
                .body("frozen.reason", equalTo("核查三号席位来客"));
        scene.post(HallScene.notary(), "/freeze", Map.of("reason", "又一次"))
                .statusCode(409)
                .body("code", equalTo("hall/frozen"));
        scene.get(member.token(), "/hall").body("frozen.role", equalTo("supervisor"));

        member.commit(label -> "30.00").statusCode(409).body("code", equalTo("hall/frozen"));
        say(member, UUID.randomUUID().toString(), "为何暂停？").statusCode(200);
        member.put("/sheets/draft", CanonicalJson.object().put("n", 1).put("sealed", "QUJD".repeat(20)))
                .statusCode(200);
        scene.post(SUPERVISOR, "/unfreeze", Map.of("reason", "已查明"))
                .statusCode(200)
                .body("frozen", nullValue());
        scene.members().forEach(it -> it.commit(label -> "30.00").statusCode(204));
        scene.post(HallScene.notary(), "/freeze", Map.of("reason", "再查")).statusCode(200);
        member.reveal().statusCode(409).body("code", equalTo("hall/frozen"));
        scene.post(HallScene.notary(), "/unfreeze", Map.of("reason", "继续")).statusCode(200);
        scene.members().forEach(it -> it.reveal().statusCode(204));

        Eventually.holds(() -> scene.entries("evaluation/unfrozen").size() == 2);
        assertThat(scene.entries("evaluation/frozen"))
                .extracting(it -> it.path("number").asInt() + it.path("role").asText())
                .containsExactly("1supervisor", "2notary");
    }

    @Test
    void aFrozenSessionTakesNoDeclarationNorVoteForALeader() {
        var scene = HallScene.accepted();
        var member = scene.member(0);
        member.checkIn();
        scene.post(SUPERVISOR, "/freeze", Map.of("reason", "设备故障")).statusCode(200);
        member.declare(false, "").statusCode(409).body("code", equalTo("hall/frozen"));
        scene.member(1).checkIn();
        scene.post(SUPERVISOR, "/unfreeze", Map.of("reason", "已修复")).statusCode(200);
        scene.members().subList(2, 5).forEach(Member::checkIn);
        scene.members().forEach(it -> it.declare(false, "").statusCode(200));
        scene.post(SUPERVISOR, "/freeze", Map.of("reason", "设备故障")).statusCode(200);
        member.post("/leader-votes", CanonicalJson.object().put("member", member.number()))
                .statusCode(409)
                .body("code", equalTo("hall/frozen"));
        scene.post(SUPERVISOR, "/members/" + scene.member(3).number() + "/replacement", Map.of("reason", "擅离职守"))
                .statusCode(200);
    }

    @Test
    void theTextChannelEndsBeforeTheReportAndTheLinesWithIt() throws InterruptedException {
        var scene = HallScene.scoring();
        say(scene.member(0), UUID.randomUUID().toString(), "同意").statusCode(200);
        scene.members().forEach(it -> it.commit(label -> "30.00").statusCode(204));
        scene.members().forEach(it -> it.reveal().statusCode(204));
        for (var member : scene.members()) {
            member.vote(1, true);
        }
        var conclusion = CanonicalJson.object();
        conclusion.putNull("competition");
        scene.member(0).post("/conclusion", conclusion).statusCode(200);
        var line = scene.in(scene.member(3).token());
        line.hears("entered");
        scene.member(0).read("/report/to-sign");
        for (var member : scene.members()) {
            member.sign(
                            "/report/to-sign",
                            "/report/signatures",
                            it -> it.put("opinion", "AGREE").put("reason", ""))
                    .statusCode(200);
        }
        assertThat(line.endedWith()).isEqualTo(4004);
        Eventually.holds(() -> scene.recorded().contains("closed"));
        Eventually.holds(() -> !scene.entries("evaluation/report").isEmpty());
        assertThat(scene.entries("evaluation/hall-closed").get(0).path("said").asInt())
                .isEqualTo(1);
        say(scene.member(0), UUID.randomUUID().toString(), "还有一句")
                .statusCode(409)
                .body("code", equalTo("hall/not-open"));
        scene.post(SUPERVISOR, "/freeze", Map.of("reason", "太晚"))
                .statusCode(409)
                .body("code", equalTo("hall/not-at-work"));
        scene.get(scene.member(0).token(), "/hall/texts").statusCode(200).body("text", equalTo(List.of("同意")));
    }

    private static ValidatableResponse say(Member member, String key, String text) {
        return member.post("/hall/texts", CanonicalJson.object().put("key", key).put("text", text));
    }

    private static ValidatableResponse acknowledge(Member member, int number) {
        return member.post("/warnings/" + number + "/acknowledgement", CanonicalJson.object());
    }
}
