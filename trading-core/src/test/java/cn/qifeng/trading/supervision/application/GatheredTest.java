package cn.qifeng.trading.supervision.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.trading.log.domain.EntryRef;
import cn.qifeng.trading.log.domain.RecordedEntry;
import cn.qifeng.trading.supervision.domain.Cut;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a package is written from 存证包内容")
class GatheredTest {

    private static final String OWN = "ab".repeat(16);
    private static final String SECOND = "cc".repeat(32);
    private static final String SM3 = "cd".repeat(32);

    @Test
    @DisplayName("a party's cut holds its letter only once the finalists are public or the lot has failed")
    void keepsTheLetterSecretBeforeThePublicity() {
        assertThat(gathered(OWN).ownPart()).isEmpty();
        assertThat(gathered(OWN, "evaluation/report").ownPart()).isEmpty();
        assertThat(gathered(OWN, "evaluation/report", "award/finalists").ownPart())
                .isEqualTo(SM3);
        assertThat(gathered(OWN, "evaluation/report", "lot/failed").ownPart()).isEqualTo(SM3);
    }

    @Test
    @DisplayName("after a re-review it holds the second letter only once the finalists are public again")
    void keepsTheSecondLetterSecretBeforeItsPublicity() {
        var withdrawn = new String[] {"award/finalists", "award/withdrawn", "evaluation/parts", "evaluation/report"};
        assertThat(gathered(OWN, withdrawn).ownPart()).isEqualTo(SM3);
        var again = Stream.concat(Stream.of(withdrawn), Stream.of("award/finalists"));
        assertThat(gathered(OWN, again.toArray(String[]::new)).ownPart()).isEqualTo(SECOND);
    }

    @Test
    void showsNobodyTheLetterOfAnother() {
        assertThat(gathered("ef".repeat(16), "award/finalists").ownPart()).isEmpty();
        assertThat(gathered(null, "award/finalists").ownPart()).isEmpty();
    }

    private static Gathered gathered(String own, String... later) {
        var parts = CanonicalJson.object();
        parts.putArray("parts").addObject().put("bidId", OWN).put("sm3", SM3);
        var entries = Stream.concat(
                        Stream.of(entry(1, "evaluation/parts", parts)),
                        IntStream.range(0, later.length).mapToObj(i -> entry(i + 2, later[i], again(later[i]))))
                .toList();
        return new Gathered(null, Cut.PARTY, own, List.of(), entries, List.of(), Map.of());
    }

    /** What stands behind the first letters; those of a second report are others. */
    private static ObjectNode again(String type) {
        var body = CanonicalJson.object();
        if (type.equals("evaluation/parts")) {
            body.putArray("parts").addObject().put("bidId", OWN).put("sm3", SECOND);
        }
        return body;
    }

    private static RecordedEntry entry(long n, String type, ObjectNode body) {
        return new RecordedEntry(
                new EntryRef(UUID.randomUUID(), n, SM3), CanonicalJson.object().put("type", type), "", body);
    }
}
