package cn.qifeng.trading.notice.web;

import cn.qifeng.kernel.ChineseCapitals;
import cn.qifeng.kernel.Fen;
import cn.qifeng.trading.archive.domain.KeptDocument;
import cn.qifeng.trading.notice.domain.Notice;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trading.tender.domain.Stage;
import cn.qifeng.trust.envelope.OpeningMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A tender notice (招标公告) as its page shows it. */
record NoticeView(
        PublishedLot lot,
        String stage,
        String ceiling,
        String ceilingWords,
        String estimate,
        String security,
        String method,
        String award,
        String deadline,
        String submitting,
        String moved,
        String left,
        boolean open,
        List<Step> steps,
        List<Download> downloads,
        List<Further> further) {

    /** One step of the schedule with the reason that the law gives. */
    record Step(String name, String at, String law, String state) {}

    /** A file for everybody; {@code ofd} is where an official PDF can be had as OFD, {@code null} for other files. */
    record Download(String name, String href, String sm3, String size, String ofd) {

        static Download of(PublishedLot lot, KeptDocument document) {
            var href = "/api/core/public/tenders/" + lot.tender() + "/documents/" + document.sm3();
            boolean official = document.mediaType().equals("application/pdf");
            return new Download(
                    document.name(), href, document.sm3(), size(document.length()), official ? href + "/ofd" : null);
        }

        private static String size(long bytes) {
            return bytes < 1 << 20 ? (bytes + 1023) / 1024 + " KB" : String.format("%.1f MB", bytes / 1_048_576.0);
        }
    }

    /** A link to a notice after this one. */
    record Further(String href, String title, String at, String until, boolean running) {}

    /** What a page is made of. */
    record Source(PublishedLot lot, List<KeptDocument> documents, List<Notice> notices, Instant now) {

        boolean open() {
            return lot.stage() == Stage.BIDDING && !now.isAfter(lot.deadline());
        }

        /** The public document of that hash. */
        Optional<Download> document(String sm3) {
            return documents.stream()
                    .filter(it -> it.sm3().equals(sm3))
                    .findFirst()
                    .map(it -> Download.of(lot, it));
        }
    }

    static NoticeView of(Source source, Words words) {
        var lot = source.lot();
        return new NoticeView(
                lot,
                words.name("stage", lot.stage()),
                yuan(lot.terms().ceilingFen()),
                ChineseCapitals.of(lot.ceiling()),
                yuan(lot.terms().estimateFen()),
                yuan(lot.terms().security().amountFen()),
                method(lot, words),
                award(lot, words),
                ChinaTime.weekday(lot.deadline(), words.isEnglish()),
                submitting(lot, words),
                moved(lot, words),
                source.open() ? ChinaTime.left(source.now(), lot.deadline(), words) : "",
                source.open(),
                steps(source, words),
                source.documents().stream().map(it -> Download.of(lot, it)).toList(),
                further(source, words));
    }

    private static String method(PublishedLot lot, Words words) {
        var method = lot.method();
        return words.all(
                "method." + method.code(),
                Arrays.asList(
                        method.fullScore(),
                        method.technicalFull(),
                        String.join(words.say("comma"), method.k()),
                        method.k1(),
                        method.k2(),
                        String.join(words.say("comma"), method.delta())));
    }

    /** How bids are handed in and who opens them, as the tender document says (电子招标投标办法 §30). */
    private static String submitting(PublishedLot lot, Words words) {
        var deadline = ChinaTime.weekday(lot.deadline(), words.isEnglish());
        return lot.openingMode() == OpeningMode.BIDDERS
                ? words.say("submitTextBidders", deadline, lot.releaseWindow().toMinutes())
                : words.say("submitText", deadline);
    }

    /** Why the deadline is another than was published; empty where it is the same. */
    private static String moved(PublishedLot lot, Words words) {
        if (lot.deadline().equals(lot.publishedDeadline())) {
            return "";
        }
        var english = words.isEnglish();
        return words.say(
                "movedText",
                ChinaTime.weekday(lot.publishedDeadline(), english),
                ChinaTime.weekday(lot.deadline(), english));
    }

    static List<Further> further(Source source, Words words) {
        var lot = source.lot();
        return source.notices().stream()
                .map(it -> new Further(
                        "/notices/" + lot.tender() + "/" + it.kind(),
                        title(lot, it, words),
                        ChinaTime.minute(it.entry().at()),
                        it.until().map(ChinaTime::until).orElse(""),
                        it.until().filter(source.now()::isBefore).isPresent()))
                .toList();
    }

    /** What a notice is called; finalists that are ranked are candidates. */
    static String title(PublishedLot lot, Notice notice, Words words) {
        boolean candidates = notice instanceof Notice.Finalists && lot.award().byRank();
        return words.say("notice." + (candidates ? "candidates" : notice.kind()));
    }

    /** How the award is decided, as the tender document says. */
    private static String award(PublishedLot lot, Words words) {
        var award = lot.award();
        if (award.byRank()) {
            var key = Boolean.TRUE.equals(award.stateControlled()) ? "awardTextFirst" : "awardTextRanked";
            return words.say(key, award.finalistsMax());
        }
        return words.say("awardText", award.pilotBasis().documentNo(), award.finalistsMax(), award.committeeSize())
                + (award.pilotBasis().example() ? " " + words.say("pilotExample") : "");
    }

    private static List<Step> steps(Source source, Words words) {
        var schedule = source.lot().terms().schedule();
        var steps = new ArrayList<Step>();
        steps.add(step("issued", schedule.issuedAt(), source, words));
        steps.add(step("questions", schedule.questionDeadline(), source, words));
        steps.add(step("clarification", schedule.clarificationDeadline(), source, words));
        steps.add(step("objection", schedule.objectionDeadline(), source, words));
        steps.add(step("deadline", source.lot().deadline(), source, words));
        steps.add(later(
                "publicity",
                words.say("step.publicity.at", source.lot().award().publicityDays()),
                source.notices().stream().anyMatch(Notice.Finalists.class::isInstance),
                words));
        steps.add(later(
                "contract",
                words.say("step.contract.at"),
                source.notices().stream().anyMatch(Notice.Contract.class::isInstance),
                words));
        return steps;
    }

    private static Step step(String key, Instant at, Source source, Words words) {
        return later(key, ChinaTime.full(at), !at.isAfter(source.now()), words);
    }

    private static Step later(String key, String at, boolean done, Words words) {
        return new Step(words.say("step." + key), at, words.say("step." + key + ".law"), done ? "done" : "later");
    }

    static String yuan(long fen) {
        return "¥" + String.format("%,.2f", new Fen(fen).yuan());
    }
}
