package cn.qifeng.evaluation.report.document;

import cn.qifeng.evaluation.clarification.domain.Answer;
import cn.qifeng.evaluation.clarification.domain.ArithmeticCorrection;
import cn.qifeng.evaluation.clarification.domain.Clarification;
import cn.qifeng.evaluation.clarification.domain.ClarificationKind;
import cn.qifeng.evaluation.clarification.domain.CorrectedLine;
import cn.qifeng.evaluation.clarification.domain.FindingVote;
import cn.qifeng.evaluation.clarification.domain.GateDecision;
import cn.qifeng.evaluation.panel.domain.CorrectionSetting;
import cn.qifeng.evaluation.panel.domain.CorrectionSetting.Price;
import cn.qifeng.evaluation.report.application.ReportContent;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Clarifications and arithmetic corrections in the words of the report (澄清、说明、补正事项, 12号令 §42). */
final class ClarificationText {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA).withZone(ZoneId.of("Asia/Shanghai"));

    private ClarificationText() {}

    /** Writes the section. */
    static void write(Xhtml text, ReportContent content, UnaryOperator<String> name) {
        text.heading("四、澄清、说明与算术修正");
        if (content.clarifications().isEmpty()) {
            text.paragraph("评标委员会未要求任何投标人澄清。");
            return;
        }
        text.paragraph("澄清由评标委员会过半数成员表决提出，经监督人员放行后送达投标人；时限自放行时起算，逾期未答复视为拒绝澄清。投标人主动提出的澄清、说明不予接受。");
        table(text, content.clarifications(), name);
        content.clarifications().forEach(it -> dissents(text, it));
        corrections(text, content, name);
    }

    /** Questions, answers and findings, one by one. */
    static void table(Xhtml text, List<Clarification> clarifications, UnaryOperator<String> name) {
        text.table(
                List.of("编号", "投标人", "类别与所涉位置", "问题", "经过与答复", "认定"),
                clarifications.stream().map(it -> row(it, name)).toList());
    }

    private static List<String> row(Clarification one, UnaryOperator<String> name) {
        var question = one.question();
        return List.of(
                "第" + one.number() + "号",
                name.apply(question.bidId()),
                kind(question.kind()) + "；" + question.place(),
                question.text(),
                course(one),
                finding(one));
    }

    private static String kind(ClarificationKind kind) {
        return switch (kind) {
            case AMBIGUITY -> "含义不明确或表述不一致";
            case OBVIOUS_ERROR -> "明显文字错误";
            case ARITHMETIC -> "算术修正";
            case LOW_PRICE -> "低价质询";
        };
    }

    private static String course(Clarification one) {
        return switch (one.state()) {
            case DROPPED -> "未获过半数成员同意，未提出";
            case STOPPED -> "监督人员拦回：" + one.gate().map(GateDecision::reason).orElse("");
            case LAPSED -> "时限至" + moment(one.deadline()) + "，逾期未答复";
            default ->
                one.answer()
                        .map(it -> moment(Optional.of(it.at())) + "签名答复"
                                + it.confirms()
                                        .map(yes -> yes ? "（确认修正）" : "（不接受修正）")
                                        .orElse("")
                                + "：" + it.text() + files(it))
                        .orElse("未答复");
        };
    }

    private static String files(Answer answer) {
        return answer.files().isEmpty() ? "" : "（附件" + answer.files().size() + "份）";
    }

    private static String finding(Clarification one) {
        return one.finding()
                .map(it -> switch (it) {
                    case ACCEPTED -> "采纳，未改变投标文件实质性内容";
                    case NOT_ACCEPTED -> "不予采纳";
                    case SUBSTANCE_CHANGED -> "超出投标文件范围或改变实质性内容，不予考虑";
                })
                .orElse("—");
    }

    private static void dissents(Xhtml text, Clarification one) {
        one.findings().stream()
                .map(FindingVote::opinion)
                .filter(it -> !it.isBlank())
                .forEach(it -> text.paragraph("对第" + one.number() + "号澄清答复的不同意见：" + it));
    }

    private static void corrections(Xhtml text, ReportContent content, UnaryOperator<String> name) {
        var corrections = content.clarifications().stream()
                .filter(it -> it.question().correction().isPresent())
                .toList();
        if (corrections.isEmpty()) {
            return;
        }
        var setting = CorrectionSetting.of(content.session().order().method());
        text.paragraph("算术修正以大写金额、单价金额为准，单价小数点有明显错误的除外；经投标人签名确认后具有约束力。按招标文件规定，" + price(setting.ceiling())
                        + "用于与最高投标限价比较，" + price(setting.score()) + "用于计算评标基准价和报价得分。")
                .table(
                        List.of("投标人", "修正依据", "唱标价（元）#", "修正价（元）#", "约束力"),
                        corrections.stream().map(it -> correction(it, name)).toList());
    }

    private static List<String> correction(Clarification one, UnaryOperator<String> name) {
        var correction = one.question().correction().orElseThrow();
        return List.of(
                name.apply(one.question().bidId()),
                ruling(correction),
                BasePriceText.yuan(correction.sung().yuan()),
                BasePriceText.yuan(correction.corrected().yuan()),
                one.binding().isPresent() ? "已确认，具有约束力" : "未确认");
    }

    private static String ruling(ArithmeticCorrection correction) {
        return correction
                .words()
                .map(it -> "以大写金额为准：" + it)
                .orElseGet(() -> String.join(
                        "；",
                        correction.lines().stream().map(ClarificationText::line).toList()));
    }

    private static String line(CorrectedLine line) {
        var written = line.written();
        return switch (line.ruling()) {
            case DECIMAL_SLIP ->
                written.item() + "单价小数点明显错误，以合价为准，单价" + written.unitPrice().toPlainString() + "修正为"
                        + line.unitPrice().toPlainString();
            default ->
                written.item() + "以单价为准，合价"
                        + BasePriceText.yuan(written.total().yuan()) + "修正为"
                        + BasePriceText.yuan(line.total().yuan());
        };
    }

    private static String price(Price price) {
        return price == Price.SUNG ? "唱标价" : "修正价";
    }

    private static String moment(Optional<Instant> moment) {
        return moment.map(DATE::format).orElse("—");
    }
}
