package cn.qifeng.evaluation.scoring.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.evaluation.scoring.domain.Competition.Choice;
import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.Refused;
import java.math.BigDecimal;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rules of the review 评审规则")
class ReviewRulesTest {

    private static final List<ScoreItem> ITEMS = List.of(new ScoreItem("T1", "施工组织", new BigDecimal("35"), false));

    @Test
    @DisplayName("R21: a price above the ceiling is RJ5, an equal one is valid")
    void rejectsOnlyWhatIsAboveTheCeiling() {
        var rule = new CeilingRule(new Fen(1000));

        assertThat(rule.exceededBy(new Fen(1001))).isTrue();
        assertThat(rule.exceededBy(new Fen(1000))).isFalse();
    }

    @Test
    @DisplayName("R29: with one or two valid bids both ways are open, each with a recorded finding")
    void offersBothWaysWithFewerThanThreeValidBids() {
        for (var choice : Choice.values()) {
            assertThatCode(() -> Competition.check(1, Optional.of(new Competition(choice, "仍有竞争")), false))
                    .doesNotThrowAnyException();
        }
        assertThat(code(() -> Competition.check(2, Optional.empty(), false)))
                .isEqualTo(ScoringRefusal.COMPETITION_FINDING_NEEDED);
        assertThat(code(() -> Competition.check(1, Optional.of(new Competition(Choice.CONTINUE, " ")), false)))
                .isEqualTo(ScoringRefusal.COMPETITION_FINDING_NEEDED);
        assertThat(code(() -> Competition.check(3, Optional.of(new Competition(Choice.REJECT_ALL, "无竞争")), false)))
                .isEqualTo(ScoringRefusal.COMPETITION_FINDING_FOREIGN);
        assertThatCode(() -> Competition.check(3, Optional.empty(), false)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("B-024: in government procurement fewer than three bids that respond end the tender")
    void endsGovernmentProcurementWithFewerThanThreeBidsThatRespond() {
        for (int left : new int[] {1, 2}) {
            assertThat(code(() -> Competition.check(left, Optional.of(new Competition(Choice.CONTINUE, "仍有竞争")), true)))
                    .isEqualTo(ScoringRefusal.PROCUREMENT_ENDS);
            assertThatCode(() ->
                            Competition.check(left, Optional.of(new Competition(Choice.REJECT_ALL, "不足三家，废标")), true))
                    .doesNotThrowAnyException();
        }
        assertThat(code(() -> Competition.check(2, Optional.empty(), true)))
                .isEqualTo(ScoringRefusal.COMPETITION_FINDING_NEEDED);
        assertThatCode(() -> Competition.check(3, Optional.empty(), true)).doesNotThrowAnyException();
        assertThat(ScoringRefusal.PROCUREMENT_ENDS.law()).isEqualTo("政府采购法 §36");
    }

    @Test
    void rejectsByAMajorityOfAllMembersAndKeepsTheDissent() {
        var rejection = voted(proposal(false), true, true, true, false, false);

        assertThat(rejection.carried()).isTrue();
        assertThat(rejection.against()).isEqualTo(2);
        assertThat(voted(proposal(false), true, true, false, false, false).carried())
                .isFalse();
        assertThat(voted(proposal(false), true, true, true).carried()).isFalse();
        assertThat(voted(proposal(true), true, false, false, false, false).carried())
                .isTrue();
    }

    @Test
    void refusesASecondVoteAndAVoteAgainstWithoutOpinion() {
        var once = proposal(false).with(new RejectionVote("m0", true, "", "{}"));

        assertThat(code(() -> once.with(new RejectionVote("m0", true, "", "{}"))))
                .isEqualTo(ScoringRefusal.VOTED_ALREADY);
        assertThat(code(() -> once.with(new RejectionVote("m1", false, "", "{}"))))
                .isEqualTo(ScoringRefusal.REASON_NEEDED);
    }

    @Test
    void refusesPointsOutOfRangeAndSheetsThatDoNotAnswerEveryBid() {
        assertThat(code(() -> sheet("35.01").check(List.of("A"), ITEMS, false)))
                .isEqualTo(ScoringRefusal.POINTS_OUT_OF_RANGE);
        assertThat(code(() -> sheet("35.00").check(List.of("A", "B"), ITEMS, false)))
                .isEqualTo(ScoringRefusal.SHEET_INCOMPLETE);
        assertThat(code(() -> sheet("35.00").check(List.of("A"), ITEMS, true))).isEqualTo(ScoringRefusal.REASON_NEEDED);
        assertThatCode(() -> sheet("35.00").check(List.of("A"), ITEMS, false)).doesNotThrowAnyException();
    }

    @Test
    void findsObjectivePointsThatDiffer() {
        var objective = List.of(new ScoreItem("T1", "业绩", new BigDecimal("35"), true));
        var labels = new Labels(List.of("b1"));
        var sheets = new RevealedSheets(
                List.of(MemberSheet.under(labels, "m1", sheet("5.0")), MemberSheet.under(labels, "m2", sheet("5.01"))));

        assertThat(sheets.objectiveDifferences(objective, List.of("b1"))).containsExactly("b1/T1");
        assertThat(sheets.technical("b1")).isEqualTo(new BigDecimal("5.01"));
    }

    @Test
    void givesEachMemberAnOrderOfItsOwnThatCanBeReplayed() {
        var bids = List.of("b1", "b2", "b3", "b4", "b5", "b6", "b7");
        var first = LabelOrder.of("ab".repeat(32), "01".repeat(32), bids);

        assertThat(first).isEqualTo(LabelOrder.of("ab".repeat(32), "01".repeat(32), bids));
        assertThat(first.bidIds()).containsExactlyInAnyOrderElementsOf(bids);
        assertThat(first).isNotEqualTo(LabelOrder.of("ab".repeat(32), "02".repeat(32), bids));
        assertThat(first.bid(first.of("b3"))).contains("b3");
        assertThat(first.bid("H")).isEmpty();
    }

    @Test
    @DisplayName("400 bids: every bid gets the points under its own label, AA behind Z")
    void findsThePointsOfEachBidUnderTheLabelsOfAMember() {
        var bids = IntStream.range(0, 400).mapToObj(i -> "b" + i).toList();
        var labels = LabelOrder.of("ab".repeat(32), "01".repeat(32), bids);
        var scores = bids.stream()
                .map(it -> new BidPoints(
                        labels.of(it), List.of(new ItemPoints("T1", new BigDecimal(it.substring(1)), ""))))
                .toList();
        var sheet = MemberSheet.under(labels, "m1", new Sheet("", scores));

        assertThat(bids).allMatch(it -> sheet.of(it).total().equals(new BigDecimal(it.substring(1))));
        assertThat(labels.all()).contains("A", "Z", "AA", "OJ").doesNotHaveDuplicates();
        assertThatThrownBy(() -> sheet.of("b400")).isInstanceOf(NoSuchElementException.class);
        var without = MemberSheet.under(labels, "m1", new Sheet("", scores.subList(1, 400)));
        assertThatThrownBy(() -> without.of("b0")).isInstanceOf(NoSuchElementException.class);
    }

    private static Object code(ThrowingCallable call) {
        return catchThrowableOfType(Refused.class, call).code();
    }

    private static Sheet sheet(String points) {
        return new Sheet("", List.of(new BidPoints("A", List.of(new ItemPoints("T1", new BigDecimal(points), "")))));
    }

    private static Rejection proposal(boolean compulsory) {
        return new Rejection(
                1,
                "b1",
                RejectionCode.RJ6,
                "工期不响应",
                "技术标第3页",
                RejectionBasis.FACT,
                Optional.empty(),
                compulsory,
                5,
                List.of());
    }

    private static Rejection voted(Rejection proposal, boolean... votes) {
        var result = proposal;
        for (int i = 0; i < votes.length; i++) {
            result = result.with(new RejectionVote("m" + i, votes[i], votes[i] ? "" : "不同意", "{}"));
        }
        return result;
    }
}
