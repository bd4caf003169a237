package cn.qifeng.evaluation.report.document;

import cn.qifeng.evaluation.panel.domain.BlindSetting.Breach;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.OpenedBid;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SeatKind;
import cn.qifeng.evaluation.panel.domain.SeatState;
import cn.qifeng.evaluation.panel.domain.SessionOrder;
import cn.qifeng.evaluation.report.application.ReportContent;
import cn.qifeng.evaluation.report.domain.BidderPart;
import cn.qifeng.evaluation.scoring.domain.Competition;
import cn.qifeng.evaluation.scoring.domain.Recommendation;
import cn.qifeng.evaluation.scoring.domain.Rejection;
import cn.qifeng.evaluation.scoring.domain.TotalLine;
import cn.qifeng.evaluation.scoring.domain.Totals;
import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.score.PriceMethod;
import cn.qifeng.kit.document.SealPlaces;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Text of the evaluation report (评标报告, 12号令 §42): what the panel saw, decided and recommends. */
public final class ReportText {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA).withZone(ZoneId.of("Asia/Shanghai"));

    private static final String PASSED =
            "各委员独立评定每项通过（计1）或者不通过（计0）并密封提交，全部提交后同时揭示；下表为各委员评定通过的项数及其平均。技术部分不折算为价格；过半数委员评定某项不通过的，是否否决见第五部分。";

    private final ReportContent content;
    private final List<BidderPart> parts;
    private final EvaluationSession session;
    private final SessionOrder order;
    private final Map<String, String> names;

    private ReportText(ReportContent content, List<BidderPart> parts) {
        this.content = content;
        this.parts = parts;
        this.session = content.session();
        this.order = session.order();
        this.names = order.evaluated().stream().collect(Collectors.toMap(OpenedBid::bidId, OpenedBid::name));
    }

    /** The body as XHTML, every text escaped. */
    public static String of(ReportContent content, List<BidderPart> parts) {
        return new ReportText(content, parts).body();
    }

    private String body() {
        var text = new Xhtml();
        if (content.sandbox()) {
            text.raw("<p class=\"sandbox\">沙箱环境演示文件，时间为可拨动的演示时钟，不具法律效力</p>");
        }
        text.raw(content.onceMore().isPresent() ? "<h1>评标报告（复评）</h1>" : "<h1>评标报告</h1>");
        overview(text);
        content.onceMore().ifPresent(it -> ReworkText.write(text, it, order, this::name, this::number));
        panel(text);
        VoidedText.write(text, content.voided());
        TimeText.write(
                text,
                content.time(),
                session.panel().size(),
                session.order().panel().hours());
        bids(text);
        ScreeningText.write(text, content, this::name, this::number);
        ClarificationText.write(text, content, this::name);
        InformationText.write(text, content.information());
        rejections(text);
        BlindText.write(text, content, this::name);
        content.result().competition().ifPresent(it -> competition(text, it));
        technical(text);
        content.result().totals().ifPresent(it -> prices(text, it));
        content.result()
                .reviewed()
                .ifPresent(it -> ReviewedPriceText.write(text, content, it, this::name, this::number));
        recommendation(text);
        told(text);
        signatures(text);
        return text.toString();
    }

    private void overview(Xhtml text) {
        text.heading("一、基本情况")
                .table(
                        List.of("项目", "内容"),
                        List.of(
                                List.of("项目名称", order.project()),
                                List.of("标段名称", order.name()),
                                List.of("标段编号", order.lotCode()),
                                List.of("招标人", order.procuringEntity().name()),
                                List.of("招标代理机构", order.agency().name()),
                                List.of("评标办法", BasePriceText.name(order.method())),
                                List.of("最高投标限价（元）", yuan(new Fen(order.ceilingFen()))),
                                List.of("报告生成时间", DATE.format(content.madeAt()))));
    }

    private void panel(Xhtml text) {
        var rows = new ArrayList<List<String>>();
        for (var seat : session.panel().seated()) {
            boolean leads = session.panel().leader().map(seat.number()::equals).orElse(false);
            rows.add(List.of(
                    seat.number(),
                    seat.name(),
                    seat.kind() == SeatKind.EXPERT ? "随机抽取专家" : "招标人代表",
                    leads ? "主任委员" : "委员"));
        }
        text.heading("二、评标委员会")
                .paragraph("评标委员会由" + session.panel().size() + "人组成，专家按承诺、封存、揭示的可重放方式从符合条件的专家中随机抽取；"
                        + "各成员已用数字证书签到，并签署回避承诺书。")
                .table(List.of("编号", "姓名", "来源", "职务"), rows);
        if (!session.panel().passed().isEmpty()) {
            text.paragraph("下列人员未参加评审，由候补依次递补：")
                    .table(
                            List.of("编号", "情形", "事由"),
                            session.panel().passed().stream()
                                    .map(it -> List.of(it.number(), passed(it.state()), it.reason()))
                                    .toList());
        }
    }

    private void bids(Xhtml text) {
        var bids = order.evaluated();
        text.heading("三、开标记录摘要")
                .table(
                        List.of("序号", "投标人", "统一社会信用代码", "投标报价（元）#"),
                        IntStream.range(0, bids.size())
                                .mapToObj(i -> List.of(
                                        String.valueOf(i + 1),
                                        bids.get(i).name(),
                                        bids.get(i).uscc(),
                                        yuan(bids.get(i).price().orElseThrow())))
                                .toList());
    }

    private void rejections(Xhtml text) {
        text.heading("五、否决投标情况");
        var proposals = content.proposals().stream()
                .filter(it -> it.effect() == Breach.REJECT)
                .toList();
        if (proposals.isEmpty()) {
            text.paragraph("评标委员会未否决任何投标。");
        } else {
            table(text, proposals);
        }
        content.proposals()
                .forEach(proposal -> proposal.votes().stream()
                        .filter(it -> !it.rejects())
                        .forEach(it -> text.paragraph("委员" + number(it.member()) + "对"
                                + (proposal.effect() == Breach.REJECT ? "否决" : "认定违反暗标编制要求：") + name(proposal.bidId())
                                + "的不同意见：" + it.opinion())));
    }

    private void table(Xhtml text, List<Rejection> proposals) {
        text.table(
                List.of("投标人", "依据", "理由", "证据页", "否决前澄清", "表决（赞成:反对）", "结论"),
                proposals.stream()
                        .map(it -> List.of(
                                name(it.bidId()),
                                "《招标投标法实施条例》第五十一条（" + it.code() + "）",
                                it.reason(),
                                it.page(),
                                it.clarification()
                                        .map(number -> "第" + number + "号")
                                        .orElse("无须"),
                                it.inFavour() + ":" + it.against(),
                                it.carried() ? "否决" : "不予否决"))
                        .toList());
    }

    private void competition(Xhtml text, Competition competition) {
        boolean goesOn = competition.choice() == Competition.Choice.CONTINUE;
        text.heading("有效投标不足三个的竞争性论证")
                .paragraph("论证结论：" + (goesOn ? "投标仍具有竞争性，继续评审。" : "投标明显缺乏竞争，否决全部投标。"))
                .paragraph("论证过程：" + competition.finding());
    }

    private void technical(Xhtml text) {
        if (content.sheets().sheets().isEmpty()) {
            text.heading("六、技术评审").paragraph("没有投标进入技术评审。");
            return;
        }
        var seats = session.panel().seated();
        var headings = new ArrayList<String>(List.of("投标人"));
        seats.forEach(it -> headings.add(it.number() + "#"));
        headings.add("平均#");
        var rows = session.admitted().stream()
                .map(bid -> {
                    var row = new ArrayList<String>(List.of(bid.name()));
                    content.sheets()
                            .sheets()
                            .forEach(it -> row.add(points(it.of(bid.bidId()).total())));
                    row.add(points(content.sheets().technical(bid.bidId())));
                    return (List<String>) row;
                })
                .toList();
        boolean reviewed = order.method().price() == PriceMethod.LOWEST_REVIEWED_PRICE;
        text.heading("六、技术评审")
                .paragraph(
                        reviewed
                                ? PASSED
                                : "满分" + order.method().technicalFull()
                                        + "分。各委员独立评分并密封提交，全部提交后同时揭示；得分为各委员评分的算术平均值，四舍五入保留两位小数。")
                .table(headings, rows);
    }

    private void prices(Xhtml text, Totals totals) {
        var method = order.method();
        text.heading("七、报价评审与综合得分");
        BasePriceText.steps(method, totals, new Fen(order.ceilingFen()), this::name)
                .forEach(text::paragraph);
        text.paragraph("报价每高于D百分之一扣" + method.e1().toPlainString() + "分，每低于D百分之一扣"
                        + method.e2().toPlainString() + "分，满分"
                        + method.fullScore().toPlainString() + "分，最低0分。")
                .table(
                        List.of("投标人", "报价（元）#", "计入均值", "偏差率（%）#", "报价得分#", "技术得分#", "综合得分#"),
                        totals.lines().stream().map(this::line).toList());
    }

    private List<String> line(TotalLine line) {
        return List.of(
                name(line.bidId()),
                yuan(line.price()),
                line.counted() ? "是" : "否",
                line.deviation().toPlainString(),
                points(line.priceScore()),
                points(line.technicalScore()),
                points(line.total()));
    }

    private void recommendation(Xhtml text) {
        text.heading("八、评审结论");
        var recommended = content.result().recommendation();
        if (recommended.isEmpty()) {
            text.paragraph("全部投标被否决，建议招标人依法重新招标。");
            return;
        }
        text.paragraph(
                recommended.get().ranked()
                        ? "评标委员会按" + by() + "推荐下列中标候选人："
                        : "本标段实行评定分离，评标委员会推荐下列定标候选人，不分先后，按投标文件清单顺序排列：");
        text.table(List.of(recommended.get().ranked() ? "名次" : "序号", "投标人"), candidates(recommended.get()));
    }

    private String by() {
        return content.result().reviewed().isPresent() ? "评标价由低到高" : "综合得分由高到低";
    }

    private List<List<String>> candidates(Recommendation recommendation) {
        var ids = recommendation.bidIds();
        return IntStream.range(0, ids.size())
                .mapToObj(i -> List.of(String.valueOf(i + 1), name(ids.get(i))))
                .toList();
    }

    private void told(Xhtml text) {
        text.heading("九、投标人评审结果告知书")
                .paragraph("每个投标人的得分、理由和否决情况另行成文，由平台在公示开始后向该投标人单独提供。各文件以SM3摘要列于本报告，与本报告一并签署。")
                .table(
                        List.of("投标人", "文件的SM3摘要"),
                        parts.stream()
                                .map(it -> List.of(name(it.bidId()), it.sm3()))
                                .toList());
    }

    private void signatures(Xhtml text) {
        text.heading("十、评标委员会成员签署")
                .paragraph("各成员以数字证书对本报告的SM3摘要签署意见；拒绝签字又不书面说明不同意见和理由的，视为同意评标结果（《招标投标法实施条例》第五十三条）。签署记录存于本标段证据链。");
        text.table(
                List.of("编号", "姓名", "签署方式", "签名所在"),
                session.panel().seated().stream()
                        .map(it -> List.of(it.number(), it.name(), "数字证书签名", "存证链条目 evaluation/report"))
                        .toList());
        text.raw(SealPlaces.xhtml()).raw("<p class=\"note\">" + SealPlaces.NOTE + "</p>");
    }

    private String name(String bidId) {
        return Optional.ofNullable(names.get(bidId)).orElseThrow();
    }

    private String number(String member) {
        return session.panel().seats().stream()
                .filter(it -> it.member().equals(member))
                .map(Seat::number)
                .findFirst()
                .orElse("—");
    }

    private static String passed(SeatState state) {
        return switch (state) {
            case DECLINED -> "谢绝";
            case RECUSED -> "自行回避";
            default -> "更换";
        };
    }

    private static String points(BigDecimal points) {
        return points.setScale(2).toPlainString();
    }

    private static String yuan(Fen amount) {
        return BasePriceText.yuan(amount.yuan());
    }
}
