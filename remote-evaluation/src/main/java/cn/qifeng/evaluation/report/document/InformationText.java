package cn.qifeng.evaluation.report.document;

import cn.qifeng.evaluation.clarification.domain.GateDecision;
import cn.qifeng.evaluation.information.domain.InformationRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the panel asked procuring entity and agency, in the words of the report (评标所必需的信息, 实施条例 §48). Of an answer that
 * was withheld it tells the reason and not the words: whoever signs the report may have to review once more.
 */
final class InformationText {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA).withZone(ZoneId.of("Asia/Shanghai"));

    private InformationText() {}

    /** Writes the questions, one by one, behind the clarifications. */
    static void write(Xhtml text, List<InformationRequest> requests) {
        if (requests.isEmpty()) {
            text.paragraph("评标委员会成员未向招标人、招标代理机构征询信息。");
            return;
        }
        text.paragraph("评标委员会成员就评标所必需的信息向招标人、招标代理机构提出下列征询。问题与答复均经监督人员审查后送达；"
                        + "答复明示或者暗示倾向、排斥特定投标人的，不予送达评标委员会（《招标投标法实施条例》第四十八条）。")
                .table(
                        List.of("编号", "所涉招标文件内容", "问题", "经过与答复"),
                        requests.stream().map(InformationText::row).toList());
    }

    private static List<String> row(InformationRequest one) {
        var question = one.question();
        return List.of("第" + one.number() + "号", question.place(), question.text(), course(one));
    }

    private static String course(InformationRequest one) {
        return switch (one.state()) {
            case AT_GATE -> "未放行";
            case STOPPED -> "监督人员拦回：" + reason(one.gate());
            case RELEASED -> "未答复";
            case LAPSED -> "时限至" + moment(one.deadline()) + "，逾期未答复";
            case ANSWERED -> "答复未经审查";
            case WITHHELD -> "监督人员不予送达评标委员会：" + reason(one.passage());
            case DELIVERED ->
                one.answer()
                        .map(it -> moment(Optional.of(it.at())) + "签名答复：" + it.text())
                        .orElseThrow();
        };
    }

    private static String reason(Optional<GateDecision> decision) {
        return decision.map(GateDecision::reason).orElseThrow();
    }

    private static String moment(Optional<Instant> moment) {
        return moment.map(DATE::format).orElse("—");
    }
}
