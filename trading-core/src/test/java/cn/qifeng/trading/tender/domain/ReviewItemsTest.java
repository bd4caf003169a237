package cn.qifeng.trading.tender.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.tender.application.ReviewWords;
import cn.qifeng.trading.tender.domain.ReviewItem.Evidence;
import cn.qifeng.trading.tender.domain.ReviewItem.Part;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Items of the preliminary review 初步评审项")
class ReviewItemsTest {

    private static final ReviewItem FORM = new ReviewItem("F1", Part.FORM, "签字盖章", "RJ1", true);
    private static final ReviewItem QUALIFICATION = new ReviewItem("Q1", Part.QUALIFICATION, "资质", "RJ3", true);
    private static final ReviewItem RESPONSE = new ReviewItem("R1", Part.RESPONSIVENESS, "工期", "RJ6", false);

    @Test
    void areOptionalAndOtherwiseOfAllThreeParts() {
        assertThatCode(() -> check()).doesNotThrowAnyException();
        assertThatCode(() -> check(FORM, QUALIFICATION, RESPONSE)).doesNotThrowAnyException();
        assertThat(refused(FORM, RESPONSE)).isEqualTo(TenderRefusal.REVIEW_INCOMPLETE);
    }

    @Test
    void haveACodeOfTheirOwnBesideTheCriteria() {
        assertThat(refused(FORM, QUALIFICATION, RESPONSE, FORM)).isEqualTo(TenderRefusal.REVIEW_INCOMPLETE);
        var criterion = new ReviewItem("T1", Part.FORM, "签字盖章", "RJ1", true);
        assertThat(refused(criterion, QUALIFICATION, RESPONSE)).isEqualTo(TenderRefusal.REVIEW_INCOMPLETE);
    }

    @Test
    @DisplayName("mean a ground of 实施条例 §51 that is no price")
    void meanAGroundThatIsNoPrice() {
        for (String ground : new String[] {"RJ5", "RJ8", "", null}) {
            var one = new ReviewItem("R1", Part.RESPONSIVENESS, "报价", ground, false);
            assertThat(refused(FORM, QUALIFICATION, one)).isEqualTo(TenderRefusal.REVIEW_INCOMPLETE);
        }
        var unnamed = new ReviewItem("R1", Part.RESPONSIVENESS, " ", "RJ6", false);
        assertThat(refused(FORM, QUALIFICATION, unnamed)).isEqualTo(TenderRefusal.REVIEW_INCOMPLETE);
    }

    @Test
    void comeBehindTheTechnicalSheetsWhereOneIsAboutThePrice() {
        var letter = new ReviewItem("R1", Part.RESPONSIVENESS, "工期", "RJ6", false, Evidence.LETTER);
        var price = new ReviewItem("R1", Part.RESPONSIVENESS, "大小写一致", "RJ6", false, Evidence.PRICE);

        assertThat(new ReviewItem("R1", Part.RESPONSIVENESS, "工期", "RJ6", false, null))
                .isEqualTo(RESPONSE);
        assertThat(draft(FORM, QUALIFICATION, letter).screenedBehind()).isFalse();
        assertThat(draft(FORM, QUALIFICATION, price).screenedBehind()).isTrue();
        assertThat(ReviewWords.summary(draft(FORM, QUALIFICATION, price))).contains("技术评审锁定之后");
        assertThatCode(() -> check(FORM, QUALIFICATION, price)).doesNotThrowAnyException();
    }

    private static TenderDraft draft(ReviewItem... items) {
        return Drafts.lawful().review(items).draft();
    }

    private static void check(ReviewItem... items) {
        new TenderRules(Drafts.rules()).check(Drafts.lawful().review(items).draft());
    }

    private static Object refused(ReviewItem... items) {
        return catchThrowableOfType(Refused.class, () -> check(items)).code();
    }
}
