package cn.qifeng.evaluation.report.document;

import cn.qifeng.evaluation.panel.domain.MethodSetting;
import cn.qifeng.evaluation.scoring.domain.TotalLine;
import cn.qifeng.evaluation.scoring.domain.Totals;
import cn.qifeng.kernel.Fen;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A price method in the words of the report (评标基准价计算式). */
final class BasePriceText {

    private BasePriceText() {}

    static String name(MethodSetting method) {
        var words = switch (method.price()) {
            case MEAN_LESS_DISCOUNT -> "合理低价法（%s，均值下浮）";
            case MEAN_WITH_CEILING -> "均值与控制价复合法（%s）";
            case ABC_BLEND -> "ABC合成法（%s）";
            case LOWEST_REVIEWED_PRICE -> "经评审的最低投标价法（%s）";
            default -> "综合评估法（%s，均值乘系数）";
        };
        return words.formatted(method.code());
    }

    /** What was drawn at the opening. */
    private static String drawn(MethodSetting method) {
        return switch (method.price()) {
            case MEAN_LESS_DISCOUNT -> "下浮率为" + method.k();
            case MEAN_WITH_CEILING -> "权重Q1为" + method.k();
            case ABC_BLEND -> "系数K为" + method.k() + "、下浮率Δ为" + method.delta();
            default -> "系数K为" + method.k();
        };
    }

    /** What D is equal to, by its numbers. */
    private static String formula(MethodSetting method, Totals totals, String ceiling) {
        var mean = yuan(totals.mean());
        return switch (method.price()) {
            case MEAN_LESS_DISCOUNT -> mean + " × (1 − " + method.k() + ")";
            case MEAN_WITH_CEILING ->
                mean + " × " + method.k1().toPlainString() + " × " + method.k() + " + " + ceiling + " × "
                        + method.k2().toPlainString() + " × (1 − " + method.k() + ")";
            case ABC_BLEND -> {
                var parts = totals.parts().orElseThrow();
                yield "(" + yuan(parts.a()) + " × 50% + "
                        + yuan(parts.b().price().yuan()) + " × 30% + "
                        + yuan(parts.c().price().yuan()) + " × 20%) × " + method.k();
            }
            default -> mean + " × " + method.k();
        };
    }

    /**
     * How the base price came about, step by step.
     *
     * @param name of a bidder by bid id
     */
    static List<String> steps(MethodSetting method, Totals totals, Fen ceiling, UnaryOperator<String> name) {
        var limit = yuan(ceiling.yuan());
        var steps = new ArrayList<String>();
        steps.add("参与均值计算的报价共"
                + totals.lines().stream().filter(TotalLine::counted).count() + "家，算术平均值为" + yuan(totals.mean())
                + "元；开标时抽取的" + drawn(method) + "。");
        totals.parts()
                .ifPresent(parts -> steps.add("A = " + limit + " × (1 − " + method.delta() + ") = " + yuan(parts.a())
                        + "元；区间下限 = (" + yuan(totals.mean()) + " × 0.7 + " + limit + " × 0.3) × 0.75 = "
                        + yuan(parts.limit()) + "元，区间内报价" + parts.inRange() + "家；C为区间内最低报价"
                        + yuan(parts.c().price().yuan()) + "元（"
                        + name.apply(parts.c().bidId()) + "）；B为区间内其他报价中签号最小的"
                        + yuan(parts.b().price().yuan()) + "元（"
                        + name.apply(parts.b().bidId()) + "）。"));
        steps.add("评标基准价D = " + formula(method, totals, limit) + " = "
                + yuan(totals.base().yuan()) + "元。");
        return steps;
    }

    /** An amount with two to six decimals. */
    static String yuan(BigDecimal amount) {
        return new DecimalFormat("#,##0.00####", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount);
    }
}
