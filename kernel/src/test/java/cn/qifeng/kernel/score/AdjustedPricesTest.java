package cn.qifeng.kernel.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.score.AdjustedPrices.Facts;
import cn.qifeng.kernel.score.AdjustedPrices.Step;
import cn.qifeng.kernel.score.PriceAdjustment.Deviation;
import cn.qifeng.kernel.score.PriceAdjustment.Duration;
import cn.qifeng.kernel.score.PriceAdjustment.Omission;
import cn.qifeng.kernel.score.PriceAdjustment.Share;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Adjusted prices 评标价")
class AdjustedPricesTest {

    private static final List<PriceAdjustment> DECLARED = List.of(
            new Omission("L1"),
            new Duration("L2", 300, Fen.ofYuan("1000"), Fen.ofYuan("500.50")),
            new Deviation("L3", new BigDecimal("20000.00")),
            new Share("L4", new BigDecimal("0.15")));

    @Test
    void addsWhatTheDocumentDeclaresInItsOrder() {
        var lines = AdjustedPrices.of(
                DECLARED,
                List.of(
                        new Facts(price("A", "7850000"), 310, Map.of("L3", 1, "L4", 0), Map.of()),
                        new Facts(
                                price("B", "7920000.37"),
                                296,
                                Map.of("L3", 0, "L4", 3),
                                Map.of("L1", Fen.ofYuan("120000")))));

        assertThat(lines.get(0).steps())
                .containsExactly(
                        step("L1", "120000.00"), step("L2", "10000.00"), step("L3", "20000.00"), step("L4", "0.00"));
        assertThat(lines.get(0).reviewed().toPlainString()).isEqualTo("8000000.00");
        assertThat(lines.get(1).steps())
                .containsExactly(
                        step("L1", "0.00"), step("L2", "-2002.00"), step("L3", "0.00"), step("L4", "35640.00"));
        assertThat(lines.get(1).reviewed().toPlainString()).isEqualTo("7953638.37");
        assertThat(lines).extracting(AdjustedPrices.Line::rank).containsExactly(2, 1);
        assertThat(lines.get(0).price()).isEqualTo(Fen.ofYuan("7850000"));
    }

    @Test
    void putsTheLowerBidPriceFirstOfEqualReviewedPricesAndLetsEqualsInBothShareAPlace() {
        var lines = AdjustedPrices.of(
                List.of(new Deviation("L3", new BigDecimal("10.00"))),
                List.of(
                        new Facts(price("A", "100"), 1, Map.of("L3", 0), Map.of()),
                        new Facts(price("B", "90"), 1, Map.of("L3", 1), Map.of()),
                        new Facts(price("C", "90"), 1, Map.of("L3", 1), Map.of())));

        assertThat(lines).extracting(AdjustedPrices.Line::rank).containsExactly(3, 1, 1);
    }

    @Test
    void comesToTheSameInAnyOrderOfTheBids() {
        var bids = new ArrayList<>(List.of(
                new Facts(price("A", "100"), 300, Map.of("L3", 0, "L4", 1), Map.of()),
                new Facts(price("B", "90"), 301, Map.of("L3", 1, "L4", 0), Map.of("L1", Fen.ofYuan("7"))),
                new Facts(price("C", "95"), 299, Map.of("L3", 2, "L4", 2), Map.of("L1", Fen.ofYuan("9")))));
        var expected = AdjustedPrices.of(DECLARED, bids);

        Collections.reverse(bids);

        assertThat(AdjustedPrices.of(DECLARED, bids)).isEqualTo(expected);
    }

    @Test
    void addsNothingForAnItemThatEveryBidLeavesOut() {
        var line = AdjustedPrices.of(
                        List.of(new Omission("L1")),
                        List.of(
                                new Facts(price("A", "100"), 1, Map.of(), Map.of()),
                                new Facts(price("B", "110"), 1, Map.of(), Map.of())))
                .get(0);

        assertThat(line.reviewed()).isEqualByComparingTo("100");
    }

    @Test
    void needsACountForEachDeviation() {
        var bids = List.of(new Facts(price("A", "100"), 1, Map.of("L3", 0), Map.of()));

        assertThatThrownBy(() -> AdjustedPrices.of(DECLARED, bids)).isInstanceOf(NoSuchElementException.class);
    }

    private static PriceBid price(String bid, String yuan) {
        return new PriceBid(bid, Fen.ofYuan(yuan));
    }

    private static Step step(String code, String yuan) {
        return new Step(code, new BigDecimal(yuan));
    }
}
