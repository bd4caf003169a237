package cn.qifeng.trading.award.domain;

import static cn.qifeng.trading.award.domain.AwardRefusal.BALLOTS_OPEN;
import static cn.qifeng.trading.award.domain.AwardRefusal.COMMITMENT_DIFFERS;
import static cn.qifeng.trading.award.domain.AwardRefusal.COMMITTEE_SIZE;
import static cn.qifeng.trading.award.domain.AwardRefusal.COMMITTEE_TWICE;
import static cn.qifeng.trading.award.domain.AwardRefusal.NOT_A_MEMBER;
import static cn.qifeng.trading.award.domain.AwardRefusal.NOT_ITS_TURN;
import static cn.qifeng.trading.award.domain.AwardRefusal.NOT_THE_FIRST;
import static cn.qifeng.trading.award.domain.AwardRefusal.OBJECTION_OPEN;
import static cn.qifeng.trading.award.domain.AwardRefusal.OUTSIDE_FINALISTS;
import static cn.qifeng.trading.award.domain.AwardRefusal.PUBLICITY_RUNNING;
import static cn.qifeng.trading.award.domain.AwardRefusal.REASON_MISSING;
import static cn.qifeng.trading.award.domain.AwardRefusal.TOO_MANY_FINALISTS;
import static cn.qifeng.trading.award.domain.AwardRefusal.WRONG_PHASE;
import static cn.qifeng.trading.award.domain.AwardRefusal.WRONG_ROUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.DeadlineCalculator;
import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kernel.RefusalCode;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.kernel.WorkingCalendar;
import cn.qifeng.trading.award.domain.Award.Balloting;
import cn.qifeng.trading.award.domain.Award.Convening;
import cn.qifeng.trading.award.domain.Award.Decided;
import cn.qifeng.trading.award.domain.Award.Determining;
import cn.qifeng.trading.award.domain.Award.FinalistsPublicity;
import cn.qifeng.trading.award.domain.Award.Revealing;
import cn.qifeng.trading.award.domain.Award.Reviewing;
import cn.qifeng.trading.award.domain.Award.Undecided;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Award 定标")
class AwardTest {

    private static final Instant NOW = Instant.parse("2026-12-23T02:00:00Z");
    private static final Instant LATER = Instant.parse("2026-12-30T02:00:00Z");
    private static final Publicity THREE_DAYS = Publicity.of(NOW, 3, new DeadlineCalculator(WorkingCalendar.shipped()));
    private static final BidRef A = new BidRef("a".repeat(32));
    private static final BidRef B = new BidRef("b".repeat(32));
    private static final BidRef C = new BidRef("c".repeat(32));
    private static final BidRef STRANGER = new BidRef("f".repeat(32));

    @Test
    void publicityEndsAtMidnightOfTheFirstWorkingDayAfterThreeFullDays() {
        var publicity = reviewing().publish(THREE_DAYS).publicity();

        assertThat(publicity.to()).isEqualTo(Instant.parse("2026-12-28T16:00:00Z"));
        assertThat(publicity.over(publicity.to().minusMillis(1))).isFalse();
        assertThat(publicity.over(publicity.to())).isTrue();
    }

    @Test
    void noVoteBeforeThePublicityIsOver() {
        FinalistsPublicity publicity = reviewing().publish(THREE_DAYS);

        assertThat(refusal(() -> publicity.end(NOW.plusSeconds(3 * 86_400), false)))
                .isEqualTo(PUBLICITY_RUNNING);
        assertThat(refusal(() -> publicity.end(LATER, true))).isEqualTo(OBJECTION_OPEN);
    }

    @Test
    void committeeIsOddOfTheDeclaredSizeAndNobodySitsTwice() {
        assertThat(refusal(() -> Committee.of(members(4), setting(4)))).isEqualTo(COMMITTEE_SIZE);
        assertThat(refusal(() -> Committee.of(members(3), setting(3)))).isEqualTo(COMMITTEE_SIZE);
        assertThat(refusal(() -> Committee.of(members(7), setting(5)))).isEqualTo(COMMITTEE_SIZE);
        var twice = new ArrayList<>(members(4));
        twice.add(twice.get(0));
        assertThat(refusal(() -> Committee.of(twice, setting(5)))).isEqualTo(COMMITTEE_TWICE);
    }

    @Test
    @DisplayName(
            "a re-review takes the award back at every step before the notice, and it begins anew from another report")
    void aReReviewTakesItBackBeforeTheNotice() {
        var file = reviewing().file();
        var decided = new Decided(file, List.of(), file.choices().get(0), THREE_DAYS);
        for (Award award :
                List.of(reviewing(), reviewing().publish(THREE_DAYS), balloting(5), decided, decided.end(LATER))) {
            var reworking = award.reopen(1, NOW);
            assertThat(reworking.phase()).isEqualTo(Phase.REWORKING);
            assertThat(refusal(() -> reworking.report(file, LATER))).isEqualTo(AwardRefusal.BAD_EVALUATION);
            assertThat(refusal(() -> reworking.reopen(2, LATER))).isEqualTo(AwardRefusal.NOT_REOPENED);
        }
        var noticed = decided.end(LATER).drafted("ab").notice(LATER);
        assertThat(refusal(() -> noticed.reopen(1, LATER))).isEqualTo(AwardRefusal.NOT_REOPENED);
        var undecided = new Undecided(file, List.of());
        assertThat(refusal(() -> undecided.reopen(1, LATER))).isEqualTo(AwardRefusal.NOT_REOPENED);
    }

    @Test
    void tooManyFinalistsAreRefused() {
        assertThat(refusal(() -> new AwardFile(
                        TenderId.random(),
                        LotId.random(),
                        PartyId.random(),
                        UUID.randomUUID(),
                        List.of(finalist(A), finalist(B), finalist(C)),
                        List.of(),
                        "",
                        AwardSetting.separated(2, 5, 3, 3))))
                .isEqualTo(TOO_MANY_FINALISTS);
    }

    @Test
    void nothingIsRevealedBeforeAllMembersHaveCommitted() {
        Award award = balloting(5);
        for (int i = 0; i < 5; i++) {
            assertThat(award).isInstanceOf(Balloting.class);
            award = ((Balloting) award).commit("m" + i, 1, "c" + i, LATER);
        }
        assertThat(award).isInstanceOf(Revealing.class);
    }

    @Test
    void absentMembersDoNotHoldUpAQuorumWhenTheTimeIsOver() {
        Award award = balloting(5);
        for (int i = 0; i < 3; i++) {
            award = ((Balloting) award).commit("m" + i, 1, "c" + i, LATER);
        }
        var three = (Balloting) award;
        assertThat(refusal(() -> three.close(LATER, LATER))).isEqualTo(BALLOTS_OPEN);
        var four = (Balloting) three.commit("m3", 1, "c3", LATER);
        assertThat(refusal(() -> four.close(NOW, LATER))).isEqualTo(BALLOTS_OPEN);
        assertThat(four.close(LATER, LATER)).isInstanceOf(Revealing.class);
    }

    @Test
    void onlyMembersVoteInTheRunningRoundWithAReasonForAFinalist() {
        var open = balloting(5);
        assertThat(refusal(() -> open.commit("x", 1, "c", LATER))).isEqualTo(NOT_A_MEMBER);
        assertThat(refusal(() -> open.commit("m0", 2, "c", LATER))).isEqualTo(WRONG_ROUND);

        var revealing = committed(open, 5);
        assertThat(refusal(() -> revealing.reveal("m0", 1, "other", A, "best"))).isEqualTo(COMMITMENT_DIFFERS);
        assertThat(refusal(() -> revealing.reveal("m0", 1, "c0", STRANGER, "best")))
                .isEqualTo(OUTSIDE_FINALISTS);
        assertThat(refusal(() -> revealing.reveal("m0", 1, "c0", A, " "))).isEqualTo(REASON_MISSING);
    }

    @Test
    void sevenMembersElectInTheSecondRound() {
        var first = reveal(committed(balloting(7), 7), A, A, A, B, B, C, C);
        var second = (Balloting) first.count(NOW, LATER, THREE_DAYS);
        assertThat(second.round().n()).isEqualTo(2);
        assertThat(second.round().choices()).containsExactly(A, B, C);

        var decided = reveal(committed(second, 7), A, A, A, A, B, B, C).count(NOW, LATER, THREE_DAYS);
        assertThat(decided).isInstanceOfSatisfying(Decided.class, it -> {
            assertThat(it.winner()).isEqualTo(A);
            assertThat(it.rounds()).hasSize(2);
            assertThat(it.rounds().get(1).tally()).containsEntry(A, 4).containsEntry(B, 2);
        });
    }

    @Test
    void withoutAMajorityTheLastRoundEndsUndecided() {
        Award award = reveal(committed(balloting(5), 5), A, A, B, B, C).count(NOW, LATER, THREE_DAYS);
        for (int round = 2; round <= 3; round++) {
            assertThat(((Balloting) award).round().choices()).containsExactly(A, B);
            award = reveal(committed((Balloting) award, 5), A, A, B, B).count(LATER, LATER, THREE_DAYS);
        }
        assertThat(award).isInstanceOf(Undecided.class);
    }

    @Test
    void aWinnerOutsideTheFinalistsCannotExist() {
        var file = reviewing().file();
        assertThat(refusal(() -> new Decided(file, List.of(), STRANGER, THREE_DAYS)))
                .isEqualTo(OUTSIDE_FINALISTS);
    }

    @Test
    @DisplayName(
            "R32, 实施条例 §55: where state-owned funds control, the first candidate wins, then the next of those left")
    void theFirstCandidateWins() {
        var determining = determining(true);
        assertThat(refusal(() -> determining.determine(B, "报价更低"))).isEqualTo(NOT_THE_FIRST);
        assertThat(refusal(() -> determining.determine(STRANGER, "x"))).isEqualTo(OUTSIDE_FINALISTS);
        assertThat(determining.determine(A, "").winner()).isEqualTo(A);

        var noticed = determining.determine(A, "").drafted("00").notice(LATER);
        assertThat(refusal(() -> noticed.passOver(passed(B)))).isEqualTo(NOT_ITS_TURN);
        var second = (Determining) noticed.passOver(passed(A));
        assertThat(refusal(() -> second.determine(A, ""))).isEqualTo(OUTSIDE_FINALISTS);
        assertThat(second.determine(B, "").winner()).isEqualTo(B);
        assertThat(((Determining) second.passOver(passed(B))).passOver(passed(C)))
                .isInstanceOf(Undecided.class);
    }

    @Test
    void anotherCandidateThanTheFirstNeedsAReasonElsewhere() {
        var determining = determining(false);
        assertThat(refusal(() -> determining.determine(B, " "))).isEqualTo(REASON_MISSING);
        assertThat(determining.determine(B, "第一名报价高于预算").winner()).isEqualTo(B);
        assertThat(refusal(() -> new PassedOver(A, PassedOver.Cause.ABANDONED, "")))
                .isEqualTo(REASON_MISSING);
    }

    @Test
    void nobodyIsPassedOverInASeparatedAward() {
        var determined = new Award.WinnerDetermined(reviewing().file(), List.of(), A, null);
        assertThat(refusal(() -> determined.passOver(passed(A)))).isEqualTo(WRONG_PHASE);
    }

    private static PassedOver passed(BidRef bid) {
        return new PassedOver(bid, PassedOver.Cause.ABANDONED, "书面放弃中标");
    }

    private static Determining determining(boolean firstOnly) {
        var file = reviewing(new AwardSetting(3, 0, 0, 3, true, firstOnly));
        return (Determining) file.publish(THREE_DAYS).end(LATER, false);
    }

    private static RefusalCode refusal(ThrowingCallable act) {
        return catchThrowableOfType(Refused.class, act).code();
    }

    private static Reviewing reviewing() {
        return reviewing(5);
    }

    private static Reviewing reviewing(int committee) {
        return reviewing(setting(committee));
    }

    private static Reviewing reviewing(AwardSetting setting) {
        return new Reviewing(
                new AwardFile(
                        TenderId.random(),
                        LotId.random(),
                        PartyId.random(),
                        UUID.randomUUID(),
                        List.of(finalist(A), finalist(B), finalist(C)),
                        List.of(),
                        "00",
                        setting),
                NOW);
    }

    private static Balloting balloting(int members) {
        return ((Convening) reviewing(members).publish(THREE_DAYS).end(LATER, false))
                .convene(Committee.of(members(members), setting(members)), LATER);
    }

    private static Revealing committed(Balloting open, int members) {
        Award award = open;
        for (int i = 0; i < members; i++) {
            award = ((Balloting) award).commit("m" + i, open.round().n(), "c" + i, LATER);
        }
        return (Revealing) award;
    }

    private static Revealing reveal(Revealing revealing, BidRef... choices) {
        for (int i = 0; i < choices.length; i++) {
            revealing = revealing.reveal("m" + i, revealing.round().n(), "c" + i, choices[i], "方案更优");
        }
        return revealing;
    }

    private static AwardSetting setting(int committee) {
        return AwardSetting.separated(5, committee, 3, 3);
    }

    private static List<Committee.Member> members(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Committee.Member(PersonId.random(), "m" + i, "定标委员" + i))
                .toList();
    }

    private static Finalist finalist(BidRef bid) {
        return new Finalist(bid, "建设有限公司", new Uscc("91330703XX1395956B"), new Fen(1_000_00), 300, "合格", "张三", "90.00");
    }
}
