package cn.qifeng.evaluation.report.document;

import cn.qifeng.evaluation.blind.domain.BlindFile;
import cn.qifeng.evaluation.blind.domain.BlindMark;
import cn.qifeng.evaluation.panel.domain.BlindSetting;
import cn.qifeng.evaluation.panel.domain.BlindSetting.Breach;
import cn.qifeng.evaluation.report.application.ReportContent;
import cn.qifeng.evaluation.scoring.domain.Rejection;
import cn.qifeng.evaluation.scoring.domain.RejectionBasis;
import java.util.List;
import java.util.function.UnaryOperator;

/** What the report tells of blind files (暗标检查情况): what was listed, and what the panel found. */
final class BlindText {

    private BlindText() {}

    /** Nothing where technical files are not blind. */
    static void write(Xhtml text, ReportContent content, UnaryOperator<String> name) {
        var setting = BlindSetting.of(content.session().order().method());
        if (setting.isEmpty()) {
            return;
        }
        text.heading("暗标检查情况")
                .paragraph("技术文件为暗标。各成员在技术评分揭示之前按随机编号查阅规范化版本。下列疑似标记由程序列出，不作认定；是否违反由评标委员会表决认定，后果："
                        + consequence(setting.get().breach()) + "。未提出认定建议的，视为未认定违反。")
                .table(
                        List.of("投标人", "页数#", "疑似标记数#", "规范化版本SM3"),
                        content.blindFiles().stream().map(it -> row(it, name)).toList());
        var rulings = content.proposals().stream()
                .filter(it -> it.basis() == RejectionBasis.BLIND_BREACH)
                .toList();
        if (rulings.isEmpty()) {
            text.paragraph("评标委员会未认定任何投标违反暗标编制要求。");
            return;
        }
        text.table(
                List.of("投标人", "理由", "证据页", "表决（赞成:反对）", "认定"),
                rulings.stream().map(it -> ruling(it, name)).toList());
    }

    private static List<String> row(BlindFile file, UnaryOperator<String> name) {
        return List.of(
                name.apply(file.bidId()),
                String.valueOf(file.pages()),
                String.valueOf(file.marks().size() + file.more()),
                file.canonical()
                        .orElseGet(() -> "未能生成："
                                + file.marks().stream()
                                        .map(BlindMark::seen)
                                        .findFirst()
                                        .orElse("无技术文件")));
    }

    private static List<String> ruling(Rejection ruling, UnaryOperator<String> name) {
        return List.of(
                name.apply(ruling.bidId()),
                ruling.reason(),
                ruling.page(),
                ruling.inFavour() + ":" + ruling.against(),
                ruling.carried() ? "违反，" + consequence(ruling.effect()) : "不违反");
    }

    /** What follows from a breach, in words. */
    static String consequence(Breach breach) {
        return switch (breach) {
            case REJECT -> "否决投标";
            case ZERO -> "技术部分计零分";
            case NONE -> "仅作记录";
        };
    }
}
