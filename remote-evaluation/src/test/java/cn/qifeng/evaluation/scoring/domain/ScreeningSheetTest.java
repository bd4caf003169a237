package cn.qifeng.evaluation.scoring.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Sheet of the preliminary review 初步评审表")
class ScreeningSheetTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "fact", "JUNK"})
    void refusesATextThatIsNoBasisOfWhatWasPassedToo(String basis) {
        assertThat(refused(true, TextNode.valueOf(basis)).code()).isEqualTo(ScoringRefusal.SHEET_INCOMPLETE);
        assertThat(refused(false, TextNode.valueOf(basis)).code()).isEqualTo(ScoringRefusal.SHEET_INCOMPLETE);
    }

    @Test
    void refusesABasisThatIsNoText() {
        assertThat(refused(true, IntNode.valueOf(1)).code()).isEqualTo(ScoringRefusal.SHEET_INCOMPLETE);
    }

    @Test
    void readsABasisAndNone() {
        assertThat(basis(false, TextNode.valueOf("FACT"))).contains(RejectionBasis.FACT);
        assertThat(basis(true, NullNode.getInstance())).isEmpty();
        assertThat(refused(true, TextNode.valueOf("FACT")).code()).isEqualTo(ScoringRefusal.JUDGEMENT_INCOMPLETE);
    }

    private static Refused refused(boolean passed, JsonNode basis) {
        return catchThrowableOfType(Refused.class, () -> sheet(passed, basis));
    }

    private static Optional<RejectionBasis> basis(boolean passed, JsonNode basis) {
        return sheet(passed, basis).bids().get(0).items().get(0).basis();
    }

    private static ScreeningSheet sheet(boolean passed, JsonNode basis) {
        var sheet = CanonicalJson.object().put("kind", "SCREENING");
        var item = sheet.putArray("bids")
                .addObject()
                .put("label", "A")
                .putArray("items")
                .addObject();
        item.put("item", "F1").put("passed", passed).put("reason", "未签字").put("page", "12");
        item.set("basis", basis);
        return ScreeningSheet.read(sheet);
    }
}
