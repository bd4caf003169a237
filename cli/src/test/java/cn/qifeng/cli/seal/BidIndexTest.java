package cn.qifeng.cli.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.envelope.BidManifest.IndexLine;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Index of a bid from the command line 响应索引")
class BidIndexTest {

    @Test
    void readsPagesAndRangesForTheTechnicalPart() {
        assertThat(BidIndex.of(Map.of("T1", "12-27/40"), BidFiles.TECHNICAL))
                .containsExactly(new IndexLine("T1", 4, 12, 27), new IndexLine("T1", 4, 40, 40));
        assertThat(BidIndex.of(Map.of(), BidFiles.TECHNICAL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "27-12", "12-", "100000", "12-27/", "第三章"})
    void refusesWhatIsNoPage(String typed) {
        var refused = catchThrowableOfType(Refused.class, () -> BidIndex.of(Map.of("T1", typed), BidFiles.TECHNICAL));
        assertThat(refused.code()).isEqualTo(SealRefusal.INDEX_PAGES);
        assertThat(refused.facts()).containsEntry("field", "index.T1");
    }
}
