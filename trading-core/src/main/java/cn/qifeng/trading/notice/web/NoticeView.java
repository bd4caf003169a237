package cn.qifeng.trading.notice.web;

import cn.qifeng.kernel.ChineseCapitals;
import cn.qifeng.kernel.Fen;
import cn.qifeng.trading.archive.domain.KeptDocument;
import cn.qifeng.trading.notice.domain.Notice;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trading.tender.domain.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A tender notice (招标公告) as its page shows it. */
record NoticeView(
        PublishedLot lot,
        String title,
        String stage,
        String ceiling,
        String ceilingWords,
        String estimate,
        String security,
        String method,
        String deadline,
        boolean open,
        List<Step> steps,
        List<Download> downloads,
        List<Further> further,
        String docSm3) {

    /** One step of the schedule with the reason that the law gives. */
    record Step(String name, String at, String law, String state) {}

    /** A file for everybody. */
    record Download(String name, String href, String sm3, String size) {}

    /** A further notice. */
    record Further(
            String id,
            String title,
            String at,
            String until,
            List<Notice.Line> lines,
            List<Download> files,
            String hash) {}

    static NoticeView of(PublishedLot lot, List<KeptDocument> documents, List<Notice> notices, Instant now) {
        return new NoticeView(
                lot,
                lot.name() + "招标公告",
                stage(lot.stage()),
                yuan(lot.terms().ceilingFen()),
                ChineseCapitals.of(lot.ceiling()),
                yuan(lot.terms().estimateFen()),
                yuan(lot.terms().security().amountFen()),
                method(lot),
                ChinaTime.full(lot.deadline()),
                lot.stage() == Stage.BIDDING && !now.isAfter(lot.deadline()),
                steps(lot, now),
                documents.stream().map(it -> download(lot, it)).toList(),
                notices.stream().map(it -> further(lot, it)).toList(),
                lot.document().pdf());
    }

    private static List<Step> steps(PublishedLot lot, Instant now) {
        var schedule = lot.terms().schedule();
        var award = lot.award();
        return List.of(
                step("招标文件开始发出", schedule.issuedAt(), "招标投标法第二十四条：至投标截止不少于20日", now),
                step("提出问题截止", schedule.questionDeadline(), "招标文件规定", now),
                step("澄清、修改截止", schedule.clarificationDeadline(), "招标投标法第二十三条：距投标截止不少于15日", now),
                step("文件异议截止", schedule.objectionDeadline(), "实施条例第二十二条：投标截止10日前提出", now),
                step("投标截止、开标", schedule.bidDeadline(), "招标投标法第三十四条：截止即开标", now),
                new Step("候选人公示", "不少于" + award.publicityDays() + "日", "实施条例第五十四条：收到评标报告3日内公示", "later"),
                new Step("签订合同", "通知书发出30日内", "招标投标法第四十六条", "later"));
    }

    private static Step step(String name, Instant at, String law, Instant now) {
        return new Step(name, ChinaTime.full(at), law, at.isAfter(now) ? "later" : "done");
    }

    private static Download download(PublishedLot lot, KeptDocument document) {
        return new Download(document.name(), href(lot, document.sm3()), document.sm3(), size(document.length()));
    }

    private static Further further(PublishedLot lot, Notice notice) {
        return new Further(
                notice.kind().name().toLowerCase(Locale.ROOT),
                notice.title(),
                ChinaTime.full(notice.publishedAt()),
                notice.until() == null ? "" : ChinaTime.full(notice.until()),
                notice.lines(),
                notice.documents().stream()
                        .map(file -> new Download(file.name(), href(lot, file.sm3()), file.sm3(), ""))
                        .toList(),
                notice.contentHash());
    }

    private static String href(PublishedLot lot, String sm3) {
        return "/api/core/public/tenders/" + lot.tender() + "/documents/" + sm3;
    }

    private static String method(PublishedLot lot) {
        var method = lot.method();
        return "综合评估法，均值乘系数K：报价" + method.fullScore() + "分，技术" + method.technicalFull() + "分；K取自{"
                + String.join("，", method.k()) + "}";
    }

    static String stage(Stage stage) {
        return switch (stage) {
            case DRAFT -> "编制";
            case BIDDING -> "投标中";
            case DEADLINE_REACHED -> "投标截止";
            case FAILED -> "流标";
            case OPENING -> "开标中";
            case OPENED -> "已开标";
            case EVALUATING -> "评标中";
            case EVALUATED -> "已评标";
            case CANDIDATE_PUBLICITY -> "候选人公示";
            case AWARDING -> "定标中";
            case AWARD_PUBLICITY -> "结果公示";
            case AWARD_NOTICED -> "已发中标通知书";
            case CONTRACTED -> "已签合同";
            case CLOSED -> "已归档";
        };
    }

    static String yuan(long fen) {
        return "¥" + String.format("%,.2f", new Fen(fen).yuan());
    }

    private static String size(long bytes) {
        return bytes < 1 << 20 ? (bytes + 1023) / 1024 + " KB" : String.format("%.1f MB", bytes / 1_048_576.0);
    }
}
