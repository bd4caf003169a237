package cn.qifeng.evaluation.report.document;

import cn.qifeng.evaluation.panel.domain.ReviewItem;
import cn.qifeng.evaluation.panel.domain.SessionOrder;
import cn.qifeng.evaluation.report.application.ReportContent;
import cn.qifeng.evaluation.scoring.domain.RejectionBasis;
import cn.qifeng.evaluation.scoring.domain.RevealedJudgements;
import cn.qifeng.evaluation.scoring.domain.RevealedJudgements.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The preliminary review in the report and in each bidder's letter (初步评审情况). */
final class ScreeningText {

    private static final String HEADING = "初步评审（形式、资格、响应性）";

    private final SessionOrder order;
    private final RevealedJudgements judgements;
    private final boolean behind;
    private final List<String> items;

    private ScreeningText(SessionOrder order, RevealedJudgements judgements) {
        this.order = order;
        this.judgements = judgements;
        this.behind = order.screenedBehind();
        this.items = order.review().stream().map(ReviewItem::item).toList();
    }

    /** The section of the report; nothing where the tender document has no items for it. */
    static void write(Xhtml text, ReportContent content, UnaryOperator<String> name, UnaryOperator<String> number) {
        content.judgements().ifPresent(open -> {
            var own = new ScreeningText(content.session().order(), open);
            own.table(text, content, name);
            own.failed(text, name, number);
            var finding = content.session().screening().finding();
            if (!finding.isEmpty()) {
                text.paragraph("通过初步评审的投标不足三个，论证结论：" + finding);
            }
        });
    }

    /** What one bidder is told, without the members' names. */
    static void own(Xhtml text, ReportContent content, String bidId) {
        content.judgements().ifPresent(open -> {
            var own = new ScreeningText(content.session().order(), open);
            text.heading(HEADING)
                    .table(
                            List.of("评审阶段", "结果"),
                            List.of(ReviewItem.Part.values()).stream()
                                    .map(part -> List.of(part(part), own.result(bidId, part)))
                                    .toList());
            var rows = open.failed(bidId, own.items).stream()
                    .map(Said::judgement)
                    .map(it -> List.of(it.item(), own.name(it.item()), it.reason(), it.page()))
                    .toList();
            if (!rows.isEmpty()) {
                text.paragraph("有成员评定不通过的评审项：").table(List.of("编号", "评审项", "理由", "页码"), rows);
            }
        });
    }

    private void table(Xhtml text, ReportContent content, UnaryOperator<String> name) {
        var out = content.session().screening().out();
        var rows = order.evaluated().stream()
                .map(bid -> {
                    var row = new ArrayList<String>(List.of(name.apply(bid.bidId())));
                    for (var part : ReviewItem.Part.values()) {
                        row.add(result(bid.bidId(), part));
                    }
                    row.add(out.contains(bid.bidId()) ? "否决" : "通过");
                    return (List<String>) row;
                })
                .toList();
        text.heading(HEADING)
                .paragraph("各委员只按招标文件载明的评审项独立评定通过或者不通过并密封提交，全部提交后同时揭示；任一委员评定不通过的投标逐人表决，见否决投标情况。"
                        + (behind ? "初步评审在技术评分锁定之后进行。" : "通过的投标进入技术评审。"))
                .table(List.of("投标人", "形式评审", "资格评审", "响应性评审", "结论"), rows);
    }

    private void failed(Xhtml text, UnaryOperator<String> name, UnaryOperator<String> number) {
        var rows = new ArrayList<List<String>>();
        order.evaluated()
                .forEach(bid -> judgements
                        .failed(bid.bidId(), items)
                        .forEach(it -> rows.add(List.of(
                                name.apply(bid.bidId()),
                                it.judgement().item() + " "
                                        + name(it.judgement().item()),
                                number.apply(it.member()),
                                basis(it.judgement().basis().orElseThrow()),
                                it.judgement().reason(),
                                it.judgement().page()))));
        if (!rows.isEmpty()) {
            text.paragraph("委员评定不通过的评审项：").table(List.of("投标人", "评审项", "委员", "依据", "理由", "页码"), rows);
        }
    }

    /** 「全部通过」, or the items that some did not pass with how many passed them. */
    private String result(String bidId, ReviewItem.Part part) {
        int members = judgements.byMember().size();
        var doubted = order.review().stream()
                .filter(it -> it.part() == part && judgements.passed(bidId, it.item()) < members)
                .map(it -> it.item() + "（通过" + judgements.passed(bidId, it.item()) + "，不通过"
                        + (members - judgements.passed(bidId, it.item())) + "）")
                .collect(Collectors.joining("、"));
        return doubted.isEmpty() ? "全部通过" : doubted;
    }

    private String name(String item) {
        return order.review().stream()
                .filter(it -> it.item().equals(item))
                .map(ReviewItem::name)
                .findFirst()
                .orElse("");
    }

    private static String part(ReviewItem.Part part) {
        return switch (part) {
            case FORM -> "形式评审";
            case QUALIFICATION -> "资格评审";
            case RESPONSIVENESS -> "响应性评审";
        };
    }

    private static String basis(RejectionBasis basis) {
        return switch (basis) {
            case UNCLEAR -> "含义不明确";
            case INCONSISTENT -> "表述不一致";
            case OBVIOUS_ERROR -> "明显文字和计算错误";
            default -> "投标文件载明的事实";
        };
    }
}
