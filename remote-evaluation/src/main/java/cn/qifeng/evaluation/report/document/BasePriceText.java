package cn.qifeng.evaluation.report.document;

import cn.qifeng.evaluation.panel.domain.MethodSetting;

/** A price method in the words of the report (评标基准价计算式). */
final class BasePriceText {

    private BasePriceText() {}

    static String name(MethodSetting method) {
        var words = switch (method.price()) {
            case MEAN_LESS_DISCOUNT -> "合理低价法（%s，均值下浮）";
            case MEAN_WITH_CEILING -> "均值与控制价复合法（%s）";
            default -> "综合评估法（%s，均值乘系数）";
        };
        return words.formatted(method.code());
    }

    /** What was drawn at the opening. */
    static String drawn(MethodSetting method) {
        return switch (method.price()) {
            case MEAN_LESS_DISCOUNT -> "下浮率";
            case MEAN_WITH_CEILING -> "权重Q1";
            default -> "系数K";
        };
    }

    /** The base price by its numbers. */
    static String formula(MethodSetting method, String mean, String ceiling) {
        return switch (method.price()) {
            case MEAN_LESS_DISCOUNT -> mean + " × (1 − " + method.k() + ")";
            case MEAN_WITH_CEILING ->
                mean + " × " + method.k1().toPlainString() + " × " + method.k() + " + " + ceiling + " × "
                        + method.k2().toPlainString() + " × (1 − " + method.k() + ")";
            default -> mean + " × " + method.k();
        };
    }
}
