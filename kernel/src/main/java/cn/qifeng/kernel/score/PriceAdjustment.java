package cn.qifeng.kernel.score;

import cn.qifeng.kernel.Fen;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One adjustment that a tender document declares for method M-E (量化因素), such as a payment earlier than asked for; what it
 * comes to is exact, in yuan with two decimals, and positive where it makes the bid dearer (12号令 §32).
 */
public sealed interface PriceAdjustment {

    /** Code in the tender document, unique there. */
    String code();

    /** An item that a bid leaves out (单价遗漏、漏项): the highest quote of the others is added, {@link ReviewedPrices}. */
    record Omission(String code) implements PriceAdjustment {}

    /**
     * The duration that a bid offers (工期).
     *
     * @param baseDays calendar days that count nothing
     * @param later added for each day above
     * @param earlier taken off for each day below
     */
    record Duration(String code, int baseDays, Fen later, Fen earlier) implements PriceAdjustment {

        /** What so many calendar days come to. */
        public BigDecimal yuan(int days) {
            var rate = days > baseDays ? later : earlier;
            return rate.yuan().multiply(BigDecimal.valueOf((long) days - baseDays));
        }
    }

    /**
     * An amount for each deviation (偏差，按次定额).
     *
     * @param yuan two decimals, of either sign
     */
    record Deviation(String code, BigDecimal yuan) implements PriceAdjustment {

        /** What so many deviations come to. */
        public BigDecimal yuan(int count) {
            return yuan.multiply(BigDecimal.valueOf(count));
        }
    }

    /**
     * A share of the bid price for each deviation (偏差，按报价百分比).
     *
     * @param percent of either sign
     */
    record Share(String code, BigDecimal percent) implements PriceAdjustment {

        /** What so many deviations of a bid at this price come to, rounded once, HALF_UP to 0.01 yuan. */
        public BigDecimal yuan(Fen price, int count) {
            return price.yuan()
                    .multiply(percent)
                    .multiply(BigDecimal.valueOf(count))
                    .movePointLeft(2)
                    .setScale(2, RoundingMode.HALF_UP);
        }
    }
}
