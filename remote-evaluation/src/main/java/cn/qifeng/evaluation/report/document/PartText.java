package cn.qifeng.evaluation.report.document;

import cn.qifeng.evaluation.panel.domain.Criterion;
import cn.qifeng.evaluation.panel.domain.OpenedBid;
import cn.qifeng.evaluation.panel.domain.SessionOrder;
import cn.qifeng.evaluation.report.application.ReportContent;
import cn.qifeng.evaluation.scoring.domain.BidPoints;
import cn.qifeng.evaluation.scoring.domain.Rejection;
import cn.qifeng.evaluation.scoring.domain.ReviewedLine;
import cn.qifeng.evaluation.scoring.domain.TotalLine;
import cn.qifeng.evaluation.scoring.domain.Totals;
import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.score.PriceMethod;
import cn.qifeng.kernel.score.TechnicalMean;
import cn.qifeng.kit.document.SealPlaces;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one bidder is told of the evaluation of its bid (投标人评审结果告知书): its points by item with the members' reasons, its
 * price score step by step, and each rejection with its ground (发改法规〔2022〕1117号 一(五), 招标投标法 §45). Points and reasons of
 * members stand without their names, from the least to the most, so that no expert can be told from them.
 */
final class PartText {

    static final String TITLE = "投标人评审结果告知书";

    private final ReportContent content;
    private final SessionOrder order;
    private final OpenedBid bid;

    private PartText(ReportContent content, OpenedBid bid) {
        this.content = content;
        this.order = content.session().order();
        this.bid = bid;
    }

    /** The body as XHTML, every text escaped. */
    static String of(ReportContent content, String bidId) {
        var bid = content.session().order().evaluated().stream()
                .filter(it -> it.bidId().equals(bidId))
                .findFirst()
                .orElseThrow();
        return new PartText(content, bid).body();
    }

    private String body() {
        var text = new Xhtml();
        if (content.sandbox()) {
            text.raw("<p class=\"sandbox\">沙箱环境演示文件，时间为可拨动的演示时钟，不具法律效力</p>");
        }
        text.raw("<h1>" + TITLE + "</h1>").paragraph(bid.name() + "：");
        text.paragraph("你单位参加" + order.name() + "（标段编号" + order.lotCode() + "）的投标，评标委员会评审结果如下。");
        content.onceMore().map(ReworkText::told).ifPresent(text::paragraph);
        conclusion(text);
        ScreeningText.own(text, content, bid.bidId());
        rejections(text);
        items(text);
        breaches(text);
        reasons(text);
        content.result().totals().ifPresent(it -> price(text, it));
        content.result().reviewed().ifPresent(it -> ReviewedPriceText.own(text, content, it, bid));
        clarifications(text);
        remedy(text);
        text.raw(SealPlaces.xhtml()).raw("<p class=\"note\">" + SealPlaces.NOTE + "</p>");
        return text.toString();
    }

    private void conclusion(Xhtml text) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("投标人", bid.name() + "（" + bid.uscc() + "）"));
        rows.add(List.of("唱标价（元）", yuan(bid.price().orElseThrow())));
        line().ifPresent(it -> rows.add(List.of("综合得分", points(it.total()))));
        reviewed()
                .ifPresent(it ->
                        rows.add(List.of("评标价（元）及名次", BasePriceText.yuan(it.reviewed()) + "，第" + it.rank() + "名")));
        rows.add(List.of("评审结论", outcome()));
        text.heading("一、评审结论").table(List.of("项目", "内容"), rows);
    }

    private Optional<ReviewedLine> reviewed() {
        return content.result().reviewed().flatMap(it -> it.line(bid.bidId()));
    }

    private String outcome() {
        if (!carried().isEmpty()) {
            return "投标被否决，理由见第二项";
        }
        var recommendation = content.result().recommendation();
        if (recommendation.isEmpty()) {
            return "有效投标不足三个且明显缺乏竞争，评标委员会否决全部投标";
        }
        int place = recommendation.get().bidIds().indexOf(bid.bidId());
        if (place < 0) {
            return "未被推荐";
        }
        return recommendation.get().ranked() ? "推荐为第" + (place + 1) + "中标候选人" : "推荐为定标候选人（不排序）";
    }

    private List<Rejection> carried() {
        return content.proposals().stream()
                .filter(it -> it.bidId().equals(bid.bidId()) && it.rejects())
                .toList();
    }

    private void rejections(Xhtml text) {
        text.heading("二、否决情况");
        var carried = carried();
        if (carried.isEmpty()) {
            text.paragraph("评标委员会未否决你单位的投标。");
            return;
        }
        text.table(
                List.of("依据", "理由", "证据页", "否决前澄清", "表决（赞成:反对）"),
                carried.stream()
                        .map(it -> List.of(
                                "《招标投标法实施条例》第五十一条（" + it.code() + "）",
                                it.reason(),
                                it.page(),
                                it.clarification()
                                        .map(number -> "第" + number + "号")
                                        .orElse("无须"),
                                it.inFavour() + ":" + it.against()))
                        .toList());
    }

    private void items(Xhtml text) {
        if (sheets().isEmpty()) {
            text.heading("三、技术部分各项得分").paragraph("未通过初步评审的投标不进入技术评审，没有得分。");
            return;
        }
        var rows = new ArrayList<List<String>>();
        for (var item : order.criteria()) {
            var given = sheets().stream()
                    .map(it -> it.pointsOf(item.item()))
                    .sorted()
                    .toList();
            rows.add(List.of(
                    item.item(),
                    item.name() + (item.kind() == Criterion.Kind.OBJECTIVE ? "（客观分）" : ""),
                    item.max().toPlainString(),
                    given.stream().map(PartText::points).collect(Collectors.joining("、")),
                    points(TechnicalMean.of(given))));
        }
        boolean passing = order.method().price() == PriceMethod.LOWEST_REVIEWED_PRICE;
        text.heading(passing ? "三、技术部分各项评定" : "三、技术部分各项得分")
                .paragraph(
                        passing
                                ? "各委员独立评定，1为通过，0为不通过；技术部分不折算为价格。"
                                : "各委员独立评分，由低到高列出；技术得分为各委员总分的算术平均值："
                                        + points(content.sheets().technical(bid.bidId())) + "分。")
                .table(List.of("编号", "评分项", "满分#", "各委员评分", "平均#"), rows);
    }

    /** A breach of the rules for blind files that did not reject the bid. */
    private void breaches(Xhtml text) {
        content.proposals().stream()
                .filter(it -> it.bidId().equals(bid.bidId()) && it.carried() && !it.rejects())
                .forEach(it -> text.paragraph("评标委员会以" + it.inFavour() + ":" + it.against() + "认定技术文件违反暗标编制要求（第"
                        + it.page() + "页，" + it.reason() + "），" + BlindText.consequence(it.effect()) + "。"));
    }

    private void reasons(Xhtml text) {
        var rows = new ArrayList<List<String>>();
        for (var item : order.criteria()) {
            sheets().stream()
                    .sorted(Comparator.comparing(it -> it.pointsOf(item.item())))
                    .filter(it -> !it.reasonOf(item.item()).isBlank())
                    .forEach(it ->
                            rows.add(List.of(item.item(), points(it.pointsOf(item.item())), it.reasonOf(item.item()))));
        }
        text.heading("四、评分理由");
        if (rows.isEmpty()) {
            text.paragraph("各委员未另写理由。");
        } else {
            text.table(List.of("编号", "评分#", "理由"), rows);
        }
    }

    private List<BidPoints> sheets() {
        return content.sheets().sheets().stream()
                .filter(it -> it.points().containsKey(bid.bidId()))
                .map(it -> it.of(bid.bidId()))
                .toList();
    }

    private void price(Xhtml text, Totals totals) {
        text.heading("五、报价得分");
        var own = line();
        if (own.isEmpty()) {
            text.paragraph("投标被否决，不参加报价评分。");
            return;
        }
        var names = order.evaluated().stream().collect(Collectors.toMap(OpenedBid::bidId, OpenedBid::name));
        BasePriceText.steps(order.method(), totals, new Fen(order.ceilingFen()), names::get)
                .forEach(text::paragraph);
        text.table(
                List.of("计分报价（元）#", "计入均值", "偏差率（%）#", "报价得分#", "技术得分#", "综合得分#"),
                List.of(List.of(
                        yuan(own.get().price()),
                        own.get().counted() ? "是" : "否",
                        own.get().deviation().toPlainString(),
                        points(own.get().priceScore()),
                        points(own.get().technicalScore()),
                        points(own.get().total()))));
    }

    private Optional<TotalLine> line() {
        return content.result().totals().stream()
                .flatMap(it -> it.lines().stream())
                .filter(it -> it.bidId().equals(bid.bidId()))
                .findFirst();
    }

    private void clarifications(Xhtml text) {
        text.heading("六、澄清、说明与算术修正");
        var own = content.clarifications().stream()
                .filter(it -> it.question().bidId().equals(bid.bidId())
                        && it.deadline().isPresent())
                .toList();
        if (own.isEmpty()) {
            text.paragraph("评标委员会未要求你单位澄清。");
        } else {
            ClarificationText.table(text, own, id -> bid.name());
        }
    }

    private void remedy(Xhtml text) {
        var when = content.result()
                .recommendation()
                .map(it -> "应当在" + (it.ranked() ? "中标" : "定标") + "候选人公示期间通过平台提出")
                .orElse("可以依法向招标人提出");
        text.heading("七、异议")
                .paragraph("对评标结果有异议的，" + when + "；招标人应当自收到之日起三日内答复，"
                        + "答复前暂停招标投标活动（《招标投标法实施条例》第五十四条）。本文件的SM3摘要记入本标段证据链条目 evaluation/parts，可据以核验。");
    }

    private static String points(BigDecimal points) {
        return points.setScale(2).toPlainString();
    }

    private static String yuan(Fen amount) {
        return BasePriceText.yuan(amount.yuan());
    }
}
