package cn.qifeng.evaluation.report.document;

import cn.qifeng.evaluation.fault.domain.VoidedAttempt;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Void attempts in the words of the report (作废的评审). */
final class VoidedText {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA).withZone(ZoneId.of("Asia/Shanghai"));

    private VoidedText() {}

    /** Writes when and why what another panel did is void; nothing where nothing is. */
    static void write(Xhtml text, List<VoidedAttempt> voided) {
        if (voided.isEmpty()) {
            return;
        }
        text.paragraph("下列评审因远程评标故障未在规定时限内排除而作废，评标委员会解散并重新抽取组成；本报告为重新组建的评标委员会独立评审的结果，"
                        + "未采用作废评审的任何评分、表决或者结论，作废评审的记录另行留存。")
                .table(
                        List.of("次序", "作废时间", "故障编号", "处置决定所述理由"),
                        voided.stream()
                                .map(it -> List.of(
                                        "第" + (voided.indexOf(it) + 1) + "次评审",
                                        DATE.format(it.at()),
                                        String.valueOf(it.fault()),
                                        it.reason()))
                                .toList());
    }
}
