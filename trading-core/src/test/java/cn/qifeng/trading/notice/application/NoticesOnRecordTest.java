package cn.qifeng.trading.notice.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.trading.log.domain.EntryRef;
import cn.qifeng.trading.log.domain.RecordedEntry;
import cn.qifeng.trading.notice.domain.Notice;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the notice of an opening says was drawn 开标公告的抽取值")
class NoticesOnRecordTest {

    @Test
    void tellsTheNumberThatWasDrawn() {
        assertThat(drawn("{\"k\":[\"0.97\"]}")).isEqualTo("0.97");
    }

    @Test
    void tellsDeltaOfMethodMdBesideIt() {
        assertThat(drawn("{\"delta\":[\"0.14\"],\"k\":[\"0.97\"]}")).isEqualTo("0.97、Δ 0.14");
    }

    private static String drawn(String method) {
        var chain = new ArrayList<RecordedEntry>();
        chain.add(entry(1, "tender/published", "{\"statement\":{\"doc\":{\"method\":" + method + "}}}"));
        chain.add(entry(2, "draw/opened", "{\"drawId\":\"d\",\"purpose\":\"COEFFICIENT\"}"));
        var seed = "00".repeat(32);
        chain.add(entry(3, "draw/result", "{\"drawId\":\"d\",\"seed\":\"" + seed + "\",\"values\":[\"0.97\"]}"));
        chain.add(entry(4, "lot/opened", "{\"results\":[]}"));
        chain.add(entry(5, "lot/opening-record", "{\"sm3\":\"00\"}"));
        List<Notice> notices = NoticesOnRecord.of(chain);
        return ((Notice.Opening) notices.get(0)).coefficient();
    }

    private static RecordedEntry entry(int n, String type, String body) {
        var head = CanonicalJson.object().put("type", type).put("at", "2026-06-01T01:00:00.000Z");
        return new RecordedEntry(new EntryRef(new UUID(0, n), n, "00"), head, "00", json(body));
    }

    private static ObjectNode json(String text) {
        return CanonicalJson.decode(text.getBytes(StandardCharsets.UTF_8));
    }
}
