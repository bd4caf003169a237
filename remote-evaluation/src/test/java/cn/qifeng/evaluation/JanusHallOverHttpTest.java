package cn.qifeng.evaluation;

import static cn.qifeng.evaluation.HallScene.SUPERVISOR;
import static cn.qifeng.evaluation.HallScene.offer;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.trust.json.CanonicalJson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@DisplayName("Hall with a media server 会议服务器评标厅")
class JanusHallOverHttpTest {

    @Test
    void handsSignalsToTheServerAndNeverToAnotherBrowser() throws InterruptedException {
        var scene = HallScene.scoring("JANUS");
        var first = scene.in(scene.member(0).token());
        var entered = first.hears("entered");
        var a = entered.path("label").asText();
        assertThat(entered.path("hall").asText()).isEqualTo("JANUS");
        var second = scene.in(scene.member(1).token());
        var links = second.hears("entered").path("links").toString();
        assertThat(links)
                .isEqualTo("[{\"peer\":\"" + a + "\",\"offers\":false},{\"peer\":\"recorder\",\"offers\":true}]");
        var b = first.hears("came").path("label").asText();

        second.signal("recorder", offer("microphone", "camera"));
        var published = second.hears("signal");
        assertThat(published.path("from").asText()).isEqualTo("recorder");
        second.signal(a, CanonicalJson.object().put("kind", "wanted"));
        var seen = second.hears("signal");
        assertThat(seen.path("from").asText()).isEqualTo(a);
        assertThat(seen.path("signal").has("from")).isFalse();
        assertThat(first.heardNo("signal")).isTrue();
        assertThat(scene.recorded()).contains(b + " offer recorder", b + " wanted " + a);
    }

    @Test
    void letsWatchersAskForMembersAndPublishNothing() throws InterruptedException {
        var scene = HallScene.scoring("JANUS");
        var member = scene.in(scene.member(0).token());
        var a = member.hears("entered").path("label").asText();
        var watcher = scene.in(SUPERVISOR);
        var entered = watcher.hears("entered");
        var w = entered.path("label").asText();
        assertThat(entered.path("links").toString()).isEqualTo("[{\"peer\":\"" + a + "\",\"offers\":false}]");
        watcher.signal(a, CanonicalJson.object().put("kind", "wanted"));
        assertThat(watcher.hears("signal").path("from").asText()).isEqualTo(a);
        watcher.signal("recorder", CanonicalJson.object().put("kind", "wanted"));
        watcher.signal("recorder", offer("camera"));
        assertThat(watcher.endedWith()).isEqualTo(4003);
        Eventually.holds(() -> scene.recorded().contains(w + " unwatching"));
        assertThat(scene.recorded())
                .contains(w + " watching", w + " wanted " + a)
                .doesNotContain(w + " wanted recorder", w + " offer recorder", w + " joined", w + " JOIN");
    }
}
