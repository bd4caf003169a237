package cn.qifeng.evaluation.report.document;

import cn.qifeng.evaluation.panel.domain.Criterion;
import cn.qifeng.evaluation.panel.domain.SessionOrder;
import cn.qifeng.evaluation.report.application.ReviewedOnceMore;
import cn.qifeng.evaluation.scoring.domain.BidStanding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the report of a re-review tells beside every report (复评情况): why, what was opened, and before beside after. */
final class ReworkText {

    private static final Map<String, String> GROUNDS = Map.of(
            "SUM_WRONG", "分值汇总计算错误",
            "OUT_OF_RANGE", "分项评分超出评分标准范围",
            "OBJECTIVE_DIFFERS", "评标委员会成员对客观评审因素评分不一致",
            "EXTREME_POINTS", "评分畸高、畸低",
            "NOT_BY_CRITERIA", "不按照招标文件规定的评标标准和方法评标",
            "NOT_REJECTED", "对依法应当否决的投标不提出否决意见",
            "OBJECTION_UPHELD", "对评标结果的异议成立",
            "COMPLAINT_UPHELD", "投诉成立");

    private final ReviewedOnceMore review;
    private final SessionOrder order;
    private final UnaryOperator<String> name;
    private final UnaryOperator<String> number;

    private ReworkText(
            ReviewedOnceMore review, SessionOrder order, UnaryOperator<String> name, UnaryOperator<String> number) {
        this.review = review;
        this.order = order;
        this.name = name;
        this.number = number;
    }

    /** The section of the report. */
    static void write(
            Xhtml text,
            ReviewedOnceMore review,
            SessionOrder order,
            UnaryOperator<String> name,
            UnaryOperator<String> number) {
        var section = new ReworkText(review, order, name, number);
        section.why(text);
        section.points(text);
        section.standings(text);
    }

    /** What a bidder is told of it. */
    static String told(ReviewedOnceMore review) {
        return "本标段经监督部门批准由原评标委员会复评（事由：" + ground(review) + "，" + review.order().law()
                + "）。本告知书以复评结果为准，此前的评审结果告知书（评标报告SM3：" + review.order().report() + "）同时作废。";
    }

    private void why(Xhtml text) {
        var rework = review.order();
        text.heading("复评情况")
                .paragraph("本报告为第" + rework.number() + "号复评申请的评标报告，取代此前签署的评标报告，后者留存并作废。复评由原评标委员会进行，"
                        + "仅对批准范围内的评分项重新评分；各委员以新版本密封提交，全部提交后同时揭示，范围以外的评分未作变更。复评时报价已经公开。")
                .table(
                        List.of("项目", "内容"),
                        List.of(
                                List.of("事由", ground(review) + "（" + rework.law() + "）"),
                                List.of("申请理由", rework.reason()),
                                List.of("证据", rework.evidence()),
                                List.of("监督部门批准意见", rework.decision()),
                                List.of("批准范围", scope()),
                                List.of("被取代报告的SM3摘要", rework.report())));
    }

    private String scope() {
        return review.order().places().stream()
                .map(it -> name.apply(it.bidId()) + "："
                        + it.items().stream().map(this::item).collect(Collectors.joining("、")))
                .collect(Collectors.joining("；"));
    }

    private void points(Xhtml text) {
        var changes = review.comparison().points();
        if (changes.isEmpty()) {
            text.paragraph("经复评，各委员维持原评分。");
            return;
        }
        text.paragraph("评分变更：")
                .table(
                        List.of("投标人", "评分项", "委员", "复评前#", "复评后#", "理由"),
                        changes.stream()
                                .map(it -> List.of(
                                        name.apply(it.bidId()),
                                        item(it.item()),
                                        number.apply(it.member()),
                                        decimal(it.before()),
                                        decimal(it.after()),
                                        it.reason()))
                                .toList());
    }

    private void standings(Xhtml text) {
        var comparison = review.comparison();
        var bids = Stream.concat(comparison.before().stream(), comparison.after().stream())
                .map(BidStanding::bidId)
                .distinct()
                .toList();
        text.paragraph("得分与名次对照：")
                .table(
                        List.of("投标人", "技术（前）#", "技术（后）#", "报价（前）#", "报价（后）#", "综合（前）#", "综合（后）#", "名次（前）#", "名次（后）#"),
                        bids.stream()
                                .map(it -> row(it, find(comparison.before(), it), find(comparison.after(), it)))
                                .toList());
    }

    private List<String> row(String bid, Optional<BidStanding> before, Optional<BidStanding> after) {
        return List.of(
                name.apply(bid),
                decimal(before.map(BidStanding::technical).orElse(null)),
                decimal(after.map(BidStanding::technical).orElse(null)),
                decimal(before.map(BidStanding::price).orElse(null)),
                decimal(after.map(BidStanding::price).orElse(null)),
                decimal(before.map(BidStanding::total).orElse(null)),
                decimal(after.map(BidStanding::total).orElse(null)),
                before.map(it -> String.valueOf(it.rank())).orElse("否决"),
                after.map(it -> String.valueOf(it.rank())).orElse("否决"));
    }

    private static Optional<BidStanding> find(List<BidStanding> standings, String bid) {
        return standings.stream().filter(it -> it.bidId().equals(bid)).findFirst();
    }

    private String item(String code) {
        return order.criteria().stream()
                .filter(it -> it.item().equals(code))
                .map(Criterion::name)
                .findFirst()
                .orElse(code);
    }

    private static String ground(ReviewedOnceMore review) {
        return GROUNDS.getOrDefault(review.order().ground(), review.order().ground());
    }

    private static String decimal(BigDecimal value) {
        return value == null ? "—" : value.setScale(2).toPlainString();
    }
}
