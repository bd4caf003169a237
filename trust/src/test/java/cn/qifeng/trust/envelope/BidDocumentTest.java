package cn.qifeng.trust.envelope;

import static cn.qifeng.trust.fixture.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("bid.json and manifest.json 开标一览表与文件清单")
class BidDocumentTest {

    private static final BidDocument BID = new BidDocument(
            Fen.ofYuan("100.50"),
            "壹佰元伍角",
            300,
            "合格",
            90,
            "张三",
            new BidDocument.Security(BidDocument.Form.CASH, Fen.ofYuan("2"), "6222000000000000"));

    @Test
    void aBidGoesThroughItsBytes() {
        assertThat(BidDocument.decode(BID.encode())).isEqualTo(BID);
    }

    @Test
    void aBidWithMoreThanItsFieldsIsRefused() {
        var doc = BID.toDoc().put("phone", "1");

        refusal(TrustRefusal.BAD_FIELD, () -> BidDocument.decode(CanonicalJson.encode(doc)));
        refusal(
                TrustRefusal.BAD_FIELD,
                () -> BidDocument.decode(CanonicalJson.encode(BID.toDoc().put("priceFen", "1"))));
        refusal(
                TrustRefusal.BAD_FIELD,
                () -> BidDocument.decode(CanonicalJson.encode(BID.toDoc().put("priceFen", -1))));
    }

    @Test
    void aManifestGoesThroughItsBytes() {
        var manifest = new BidManifest(
                List.of(
                        new BidManifest.Entry(1, BidFileRole.BID, "bid.json", "application/json", null, null),
                        new BidManifest.Entry(2, BidFileRole.MANIFEST, "manifest.json", "application/json", null, null),
                        new BidManifest.Entry(
                                3, BidFileRole.LETTER, "../函.pdf", "application/pdf", 7L, "ab".repeat(32))),
                Map.of("lock", "1"));

        assertThat(BidManifest.decode(manifest.encode())).isEqualTo(manifest);
    }

    @Test
    void aManifestCarriesTheIndexOfTheBidAndHasNoSuchFieldWithoutOne() {
        var files = List.of(
                new BidManifest.Entry(1, BidFileRole.BID, "bid.json", "application/json", null, null),
                new BidManifest.Entry(2, BidFileRole.MANIFEST, "manifest.json", "application/json", null, null),
                new BidManifest.Entry(3, BidFileRole.TECHNICAL, "方案.pdf", "application/pdf", 7L, "ab".repeat(32)));
        var line = new BidManifest.IndexLine("T1", 3, 12, 27);
        var manifest = new BidManifest(files, Map.of(), List.of(line));

        assertThat(new String(manifest.encode(), StandardCharsets.UTF_8))
                .contains("\"index\":[{\"from\":12,\"item\":\"T1\",\"n\":3,\"to\":27}]");
        assertThat(BidManifest.decode(manifest.encode())).isEqualTo(manifest);
        assertThat(new String(new BidManifest(files, Map.of()).encode(), StandardCharsets.UTF_8))
                .doesNotContain("index");
        refusal(
                TrustRefusal.BAD_FIELD,
                () -> new BidManifest(files, Map.of(), List.of(new BidManifest.IndexLine("T1", 4, 1, 1))));
        for (var wrong : List.of("\"from\":0", "\"from\":28", "\"n\":2", "\"n\":4", "\"from\":12,\"has\":1")) {
            var field = wrong.contains("\"n\"") ? "\"n\":3" : "\"from\":12";
            var bytes = new String(manifest.encode(), StandardCharsets.UTF_8)
                    .replace(field + ",\"item", wrong + ",\"item")
                    .replace("\"item\":\"T1\"," + field, "\"item\":\"T1\"," + wrong);
            assertThatThrownBy(() -> BidManifest.decode(bytes.getBytes(StandardCharsets.UTF_8)))
                    .as(wrong)
                    .isInstanceOf(Refused.class);
        }
    }
}
