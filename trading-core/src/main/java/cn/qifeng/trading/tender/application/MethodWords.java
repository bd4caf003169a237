package cn.qifeng.trading.tender.application;

import cn.qifeng.kernel.score.PriceMethod;
import cn.qifeng.trading.tender.domain.AdjustmentRule;
import cn.qifeng.trading.tender.domain.BlindRule.Breach;
import cn.qifeng.trading.tender.domain.CorrectionRule.Price;
import cn.qifeng.trading.tender.domain.ScoringMethod;
import cn.qifeng.trading.tender.domain.Trim;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** A scoring method in the words of the tender document (评标办法条款). */
public final class MethodWords {

    private static final String PARTS = "其中A等于最高投标限价乘以（1减下浮率Δ）；"
            + "不低于区间下限且不高于最高投标限价的有效投标报价为区间内报价，区间下限等于计入平均的有效投标报价的算术平均值乘以0.7，"
            + "加上最高投标限价乘以0.3，再乘以0.75，没有区间内报价的，全部有效投标报价视为区间内报价；"
            + "C为区间内的最低报价；B为区间内其他报价中签号最小的一家的报价，没有其他报价的，B等于C；"
            + "签号由抽取系数K的种子和投标编号按公开算法算出，启封前即已确定，任何人可以复算。";

    private MethodWords() {}

    /** Its name. */
    public static String name(ScoringMethod method) {
        return switch (method.price()) {
            case MEAN_LESS_DISCOUNT -> "合理低价法";
            case MEAN_WITH_CEILING -> "均值与控制价复合法";
            case ABC_BLEND -> "ABC合成法";
            case LOWEST_REVIEWED_PRICE -> "经评审的最低投标价法";
            default -> "综合评估法";
        };
    }

    /** What is drawn at the opening. */
    public static String drawn(ScoringMethod method) {
        return switch (method.price()) {
            case MEAN_LESS_DISCOUNT -> "下浮率";
            case MEAN_WITH_CEILING -> "权重Q1";
            case ABC_BLEND -> "系数K和下浮率Δ";
            case LOWEST_REVIEWED_PRICE -> "各投标的签号";
            default -> "系数K";
        };
    }

    /** What the base price D is equal to. */
    public static String base(ScoringMethod method) {
        var mean = "计入平均的有效投标报价的算术平均值";
        return switch (method.price()) {
            case MEAN_LESS_DISCOUNT -> mean + "乘以（1减下浮率）";
            case ABC_BLEND -> "A乘以50%、B乘以30%、C乘以20%三者之和乘以系数K";
            case MEAN_WITH_CEILING -> mean + "乘以" + method.k1() + "再乘以权重Q1，加上最高投标限价乘以" + method.k2() + "再乘以（1减Q1）";
            default -> mean + "乘以系数K";
        };
    }

    /** Which price counts after an arithmetic correction that binds. */
    public static String correction(ScoringMethod method) {
        var rule = method.correction();
        return "大写金额与小写金额不一致的，以大写为准；单价与工程量之积和合价不一致的，以单价为准，单价小数点有明显错误的除外；修正经投标人签名确认后具有约束力，合同按修正价订立。"
                + price(rule == null ? Price.SUNG : rule.ceiling()) + "与最高投标限价比较，"
                + price(rule == null ? Price.SUNG : rule.score())
                + (method.price() == PriceMethod.LOWEST_REVIEWED_PRICE ? "计入评标价" : "计入报价得分");
    }

    /** Whether technical files are blind, how they are written, and what a breach leads to. */
    public static String blind(ScoringMethod method) {
        var rule = method.blind();
        if (rule == null) {
            return "本标段技术文件不采用暗标";
        }
        return "本标段技术文件采用暗标：不超过" + rule.pagesMax() + "页，"
                + (rule.fonts().isEmpty() ? "" : "字体为" + String.join("、", rule.fonts()) + "，")
                + (rule.sizesPt().isEmpty() ? "" : "字号为" + String.join("、", rule.sizesPt()) + "磅，")
                + (rule.linesPt().isEmpty() ? "" : "行距为固定值" + String.join("、", rule.linesPt()) + "磅，")
                + "页边距不小于" + rule.marginMm() + "毫米，文字图表一律黑色，字体全部嵌入；不得有页眉、页脚、页码、水印、徽标、批注、附件、链接、隐藏文字和文档属性，"
                + "不得出现可以识别投标人及其人员、地区、业绩的名称、号码和图像。启封后平台将技术文件逐页重绘为统一的灰度版本，评标委员会成员在技术评分密封揭示之前只能按随机编号查阅该版本；"
                + "平台只列出疑似标记，是否违反由评标委员会在技术评分揭示之后表决认定，经全体成员过半数认定违反的，" + breach(rule.breach())
                + "。投标人可在封标前用平台公开的同一程序自行检查";
    }

    private static String breach(Breach breach) {
        return switch (breach) {
            case REJECT -> "否决其投标";
            case ZERO -> "技术部分计零分";
            case NONE -> "记入评标报告，不影响评审结果";
        };
    }

    private static String price(Price price) {
        return price == Price.CORRECTED ? "修正价" : "唱标价";
    }

    /** What a method comes to in one sentence, for the page of the publication's data. */
    public static String summary(ScoringMethod method) {
        if (method.price() == PriceMethod.LOWEST_REVIEWED_PRICE) {
            return name(method) + "：技术部分" + method.technicalFull() + "项，逐项评定通过或者不通过，不折算为价格；评标价等于投标报价加减量化因素的金额，由低到高排序；"
                    + (method.adjustments().isEmpty()
                            ? "不设量化因素"
                            : "量化因素："
                                    + method.adjustments().stream()
                                            .map(it -> it.code() + it.name() + "，" + rule(it))
                                            .collect(Collectors.joining("；")));
        }
        return name(method) + "：报价" + method.fullScore() + "分，技术" + method.technicalFull() + "分，E1=" + method.e1()
                + "，E2=" + method.e2() + "，" + drawn(method) + "取自" + pools(method) + "；基准价等于" + base(method);
    }

    /** What an adjustment comes to. */
    static String rule(AdjustmentRule rule) {
        return switch (rule.kind()) {
            case OMISSION -> "漏项按其他有效投标对该项的最高报价计入评标价；全部投标均未报价的，不计";
            case DURATION ->
                "以" + rule.baseDays() + "日历天为基准，每多一天加" + money(rule.laterFen()) + "元，每少一天减" + money(rule.earlierFen())
                        + "元，工期以开标记录为准";
            case DEVIATION -> "每出现一处" + sign(rule.amountFen()) + money(Math.abs(rule.amountFen())) + "元";
            case SHARE -> {
                var percent = new BigDecimal(rule.percent());
                yield "每出现一处" + sign(percent.signum()) + "投标报价的" + percent.abs().toPlainString() + "%，四舍五入到分";
            }
        };
    }

    private static String sign(long amount) {
        return amount < 0 ? "减" : "加";
    }

    private static String money(long fen) {
        return String.format("%,.2f", BigDecimal.valueOf(fen, 2));
    }

    /** The sets that are drawn from. */
    public static String pools(ScoringMethod method) {
        var k = set(method.k());
        return method.delta().isEmpty() ? k : k + "和" + set(method.delta());
    }

    /** What the letters of the base price mean, and which prices are left out of the mean. */
    public static String rules(ScoringMethod method) {
        var trim = method.trim().isEmpty()
                ? "不去掉任何报价"
                : method.trim().stream().map(MethodWords::trim).collect(Collectors.joining("；"));
        return method.price() == PriceMethod.ABC_BLEND ? PARTS + trim : trim;
    }

    private static String trim(Trim trim) {
        var left = trim.share()
                ? trim.dropHighPercent() + "%的最高报价和" + trim.dropLowPercent() + "%的最低报价（家数四舍五入）"
                : trim.dropHigh() + "个最高和" + trim.dropLow() + "个最低报价";
        return "有效报价达到" + trim.bidsMin() + "家时，计算平均值去掉" + left;
    }

    private static String set(List<String> pool) {
        return "{" + String.join("，", pool) + "}";
    }
}
