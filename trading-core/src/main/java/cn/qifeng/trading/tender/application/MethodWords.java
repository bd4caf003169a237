package cn.qifeng.trading.tender.application;

import cn.qifeng.trading.tender.domain.ScoringMethod;

/** A scoring method in the words of the tender document (评标办法条款). */
public final class MethodWords {

    private MethodWords() {}

    /** Its name. */
    public static String name(ScoringMethod method) {
        return switch (method.price()) {
            case MEAN_LESS_DISCOUNT -> "合理低价法";
            case MEAN_WITH_CEILING -> "均值与控制价复合法";
            default -> "综合评估法";
        };
    }

    /** What is drawn at the opening. */
    public static String drawn(ScoringMethod method) {
        return switch (method.price()) {
            case MEAN_LESS_DISCOUNT -> "下浮率";
            case MEAN_WITH_CEILING -> "权重Q1";
            default -> "系数K";
        };
    }

    /** What the base price D is equal to. */
    public static String base(ScoringMethod method) {
        var mean = "计入平均的有效投标报价的算术平均值";
        return switch (method.price()) {
            case MEAN_LESS_DISCOUNT -> mean + "乘以（1减下浮率）";
            case MEAN_WITH_CEILING -> mean + "乘以" + method.k1() + "再乘以权重Q1，加上最高投标限价乘以" + method.k2() + "再乘以（1减Q1）";
            default -> mean + "乘以系数K";
        };
    }
}
