package cn.qifeng.trading.award.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.trading.award.domain.DirectVote.Elected;
import cn.qifeng.trading.award.domain.DirectVote.RunOff;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Direct vote 直接票决")
class DirectVoteTest {

    private static final BidRef A = new BidRef("a".repeat(32));
    private static final BidRef B = new BidRef("b".repeat(32));
    private static final BidRef C = new BidRef("c".repeat(32));
    private static final BidRef D = new BidRef("d".repeat(32));

    @Test
    void sevenMembersWithoutMajorityGoOnWithEverybodyWhoTiesAtTheCut() {
        var first = DirectVote.count(7, List.of(A, B, C), votes(3, 2, 2));
        assertThat(first).isEqualTo(new RunOff(List.of(A, B, C)));

        assertThat(DirectVote.count(7, List.of(A, B, C), votes(4, 2, 1))).isEqualTo(new Elected(A));
    }

    @Test
    void runOffIsBetweenTheFirstTwo() {
        assertThat(DirectVote.count(7, List.of(A, B, C), votes(3, 3, 1))).isEqualTo(new RunOff(List.of(A, B)));
    }

    @Test
    void fiveMembersWithFourFinalistsKeepAllWhoTieBehindTheFirst() {
        assertThat(DirectVote.count(5, List.of(A, B, C, D), votes(2, 1, 1, 1)))
                .isEqualTo(new RunOff(List.of(A, B, C, D)));
    }

    @Test
    void twoLeadersLeaveTheThirdBehind() {
        assertThat(DirectVote.count(5, List.of(A, B, C), votes(2, 1, 2))).isEqualTo(new RunOff(List.of(A, C)));
    }

    @Test
    void threeOfFiveIsAMajorityOfAllMembersEvenWhenTwoAreAbsent() {
        assertThat(DirectVote.count(5, List.of(A, B, C), votes(3, 0, 0))).isEqualTo(new Elected(A));
        assertThat(DirectVote.count(7, List.of(A, B, C), votes(3, 0, 0))).isInstanceOf(RunOff.class);
    }

    @Test
    void aSingleFinalistStillNeedsTheMajority() {
        assertThat(DirectVote.count(5, List.of(A), votes(2))).isEqualTo(new RunOff(List.of(A)));
        assertThat(DirectVote.count(5, List.of(A), votes(3))).isEqualTo(new Elected(A));
    }

    private static List<BidRef> votes(int... counts) {
        var all = List.of(A, B, C, D);
        var votes = new ArrayList<BidRef>();
        for (int i = 0; i < counts.length; i++) {
            votes.addAll(Collections.nCopies(counts[i], all.get(i)));
        }
        return votes;
    }
}
