package cn.qifeng.evaluation.report.document;

import cn.qifeng.evaluation.adjustment.domain.AdjustmentFinding;
import cn.qifeng.evaluation.adjustment.domain.FindingLine;
import cn.qifeng.evaluation.adjustment.domain.FoundFacts;
import cn.qifeng.evaluation.panel.domain.DeclaredAdjustment;
import cn.qifeng.evaluation.panel.domain.OpenedBid;
import cn.qifeng.evaluation.panel.domain.SessionOrder;
import cn.qifeng.evaluation.report.application.ReportContent;
import cn.qifeng.evaluation.scoring.domain.ReviewedLine;
import cn.qifeng.evaluation.scoring.domain.ReviewedRanking;
import cn.qifeng.kernel.score.PriceAdjustment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reviewed prices in the words of the report: findings, every step, and the table that compares them (标价比较表, 12号令 §33). */
final class ReviewedPriceText {

    private final Xhtml text;
    private final ReportContent content;
    private final SessionOrder order;
    private final List<DeclaredAdjustment> declared;
    private final UnaryOperator<String> name;
    private final UnaryOperator<String> number;

    private ReviewedPriceText(
            Xhtml text, ReportContent content, UnaryOperator<String> name, UnaryOperator<String> number) {
        this.text = text;
        this.content = content;
        this.order = content.session().order();
        this.declared = DeclaredAdjustment.of(order.method());
        this.name = name;
        this.number = number;
    }

    /**
     * Writes the section.
     *
     * @param name of a bidder by bid id
     * @param number of a member by certificate id
     */
    static void write(
            Xhtml text,
            ReportContent content,
            ReviewedRanking ranking,
            UnaryOperator<String> name,
            UnaryOperator<String> number) {
        var section = new ReviewedPriceText(text, content, name, number);
        text.heading("七、评标价")
                .paragraph("评标价等于计入的投标报价加减招标文件载明的量化因素的金额，由低到高排序；评标价相同的，投标报价低的在先；投标报价也相同的，签号小的在先。合同价为投标报价，不是评标价。");
        section.rules();
        section.findings();
        section.comparison(ranking);
    }

    /** Writes the section of one bidder's letter: its own steps, and nobody else's. */
    static void own(Xhtml text, ReportContent content, ReviewedRanking ranking, OpenedBid bid) {
        text.heading("五、评标价");
        var line = ranking.line(bid.bidId());
        if (line.isEmpty()) {
            text.paragraph("投标被否决，不参加评标价排序。");
            return;
        }
        var section = new ReviewedPriceText(text, content, id -> bid.name(), member -> "");
        var steps = line.get().steps();
        text.table(
                List.of("代码", "量化因素", "量化标准", "认定事实", "金额（元）#"),
                IntStream.range(0, steps.size())
                        .mapToObj(i -> {
                            var declared = section.declared.get(i);
                            return List.of(
                                    declared.code(),
                                    declared.name(),
                                    rule(declared.rule()),
                                    section.why(bid.bidId(), declared.code()),
                                    signed(steps.get(i).yuan()));
                        })
                        .toList());
        text.paragraph(section.sum(line.get()))
                .paragraph("评标价由低到高排第" + line.get().rank() + "名。合同价为投标报价，不是评标价。");
    }

    private void rules() {
        if (declared.isEmpty()) {
            text.paragraph("招标文件未设量化因素，评标价等于计入的投标报价。");
            return;
        }
        text.table(
                List.of("代码", "量化因素", "认定依据", "量化标准"),
                declared.stream()
                        .map(it -> List.of(it.code(), it.name(), it.basis(), rule(it.rule())))
                        .toList());
    }

    private static String rule(PriceAdjustment rule) {
        if (rule instanceof PriceAdjustment.Duration it) {
            return "以" + it.baseDays() + "日历天为基准，每多一天加" + yuan(it.later().yuan()) + "元，每少一天减"
                    + yuan(it.earlier().yuan()) + "元";
        }
        if (rule instanceof PriceAdjustment.Deviation it) {
            return "每处" + signed(it.yuan()) + "元";
        }
        if (rule instanceof PriceAdjustment.Share it) {
            return "每处为计入报价的" + it.percent().toPlainString() + "%";
        }
        return "漏项按其他有效投标对该项的最高报价";
    }

    private void findings() {
        if (content.findings().isEmpty()) {
            return;
        }
        var rows = new ArrayList<List<String>>();
        for (var finding : content.findings()) {
            for (var line : finding.lines()) {
                rows.add(List.of(
                        "第" + finding.number() + "号",
                        finding.code(),
                        name.apply(line.bidId()),
                        found(line),
                        line.page().isEmpty() ? "—" : line.page(),
                        finding.inFavour() + ":" + finding.against(),
                        finding.carried() ? "成立" : "不成立"));
            }
        }
        text.paragraph("评标委员会对各量化因素逐项认定，全体成员逐人以数字证书签名表决，过半数同意的成立；同一投标同一因素有多次认定的，以最后一次成立的为准。")
                .table(List.of("认定", "因素", "投标人", "认定事实", "证据页", "表决（赞成:反对）", "结论"), rows);
        content.findings().forEach(this::dissents);
    }

    private static String found(FindingLine line) {
        return line.count()
                .map(it -> it + "处")
                .orElseGet(() ->
                        line.quote().map(it -> "报价" + yuan(it.yuan()) + "元").orElse("漏项"));
    }

    private void dissents(AdjustmentFinding finding) {
        finding.ordered().stream()
                .filter(it -> !it.agrees())
                .forEach(it -> text.paragraph(
                        "委员" + number.apply(it.member()) + "对第" + finding.number() + "号认定的不同意见：" + it.opinion()));
    }

    /** The table is as wide with twenty adjustments as with none; what each comes to stands in the second one. */
    private void comparison(ReviewedRanking ranking) {
        var lines = ranking.lines().stream()
                .sorted(Comparator.comparing(ReviewedLine::rank))
                .toList();
        text.heading("标价比较表")
                .table(
                        List.of("名次", "投标人", "唱标价（元）#", "计入报价（元）#", "量化因素合计（元）#", "评标价（元）#"),
                        lines.stream().map(this::compared).toList());
        if (!declared.isEmpty()) {
            text.paragraph("各量化因素的金额：")
                    .table(
                            List.of("名次", "投标人", "代码", "量化因素", "认定事实", "金额（元）#"),
                            lines.stream().flatMap(this::steps).toList());
        }
        lines.forEach(it -> text.paragraph(sum(it)));
    }

    private List<String> compared(ReviewedLine line) {
        var sung = order.bid(line.bidId()).flatMap(OpenedBid::price).orElseThrow();
        return List.of(
                String.valueOf(line.rank()),
                name.apply(line.bidId()),
                yuan(sung.yuan()),
                yuan(line.price().yuan()),
                signed(line.reviewed().subtract(line.price().yuan())),
                yuan(line.reviewed()));
    }

    private Stream<List<String>> steps(ReviewedLine line) {
        return IntStream.range(0, declared.size())
                .mapToObj(i -> List.of(
                        String.valueOf(line.rank()),
                        name.apply(line.bidId()),
                        declared.get(i).code(),
                        declared.get(i).name(),
                        why(line.bidId(), declared.get(i).code()),
                        signed(line.steps().get(i).yuan())));
    }

    private String sum(ReviewedLine line) {
        var sum = new StringBuilder(name.apply(line.bidId()))
                .append("：")
                .append(yuan(line.price().yuan()));
        for (var step : line.steps()) {
            if (step.yuan().signum() != 0) {
                sum.append(step.yuan().signum() < 0 ? " − " : " + ")
                        .append(yuan(step.yuan().abs()))
                        .append("（")
                        .append(step.code())
                        .append("，")
                        .append(why(line.bidId(), step.code()))
                        .append("）");
            }
        }
        return sum.append(" = ").append(yuan(line.reviewed())).append("元。").toString();
    }

    private String why(String bidId, String code) {
        return FoundFacts.of(content.findings())
                .line(bidId, code)
                .map(ReviewedPriceText::found)
                .orElseGet(() -> order.bid(bidId)
                        .flatMap(OpenedBid::durationDays)
                        .map(it -> it + "日历天")
                        .orElse(""));
    }

    private static String signed(BigDecimal yuan) {
        return (yuan.signum() > 0 ? "+" : "") + yuan(yuan);
    }

    private static String yuan(BigDecimal yuan) {
        return BasePriceText.yuan(yuan);
    }
}
