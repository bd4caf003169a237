package cn.qifeng.trading.tender.domain;

import static cn.qifeng.trading.tender.domain.Drafts.lawful;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.Refused;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rules of the tender document 招标文件合法性")
class TenderRulesTest {

    private final TenderRules rules = new TenderRules(Drafts.rules());

    @Test
    void takesALawfulDraft() {
        assertThatCode(() -> rules.check(lawful().draft())).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("R4 deadline 19 days after issue is refused and names the earliest day, 20 days pass")
    void ruleR4() {
        var refused = refusedBy(
                lawful().period("2026-03-01T09:00", "2026-03-20T09:30").draft());

        assertThat(refused.code()).isEqualTo(TenderRefusal.DEADLINE_TOO_EARLY);
        assertThat(refused.code().law()).contains("第二十四条");
        assertThat(refused.facts())
                .containsEntry("field", "schedule.bidDeadline")
                .containsEntry("earliest", Drafts.at("2026-03-21T00:00"));
        assertThatCode(() -> rules.check(
                        lawful().period("2026-03-01T09:00", "2026-03-21T09:30").draft()))
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("R8 security of 200,000.01 on an estimate of 10 million is refused, 200,000.00 passes")
    void ruleR8() {
        var draft = lawful().estimate(1_000_000_000L).ceiling(990_000_000L);

        assertThat(refusedBy(draft.security(20_000_001L).draft()).code()).isEqualTo(TenderRefusal.SECURITY_ABOVE_SHARE);
        assertThatCode(() -> rules.check(draft.security(20_000_000L).draft())).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("R9 security of one million on an estimate of 60 million is refused by the cap of 800,000")
    void ruleR9() {
        var draft = lawful().estimate(6_000_000_000L).ceiling(5_900_000_000L);

        assertThat(refusedBy(draft.security(100_000_000L).draft()).code()).isEqualTo(TenderRefusal.SECURITY_ABOVE_CAP);
        assertThatCode(() -> rules.check(draft.security(80_000_000L).draft())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @DisplayName("R19 committees of 4, 6 and 5 with 2 delegates are refused; 5 with 1, 7 with 2, 9 with 3 pass")
    @CsvSource({
        "4, 1, PANEL_EVEN",
        "6, 1, PANEL_EVEN",
        "3, 1, PANEL_TOO_SMALL",
        "5, 2, PANEL_TENDERER_SHARE",
        "5, -1, PANEL_TENDERER_SHARE",
        "5, 1,",
        "7, 2,",
        "9, 3,",
        "11, 3,"
    })
    void ruleR19(int size, int delegates, TenderRefusal expected) {
        var draft = lawful().panel(size, delegates).draft();
        if (expected == null) {
            assertThatCode(() -> rules.check(draft)).doesNotThrowAnyException();
        } else {
            assertThat(refusedBy(draft).code()).isEqualTo(expected);
        }
    }

    @Test
    @DisplayName("R22 a minimum price is refused")
    void ruleR22() {
        assertThat(refusedBy(lawful().minimum(1).draft()).code()).isEqualTo(TenderRefusal.MINIMUM_PRICE_SET);
    }

    @Test
    void refusesATenderWithoutCeiling() {
        assertThat(refusedBy(lawful().ceiling(0).draft()).code()).isEqualTo(TenderRefusal.CEILING_MISSING);
    }

    @Test
    @DisplayName("R31, B-026: at most three ranked candidates; who of them wins is said in the document")
    void rankedCandidatesAreAtMostThree() {
        assertThatCode(() -> rules.check(
                        lawful().award(AwardSetting.ranked(true, 3, 3)).draft()))
                .doesNotThrowAnyException();
        assertThat(refusedBy(lawful().award(AwardSetting.ranked(true, 4, 3)).draft())
                        .code())
                .isEqualTo(TenderRefusal.TOO_MANY_CANDIDATES);
        assertThat(refusedBy(lawful().award(new AwardSetting("RANKED", null, null, 3, 0, 0, 3))
                                .draft())
                        .code())
                .isEqualTo(TenderRefusal.FIELD_MISSING);
        assertThat(refusedBy(lawful().award(new AwardSetting("RANKED", null, true, 3, 5, 0, 3))
                                .draft())
                        .code())
                .isEqualTo(TenderRefusal.FIELD_OUT_OF_RANGE);
        assertThat(refusedBy(lawful().award(AwardSetting.ranked(true, 3, 2)).draft())
                        .code())
                .isEqualTo(TenderRefusal.PUBLICITY_TOO_SHORT);
    }

    @Test
    void refusesSeparatedAwardWithoutARecordedBasis() {
        assertThat(refusedBy(lawful().pilotBasis(null).draft()).code()).isEqualTo(TenderRefusal.PILOT_BASIS_MISSING);
        assertThat(refusedBy(lawful().pilotBasis(new PilotBasis("", "x", "y", true))
                                .draft())
                        .code())
                .isEqualTo(TenderRefusal.PILOT_BASIS_MISSING);
    }

    @Test
    void refusesWeightsThatDoNotMakeAHundred() {
        var method = Drafts.method("60", "30", List.of("0.97"));

        assertThat(refusedBy(lawful().method(method).draft()).code()).isEqualTo(TenderRefusal.WEIGHTS_NOT_100);
    }

    @ParameterizedTest
    @CsvSource({"0.84", "1.01", "0.970|0.97"})
    void refusesKOutOfRangeOrTwice(String set) {
        var method = Drafts.method("60", "40", List.of(set.split("\\|")));

        assertThat(refusedBy(lawful().method(method).draft()).code()).isEqualTo(TenderRefusal.K_OUT_OF_RANGE);
    }

    @ParameterizedTest
    @CsvSource({"M-A,0.85|1.00,,,", "M-B,0|0.03|0.15,,,", "M-C,0.65|0.70,0.96,0.92,", "M-D,0.95|0.98,,,0.12|0.20"})
    void acceptsEveryMethodThatIsBuilt(String code, String set, String k1, String k2, String delta) {
        assertThatCode(() -> rules.check(
                        lawful().method(method(code, set, k1, k2, delta)).draft()))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "M-B,0.16,,,",
        "M-B,0.03|0.030,,,",
        "M-C,1.00,0.96,0.92,",
        "M-C,0,0.96,0.92,",
        "M-C,0.70,0.80,0.92,",
        "M-D,0.84,,,0.12",
        "M-D,0.97,,,",
        "M-D,0.97,,,0.5",
        "M-D,0.97,,,0.12|0.120",
    })
    void refusesNumbersWithWhichNoBasePriceIsDrawn(String code, String set, String k1, String k2, String delta) {
        assertThat(refusedBy(lawful().method(method(code, set, k1, k2, delta)).draft())
                        .code())
                .isEqualTo(TenderRefusal.K_OUT_OF_RANGE);
    }

    @ParameterizedTest
    @CsvSource({"M-C,0.70,0.96,,", "M-A,0.97,0.96,,", "M-B,0.03,,,0.12", "M-Z,0.97,,,"})
    void refusesFactorsThatDoNotBelongToTheMethodAndMethodsThatAreNotBuilt(
            String code, String set, String k1, String k2, String delta) {
        assertThat(refusedBy(lawful().method(method(code, set, k1, k2, delta)).draft())
                        .code())
                .isIn(TenderRefusal.FIELD_OUT_OF_RANGE, TenderRefusal.METHOD_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"7,20,20,true", "1,20,20,true", "2,30,30,false", "7,50,20,false", "7,41,40,false", "0,20,20,false"})
    void acceptsAShareThatLeavesAPriceWhateverTheNumberOfBids(int bidsMin, String high, String low, boolean accepted) {
        var trim = new Trim(bidsMin, 0, 0, high, low);
        var k = List.of("0.97");
        var draft = lawful().method(new ScoringMethod("M-A", "60", "1.0", "0.5", k, List.of(trim), "40"))
                .draft();
        if (accepted) {
            assertThatCode(() -> rules.check(draft)).doesNotThrowAnyException();
        } else {
            assertThat(refusedBy(draft).code()).isEqualTo(TenderRefusal.TRIM_IMPOSSIBLE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200,宋体|Times New Roman,14|10.5,20,26|22.5,ZERO,",
        "1000,,,0,,REJECT,",
        "0,宋体,14,20,,ZERO,method.blind.pagesMax",
        "1001,宋体,14,20,,NONE,method.blind.pagesMax",
        "200,宋体,14,61,,ZERO,method.blind.marginMm",
        "200,宋体|宋体,14,20,,ZERO,method.blind.fonts",
        "200,<b>,14,20,,ZERO,method.blind.fonts",
        "200,宋体,4,20,,ZERO,method.blind.sizesPt",
        "200,宋体,14,20,1.5,ZERO,method.blind.linesPt",
        "200,宋体,14,20,,,method.blind.breach"
    })
    void refusesRulesForBlindFilesThatNobodyCanKeepOrCheck(
            int pages, String fonts, String sizes, int margin, String lines, BlindRule.Breach breach, String field) {
        var rule = new BlindRule(pages, list(fonts), list(sizes), margin, list(lines), breach);
        var draft = lawful().method(new ScoringMethod(
                        "M-A",
                        "60",
                        "1.0",
                        "0.5",
                        List.of("0.97"),
                        List.of(),
                        "40",
                        null,
                        null,
                        null,
                        null,
                        null,
                        rule))
                .draft();
        if (field == null) {
            assertThatCode(() -> rules.check(draft)).doesNotThrowAnyException();
        } else {
            assertThat(refusedBy(draft).facts()).containsEntry("field", field);
        }
    }

    private static List<String> list(String words) {
        return words == null ? List.of() : List.of(words.split("\\|"));
    }

    private static ScoringMethod method(String code, String set, String k1, String k2, String delta) {
        var deltas = delta == null ? List.<String>of() : List.of(delta.split("\\|"));
        var k = List.of(set.split("\\|"));
        return new ScoringMethod(code, "60", "1.0", "0.5", k, List.of(), "40", k1, k2, deltas);
    }

    @ParameterizedTest
    @CsvSource({"TRUSTEES,30", "BIDDERS,", "BIDDERS,9", "BIDDERS,241", "PLATFORM,30"})
    void refusesAnUnknownWayToOpenOrAWindowThatDoesNotFitIt(String mode, Integer minutes) {
        assertThat(refusedBy(lawful().opening(mode, minutes).draft()).code())
                .isIn(TenderRefusal.FIELD_OUT_OF_RANGE, TenderRefusal.FIELD_MISSING);
    }

    @Test
    void acceptsReleaseByBiddersInAWindow() {
        assertThatCode(() ->
                        rules.check(lawful().opening(TenderDraft.BIDDERS, 30).draft()))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAClarificationLaterThanFifteenDaysBefore() {
        var schedule = lawful().draft().schedule();
        var bent = new Schedule(
                schedule.issuedAt(),
                schedule.questionDeadline(),
                schedule.clarificationDeadline().plusSeconds(86_400),
                schedule.objectionDeadline(),
                schedule.bidDeadline());

        assertThat(refusedBy(with(bent)).code()).isEqualTo(TenderRefusal.CLARIFICATION_TOO_LATE);
    }

    @Test
    void refusesAnObjectionDeadlineThatCutsTheLawShort() {
        var schedule = lawful().draft().schedule();
        var bent = new Schedule(
                schedule.issuedAt(),
                schedule.questionDeadline(),
                schedule.clarificationDeadline(),
                schedule.objectionDeadline().minusSeconds(86_400),
                schedule.bidDeadline());

        assertThat(refusedBy(with(bent)).code()).isEqualTo(TenderRefusal.OBJECTION_DEADLINE_WRONG);
    }

    @Test
    void refusesToPublishAfterTheDayOfIssueOrTheDeadline() {
        var draft = lawful().draft();

        assertThat(refusedAt(draft, Drafts.at("2026-11-28T09:00"))).isEqualTo(TenderRefusal.ISSUE_IN_THE_PAST);
        assertThat(refusedAt(draft, Drafts.at("2026-12-22T09:30"))).isEqualTo(TenderRefusal.DEADLINE_PASSED);
        assertThatCode(() -> rules.checkAtPublication(draft, Drafts.at("2026-11-27T23:00")))
                .doesNotThrowAnyException();
    }

    @Test
    void givesThePanelTheUsualHoursWhereTheDocumentNamesNone() {
        assertThat(rules.withEvaluationTime(lawful().draft()).panel().evaluationHours())
                .isEqualTo(8);
        assertThat(rules.withEvaluationTime(lawful().hours(24).draft()).panel().evaluationHours())
                .isEqualTo(24);
        assertThatCode(() -> rules.check(lawful().hours(720).draft())).doesNotThrowAnyException();
        assertThat(refusedBy(lawful().hours(721).draft()).code()).isEqualTo(TenderRefusal.FIELD_OUT_OF_RANGE);
        assertThat(refusedBy(lawful().hours(0).draft()).facts()).containsEntry("field", "panel.evaluationHours");
    }

    private TenderDraft with(Schedule schedule) {
        var draft = lawful().draft();
        return new TenderDraft(
                draft.lotName(),
                draft.estimateFen(),
                draft.ceilingFen(),
                null,
                draft.durationDaysMax(),
                draft.quality(),
                draft.bidValidityDays(),
                draft.openingMode(),
                draft.releaseMinutes(),
                draft.openingStepMinutes(),
                schedule,
                draft.panel(),
                draft.method(),
                draft.security(),
                draft.award(),
                draft.notice(),
                draft.criteria(),
                draft.review());
    }

    private Refused refusedBy(TenderDraft draft) {
        return catchThrowableOfType(Refused.class, () -> rules.check(draft));
    }

    private Object refusedAt(TenderDraft draft, Instant now) {
        return catchThrowableOfType(Refused.class, () -> rules.checkAtPublication(draft, now))
                .code();
    }
}
