package cn.qifeng.auditor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossiers;
import cn.qifeng.auditor.PackageFile;
import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One bid, which everybody sees under A: 40 points of judgement in two items, 5 of fact. */
@DisplayName("Owed reasons in a package 存证包中的评分理由")
class OwedReasonsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SESSION = "00000000-0000-0000-0000-000000000001";
    private static final String SEED = "5e".repeat(32);
    private static final String BID = "01".repeat(16);

    @Test
    void asksForAReasonForNoughtAndForWhatIsExtremeAtAnExtremeTotal() {
        assertThat(own("10", "", "20", "", "5")).isNull();
        assertThat(own("0", "", "20", "", "5")).isEqualTo("extreme-points-without-a-reason");
        assertThat(own("0", "缺页", "20", "", "5")).isNull();
        assertThat(own("0", "\u3000", "20", "", "5")).isEqualTo("extreme-points-without-a-reason");
        assertThat(own("3.99", "", "11.99", "缺图", "0")).isEqualTo("extreme-points-without-a-reason");
        assertThat(own("3.99", "简略", "12", "", "0")).isNull();
        assertThat(own("10", "优", "30", "", "5")).isEqualTo("extreme-points-without-a-reason");
        assertThat(own("10", "优", "30", "优", "5")).isNull();
    }

    @Test
    void asksOneWordForATotalFarFromTheMeanInTheFirstRoundAlone() {
        assertThat(together(1, sheet("10", "", "20", "", "5"), sheet("5", "", "14", "", "5")))
                .isNull();
        assertThat(together(1, sheet("10", "", "28", "", "5"), sheet("5", "", "14", "", "5")))
                .isEqualTo("a-total-far-from-the-mean-without-a-reason");
        assertThat(together(1, sheet("10", "突出", "28", "", "5"), sheet("5", "", "14", "简略", "5")))
                .isNull();
        assertThat(together(2, sheet("10", "", "28", "", "5"), sheet("5", "", "14", "", "5")))
                .isNull();
    }

    @Test
    void wantsTheSamePointsOfFactFromEverybody() {
        assertThat(together(1, sheet("10", "", "20", "", "5"), sheet("10", "", "20", "", "4.5")))
                .isEqualTo("other-points-of-fact-than-the-others-give");
        assertThat(together(1, sheet("10", "", "20", "", "5"), sheet("10", "", "20", "", "5.00")))
                .isNull();
    }

    private static String own(String first, String why, String second, String because, String fact) {
        var dossier = dossier();
        var reveal = reveal(1, 1, sheet(first, why, second, because, fact));
        return code(catchThrowableOfType(Broken.class, () -> OwedReasons.own(dossier, reveal)));
    }

    private static String together(int version, String... sheets) {
        var dossier = dossier();
        var owed = new OwedReasons(dossier, dossier.first("evaluation/scored").orElseThrow());
        return code(catchThrowableOfType(Broken.class, () -> {
            for (int i = 0; i < sheets.length; i++) {
                owed.take(reveal(i, version, sheets[i]));
            }
            owed.check();
        }));
    }

    private static String code(Broken broken) {
        return broken == null ? null : broken.code();
    }

    private static String sheet(String first, String why, String second, String because, String fact) {
        return "[{'item':'T1','score':'%s','reason':'%s'},{'item':'T2','score':'%s','reason':'%s'},"
                        .formatted(first, why, second, because)
                + "{'item':'T3','score':'%s','reason':''}]".formatted(fact);
    }

    private static Dossier.Entry reveal(int member, int version, String items) {
        var body = object("{'member':'%064x','version':%d,'sheet':{'bids':[{'label':'A','items':%s}]}}"
                .formatted(member, version, items));
        return new Dossier.Entry("chain/9", 9, "evaluation/revealed", "t", Instant.EPOCH, body, "", 9);
    }

    private static Dossier dossier() {
        var dossier = Dossiers.of(PackageFile.of(Map.of("package.json", "{}".getBytes(StandardCharsets.UTF_8))));
        add(dossier, "tender/published", """
                {'statement':{'doc':{'method':{'code':'M-A'},'criteria':[
                {'item':'T1','max':'10','kind':'SUBJECTIVE'},{'item':'T2','max':'30','kind':'SUBJECTIVE'},
                {'item':'T3','max':'5','kind':'OBJECTIVE'}]}}}""");
        var commit = Hash.hex(
                Hash.ascii("QC1 labels"),
                BidsCheck.uuid(SESSION),
                HexFormat.of().parseHex(SEED));
        add(dossier, "evaluation/opened", "{'bids':['%s'],'labelCommit':'%s'}".formatted(BID, commit));
        add(dossier, "evaluation/scored", "{'session':'%s','labelSeed':'%s'}".formatted(SESSION, SEED));
        return dossier;
    }

    private static void add(Dossier dossier, String type, String body) {
        int n = dossier.entries().size() + 1;
        dossier.entries().add(new Dossier.Entry("chain/" + n, n, type, "t", Instant.EPOCH, object(body), "", n));
    }

    private static ObjectNode object(String json) {
        try {
            return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
