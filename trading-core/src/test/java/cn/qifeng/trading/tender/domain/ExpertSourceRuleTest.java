package cn.qifeng.trading.tender.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.tender.domain.PanelSetting.Library;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("From where experts are drawn 评标专家来源")
class ExpertSourceRuleTest {

    private static final Optional<Library> NONE = Optional.empty();
    private static final Optional<Library> PROVINCE = Optional.of(new Library("省库", "12330000XX20000500"));

    @Test
    @DisplayName("评标专家和评标专家库管理办法 第十条: where government invests, from the provincial library")
    void asksForTheLibraryWhereGovernmentInvests() {
        assertThat(refusal(panel("OWN", true), PROVINCE)).isEqualTo(TenderRefusal.LIBRARY_REQUIRED);
        assertThat(refusal(panel(null, true), PROVINCE)).isEqualTo(TenderRefusal.LIBRARY_REQUIRED);
        var settled = ExpertSourceRule.settle(panel("PROVINCIAL", true), PROVINCE);
        assertThat(settled.library()).isEqualTo(PROVINCE.orElseThrow());
    }

    @Test
    void leavesOthersTheChoiceAndSaysOwnWhereNothingIsSaid() {
        assertThat(ExpertSourceRule.settle(panel(null, false), PROVINCE).source())
                .isEqualTo("OWN");
        assertThat(ExpertSourceRule.settle(panel("OWN", null), NONE).library()).isNull();
        assertThat(ExpertSourceRule.settle(panel("PROVINCIAL", false), PROVINCE).provincial())
                .isTrue();
    }

    @Test
    void asksWhoseFundsTheyAreAndForALibraryThatIsThere() {
        assertThat(refusal(panel("OWN", null), PROVINCE)).isEqualTo(TenderRefusal.FIELD_MISSING);
        assertThat(refusal(panel("PROVINCIAL", true), NONE)).isEqualTo(TenderRefusal.NO_LIBRARY);
        assertThat(refusal(panel("ELSEWHERE", false), PROVINCE)).isEqualTo(TenderRefusal.FIELD_OUT_OF_RANGE);
    }

    @Test
    void takesNoLibraryFromTheDraft() {
        var forged = new PanelSetting(5, 0, "OWN", false, new Library("假库", "X"), null);

        assertThat(ExpertSourceRule.settle(forged, PROVINCE).library()).isNull();
    }

    private static PanelSetting panel(String source, Boolean governmentFunds) {
        return new PanelSetting(5, 0, source, governmentFunds, null, null);
    }

    private static Object refusal(PanelSetting panel, Optional<Library> library) {
        return catchThrowableOfType(Refused.class, () -> ExpertSourceRule.settle(panel, library))
                .code();
    }
}
