package cn.qifeng.evaluation.scoring.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.score.AdjustedPrices;
import cn.qifeng.kernel.score.PriceAdjustment.Deviation;
import cn.qifeng.kernel.score.PriceBid;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Reviewed prices in order 评标价排序")
class ReviewedRankingTest {

    private static final ScoreItem ITEM = new ScoreItem("T1", "施工组织设计", BigDecimal.ONE, false);

    @Test
    void putsTheLowerBidPriceFirstOfEqualsAndThenTheLowerLot() {
        var prices = AdjustedPrices.of(
                List.of(new Deviation("L1", new BigDecimal("0.50"))),
                List.of(facts("a", 100, 0), facts("b", 100, 0), facts("c", 50, 1), facts("d", 300, 0)));

        var ranking = ReviewedRanking.of(prices, List.of("d", "c", "b", "a"), bid -> BigDecimal.ONE);

        assertThat(ranking.ranked()).containsExactly("c", "b", "a", "d");
        assertThat(ranking.lines()).extracting(ReviewedLine::bidId).containsExactly("a", "b", "c", "d");
        assertThat(Recommendation.of(ranking.ranked(), true, 3, List.of("a", "b", "c", "d"))
                        .bidIds())
                .containsExactly("a", "b", "c");
    }

    @Test
    void tellsWhatMoreThanHalfOfTheMembersDidNotPass() {
        var sheets = new RevealedSheets(List.of(sheet("m1", 0, 0), sheet("m2", 0, 1), sheet("m3", 1, 1)));

        assertThat(sheets.notPassed(List.of(ITEM), List.of("a", "b"))).containsExactly("a/T1");
    }

    private static AdjustedPrices.Facts facts(String bid, long fen, int count) {
        return new AdjustedPrices.Facts(new PriceBid(bid, new Fen(fen)), 1, Map.of("L1", count), Map.of());
    }

    private static MemberSheet sheet(String member, int first, int second) {
        return new MemberSheet(member, Map.of("a", points(first), "b", points(second)));
    }

    private static BidPoints points(int points) {
        return new BidPoints("A", List.of(new ItemPoints("T1", BigDecimal.valueOf(points), "")));
    }
}
