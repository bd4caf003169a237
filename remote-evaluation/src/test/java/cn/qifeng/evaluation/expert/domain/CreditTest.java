package cn.qifeng.evaluation.expert.domain;

import static cn.qifeng.evaluation.expert.domain.SampleExperts.CREDIT;
import static cn.qifeng.evaluation.expert.domain.SampleExperts.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qifeng.evaluation.expert.domain.CreditEvent.Word;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Credit and bans of experts 专家信用")
class CreditTest {

    /** Tuesday; the fifth working day after it is the next Tuesday. */
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 8);

    @Test
    void anObjectionIsPossibleForFiveWorkingDays() {
        assertThat(CREDIT.objectionUntil(DAY, WorkingCalendar.shipped())).isEqualTo(LAST_DAY);
    }

    @Test
    void anEventCountsOnceTheTimeForObjectionsIsOver() {
        var record = record(event(CreditKind.NO_SHOW));

        assertThat(record.scoreOn(LAST_DAY)).isEqualTo(100);
        assertThat(record.scoreOn(LAST_DAY.plusDays(1))).isEqualTo(95);
        assertThat(record.scoreOn(LAST_DAY.plusDays(1).plusMonths(12).minusDays(1)))
                .isEqualTo(95);
        assertThat(record.scoreOn(LAST_DAY.plusDays(1).plusMonths(12))).isEqualTo(100);
    }

    @Test
    void anObjectionHoldsItUpUntilItIsDecided() {
        var objected = event(CreditKind.LEAK).objected(word(LAST_DAY));

        assertThat(record(objected).scoreOn(LAST_DAY.plusDays(30))).isEqualTo(100);
        var upheld = objected.decided(true, word(LAST_DAY.plusDays(10)));
        assertThat(record(upheld).scoreOn(LAST_DAY.plusDays(9))).isEqualTo(100);
        assertThat(record(upheld).scoreOn(LAST_DAY.plusDays(10))).isEqualTo(80);
        var withdrawn = objected.decided(false, word(LAST_DAY.plusDays(10)));
        assertThat(record(withdrawn).scoreOn(LAST_DAY.plusDays(30))).isEqualTo(100);
    }

    @Test
    void anObjectionBehindTheLastDayIsRefused() {
        assertThatThrownBy(() -> event(CreditKind.LATE).objected(word(LAST_DAY.plusDays(1))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(ExpertRefusal.OBJECTION_OVER));
    }

    @Test
    void onlyWhatCountsIsRepaired() {
        var event = event(CreditKind.LEAK);

        assertThatThrownBy(() -> event.repaired(word(LAST_DAY))).isInstanceOf(Refused.class);
        assertThat(record(event.repaired(word(LAST_DAY.plusDays(40)))).scoreOn(LAST_DAY.plusDays(40)))
                .isEqualTo(100);
    }

    @Test
    void belowSixtyAnExpertIsSuspendedForSixMonthsAndThenReleased() {
        var record = record(event(CreditKind.LEAK), event(CreditKind.LEAK), event(CreditKind.LATE));
        var begin = LAST_DAY.plusDays(1);

        assertThat(record.scoreOn(begin)).isEqualTo(58);
        assertThat(record.suspendedUntil(begin.minusDays(1))).isEmpty();
        assertThat(record.suspendedUntil(begin)).contains(begin.plusMonths(6).minusDays(1));
        assertThat(record.suspendedUntil(begin.plusMonths(6).minusDays(1))).isPresent();
        assertThat(record.suspendedUntil(begin.plusMonths(6))).isEmpty();
    }

    @Test
    void aScoreOfSixtySuspendsNobody() {
        assertThat(record(event(CreditKind.LEAK), event(CreditKind.LEAK)).suspendedUntil(LAST_DAY.plusDays(1)))
                .isEmpty();
    }

    @Test
    void aBanIsLiftedFromADayOn() {
        var ban = new Ban(UUID.randomUUID(), "E1", "串通", "〔2026〕2号", DAY, DAY.plusYears(1), "x", Optional.empty());

        assertThat(ban.standsOn(DAY.minusDays(1))).isFalse();
        assertThat(ban.standsOn(DAY.plusYears(1))).isTrue();
        assertThat(ban.standsOn(DAY.plusYears(1).plusDays(1))).isFalse();
        var lifted = ban.lifted(DAY.plusDays(10));
        assertThat(lifted.standsOn(DAY.plusDays(9))).isTrue();
        assertThat(lifted.standsOn(DAY.plusDays(10))).isFalse();
        assertThatThrownBy(() -> lifted.lifted(DAY.plusDays(11))).isInstanceOf(Refused.class);
    }

    @Test
    void whoWasRemovedDoesNotComeBackByAStroke() {
        var removed = SampleExperts.free("E1").at(PoolPlace.REMOVED);

        assertThatThrownBy(() -> removed.at(PoolPlace.ACTIVE)).isInstanceOf(Refused.class);
    }

    private static ConductRecord record(CreditEvent... events) {
        return new ConductRecord(List.of(events), List.of(), CREDIT);
    }

    private static CreditEvent event(CreditKind kind) {
        return CreditEvent.recorded("E1", kind, kind.points(), "", LAST_DAY, word(DAY));
    }

    private static Word word(LocalDate on) {
        return new Word(on, "经办人", "事由");
    }
}
