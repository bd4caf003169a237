package cn.qifeng.evaluation.handover.web;

import cn.qifeng.evaluation.handover.application.ReadHandovers.Line;
import cn.qifeng.evaluation.handover.application.ReadHandovers.Whole;
import cn.qifeng.evaluation.handover.domain.Delivery;
import cn.qifeng.evaluation.handover.domain.HandedFile;
import cn.qifeng.evaluation.handover.domain.HandedItem;
import cn.qifeng.evaluation.handover.domain.HandoverState;
import cn.qifeng.evaluation.handover.domain.ItemKind;
import cn.qifeng.evaluation.handover.domain.ItemMatter;
import cn.qifeng.evaluation.handover.domain.ItemRuling;
import cn.qifeng.evaluation.handover.domain.Submission;
import cn.qifeng.kernel.DeadlineCalculator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A handover as its reader may see it.
 *
 * @param session the evaluation; empty before a sub-site
 * @param name its name; empty before a sub-site
 * @param endedOn day on which the evaluation ended; its hour would tell a sub-site whose it was
 * @param overdue whether the chain tells that it was late
 */
record HandoverBody(
        UUID booking,
        String site,
        String siteName,
        Instant from,
        Instant to,
        String session,
        String name,
        LocalDate endedOn,
        Instant until,
        boolean provisional,
        HandoverState state,
        boolean late,
        boolean overdue,
        List<SubmissionBody> submissions,
        List<FileBody> files) {

    static HandoverBody of(Line line, boolean whole) {
        return of(new Whole(line, List.of()), whole);
    }

    static HandoverBody of(Whole it, boolean whole) {
        var line = it.line();
        var handover = line.handover();
        return new HandoverBody(
                handover.booking(),
                handover.site(),
                line.siteName(),
                line.span().from(),
                line.span().to(),
                whole ? handover.session().toString() : "",
                line.name(),
                DeadlineCalculator.dayOf(handover.endedAt()),
                handover.until(),
                handover.provisional(),
                handover.state(),
                line.late(),
                handover.overdue(),
                handover.submissions().stream().map(SubmissionBody::of).toList(),
                it.files().stream().map(FileBody::of).toList());
    }

    /** One time that it was handed over; {@code receivedOn} is the day of the main site's answer. */
    record SubmissionBody(
            int number, Instant at, List<ItemBody> items, LocalDate receivedOn, List<ItemRuling> rulings) {

        static SubmissionBody of(Submission it) {
            return new SubmissionBody(
                    it.number(),
                    it.at(),
                    it.items().stream().map(ItemBody::of).toList(),
                    it.receipt()
                            .map(given -> DeadlineCalculator.dayOf(given.at()))
                            .orElse(null),
                    it.receipt().map(Submission.Receipt::rulings).orElse(List.of()));
        }
    }

    /** An item; {@code sheets} is {@code null} for what is no paper. */
    record ItemBody(
            int number, ItemKind kind, ItemMatter matter, Integer sheets, String sm3, long length, Delivery delivery) {

        static ItemBody of(HandedItem it) {
            return new ItemBody(
                    it.number(),
                    it.kind(),
                    it.matter(),
                    it.sheets().orElse(null),
                    it.sm3(),
                    it.length(),
                    it.delivery());
        }
    }

    /** A file as far as it was uploaded. */
    record FileBody(String sm3, String name, long length, long received, boolean whole) {

        static FileBody of(HandedFile it) {
            return new FileBody(it.sm3(), it.name(), it.length(), it.received(), it.whole());
        }
    }
}
