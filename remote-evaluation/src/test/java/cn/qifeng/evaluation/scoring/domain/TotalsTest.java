package cn.qifeng.evaluation.scoring.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.score.PriceScore;
import cn.qifeng.kernel.score.PriceScores;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Ranking of bids 评标排序")
class TotalsTest {

    private static final List<String> LIST = List.of("a", "b", "c", "d", "e");

    @Test
    @DisplayName("A-145: by total, of equals by price score, then by the lower price, then by the bid id")
    void ranksByTotalThenPriceScoreThenLowerPrice() {
        var prices = new PriceScores(
                new BigDecimal("100"),
                new Fen(100_00),
                Optional.empty(),
                List.of(
                        score("a", 90_00, "50.00"),
                        score("b", 100_00, "60.00"),
                        score("c", 99_00, "55.00"),
                        score("d", 98_00, "55.00"),
                        score("e", 98_00, "55.00")));
        var technical = Map.of("a", "35.00", "b", "30.00", "c", "30.00", "d", "30.00", "e", "30.00");

        var ranked =
                Totals.of(new BigDecimal("0.97"), prices, bid -> new BigDecimal(technical.get(bid))).ranked().stream()
                        .map(TotalLine::bidId)
                        .toList();

        assertThat(ranked).containsExactly("b", "d", "e", "c", "a");
        assertThat(Recommendation.of(ranked, false, 3, LIST))
                .isEqualTo(new Recommendation(true, List.of("b", "d", "e")));
        assertThat(Recommendation.of(ranked, true, 4, LIST).bidIds()).containsExactly("b", "c", "d", "e");
    }

    private static PriceScore score(String bid, long fen, String score) {
        return new PriceScore(bid, new Fen(fen), BigDecimal.ZERO, true, new BigDecimal(score));
    }
}
