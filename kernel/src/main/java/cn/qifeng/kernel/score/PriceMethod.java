package cn.qifeng.kernel.score;

import java.util.Arrays;
import java.util.Optional;

/** Published price methods (评标价格方法) by the code that stands in publications and entries. */
public enum PriceMethod {
    /** Composite evaluation: mean × drawn coefficient (综合评估法). */
    MEAN_TIMES_COEFFICIENT("M-A"),
    /** Reasonable low price: mean × (1 − drawn discount) (合理低价法). */
    MEAN_LESS_DISCOUNT("M-B"),
    /** Mean and price ceiling, weighted (均值与控制价复合). */
    MEAN_WITH_CEILING("M-C"),
    /** Blend of ceiling, one drawn price and the lowest (ABC 合成法). */
    ABC_BLEND("M-D"),
    /** Lowest reviewed price (经评审的最低投标价法). */
    LOWEST_REVIEWED_PRICE("M-E");

    private final String code;

    PriceMethod(String code) {
        this.code = code;
    }

    /** The code, such as {@code M-A}. */
    public String code() {
        return code;
    }

    /** The method of a code. */
    public static Optional<PriceMethod> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
    }
}
