package cn.qifeng.evaluation.report.document;

import cn.qifeng.evaluation.worktime.domain.EvaluationTime;
import cn.qifeng.evaluation.worktime.domain.PlannedEnd;
import cn.qifeng.evaluation.worktime.domain.TimeRequest;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The evaluation time in the words of the report (评标时间, 实施条例 §48). */
final class TimeText {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA).withZone(ZoneId.of("Asia/Shanghai"));

    private TimeText() {}

    /**
     * Writes the hours of the tender document, the ends that were set and how many of the panel had asked for more; nothing
     * where there is none of it.
     */
    static void write(Xhtml text, EvaluationTime time, int size, Optional<Integer> hours) {
        time.published(hours)
                .ifPresent(until -> text.paragraph("招标文件规定评标时间自评标委员会组成起不少于" + hours.orElseThrow() + "小时；评标委员会于"
                        + DATE.format(time.begun()) + "组成，即不早于" + DATE.format(until) + "。"));
        if (time.ends().isEmpty() && time.requests().isEmpty()) {
            return;
        }
        text.paragraph("评标时间由招标人或者其委托的招标代理机构确定；超过三分之一的成员（" + size + "人中" + EvaluationTime.needed(size)
                + "人以上）认为评标时间不够的，应当适当延长（《招标投标法实施条例》第四十八条）。");
        if (!time.ends().isEmpty()) {
            text.table(
                    List.of("次序", "评标截止时间", "确定时间", "认为时间不够的成员人数", "理由"),
                    time.ends().stream().map(TimeText::row).toList());
        }
        if (!time.requests().isEmpty()) {
            text.table(
                    List.of("编号", "提出时间", "成员所述理由"),
                    time.requests().stream().map(TimeText::row).toList());
        }
    }

    private static List<String> row(PlannedEnd end) {
        return List.of(
                end.number() == 1 ? "确定" : "第" + (end.number() - 1) + "次延长",
                DATE.format(end.until()),
                DATE.format(end.at()),
                String.valueOf(end.asked()),
                end.reason().isEmpty() ? "—" : end.reason());
    }

    private static List<String> row(TimeRequest request) {
        return List.of("第" + request.number() + "号", DATE.format(request.at()), request.reason());
    }
}
