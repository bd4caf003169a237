package cn.qifeng.evaluation.clarification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.evaluation.clarification.domain.LowPriceRules.WarningLine;
import cn.qifeng.evaluation.clarification.domain.LowPriceTrigger.Rule;
import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.score.PriceBid;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Prices low enough to ask about 异常低价")
class LowPriceRulesTest {

    private static final Fen CEILING = Fen.ofYuan("10000000.00");
    private static final LowPriceRules OFF = rules("0", "0", "0", "0");

    @Test
    @DisplayName("(a) warning line D = L − (L − S − T) × W")
    void asksBelowTheWarningLineAndNotOnIt() {
        var line = new WarningLine(Fen.ofYuan("300000.00"), Fen.ofYuan("700000.00"), new BigDecimal("20"));
        var found = OFF.triggers(bids("8200000.00", "8199999.99"), CEILING, Optional.of(line));
        assertThat(found)
                .containsExactly(new LowPriceTrigger(
                        "b2", Rule.WARNING_LINE, Fen.ofYuan("8199999.99"), Fen.ofYuan("8200000.00")));
        assertThat(OFF.triggers(bids("1.00", "8199999.99"), CEILING, Optional.empty()))
                .isEmpty();
    }

    @Test
    @DisplayName("(b) half of the mean, half of the next lowest, 45 % of the ceiling")
    void asksBelowSharesOfMeanNextLowestAndCeiling() {
        var found = rules("50", "50", "45", "0")
                .triggers(bids("4400000.00", "9000000.00", "9500000.00"), CEILING, Optional.empty());
        assertThat(found).extracting(LowPriceTrigger::bidId).containsOnly("b1");
        assertThat(found).extracting(LowPriceTrigger::rule).containsExactly(Rule.CEILING, Rule.NEXT_LOWEST);
        var onTheLimit = rules("50", "50", "45", "0")
                .triggers(bids("4500000.00", "9000000.00", "13500000.00"), CEILING, Optional.empty());
        assertThat(onTheLimit).isEmpty();
        var belowTheMean = rules("50", "0", "0", "0")
                .triggers(bids("4499999.99", "9000000.00", "13500000.00"), CEILING, Optional.empty());
        assertThat(belowTheMean).extracting(LowPriceTrigger::rule).containsExactly(Rule.MEAN);
    }

    @Test
    @DisplayName("(c) 85 % of the mean of the others")
    void asksBelowAShareOfTheMeanOfTheOthers() {
        var rules = rules("0", "0", "0", "85");
        assertThat(rules.triggers(bids("8500000.00", "9000000.00", "11000000.00"), CEILING, Optional.empty()))
                .isEmpty();
        assertThat(rules.triggers(bids("8499999.99", "9000000.00", "11000000.00"), CEILING, Optional.empty()))
                .containsExactly(
                        new LowPriceTrigger("b1", Rule.OTHERS, Fen.ofYuan("8499999.99"), Fen.ofYuan("8500000.00")));
    }

    @Test
    void comparesASingleBidWithTheCeilingOnly() {
        assertThat(rules("50", "50", "45", "85").triggers(bids("1.00"), CEILING, Optional.empty()))
                .extracting(LowPriceTrigger::rule)
                .containsExactly(Rule.CEILING);
    }

    private static LowPriceRules rules(String mean, String next, String ceiling, String others) {
        return new LowPriceRules(
                new BigDecimal(mean), new BigDecimal(next), new BigDecimal(ceiling), new BigDecimal(others));
    }

    private static List<PriceBid> bids(String... yuan) {
        var bids = new ArrayList<PriceBid>();
        for (String price : yuan) {
            bids.add(new PriceBid("b" + (bids.size() + 1), Fen.ofYuan(price)));
        }
        return bids;
    }
}
