package cn.qifeng.evaluation.handover.domain;

import cn.qifeng.evaluation.handover.domain.Submission.Receipt;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kernel.DeadlineCalculator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Handover of one booking's records by its sub-site to the main site (副场资料移交): a list of papers, documents, sound
 * and pictures by hash. What was received once cannot be altered or dropped; what was sent back is handed over again.
 *
 * @param site code of the sub-site
 * @param operator unified social credit code of the centre that runs it
 * @param endedAt legal time at which the report was signed
 * @param until end of the period of working days behind that
 * @param provisional whether the period leans on a year whose holidays were not published
 * @param overdue whether the chain tells that it was not there in time
 */
public record Handover(
        UUID booking,
        SessionId session,
        String site,
        String operator,
        Instant endedAt,
        Instant until,
        boolean provisional,
        boolean overdue,
        Reminder reminded,
        List<Submission> submissions) {

    public Handover {
        submissions = List.copyOf(submissions);
    }

    /** A new one. */
    public static Handover due(
            UUID booking, SessionId session, String site, String operator, Instant endedAt, HandoverTerm term) {
        return new Handover(
                booking,
                session,
                site,
                operator,
                endedAt,
                term.until(),
                term.provisional(),
                false,
                Reminder.NONE,
                List.of());
    }

    /** What it is now. */
    public HandoverState state() {
        if (submissions.isEmpty()) {
            return HandoverState.DUE;
        }
        return last().receipt()
                .map(it -> it.whole() ? HandoverState.RECEIVED : HandoverState.RETURNED)
                .orElse(HandoverState.SUBMITTED);
    }

    /** Whether nothing was handed over in its time; what is sent back later does not make it late. */
    public boolean late(Instant now) {
        return submissions.isEmpty() && now.isAfter(until);
    }

    /**
     * As its sub-site may know it: that everything was received, from the next day on. At that moment an entry stands in the
     * chain, which would tell whose evaluation it was.
     */
    public Handover beforeItsSite(Instant now) {
        return state() == HandoverState.RECEIVED && !answeredBefore(DeadlineCalculator.dayOf(now))
                ? unanswered()
                : this;
    }

    private boolean answeredBefore(LocalDate day) {
        return last().receipt()
                .filter(it -> DeadlineCalculator.dayOf(it.at()).isBefore(day))
                .isPresent();
    }

    private Handover unanswered() {
        var all = new ArrayList<>(submissions);
        all.set(all.size() - 1, last().unanswered());
        return with(all, overdue, reminded);
    }

    /** Hashes of everything that was ever listed. */
    public Set<String> listed() {
        return submissions.stream()
                .flatMap(it -> it.items().stream())
                .map(HandedItem::sm3)
                .collect(Collectors.toSet());
    }

    /** The last time that it was handed over. */
    public Submission last() {
        return submissions.get(submissions.size() - 1);
    }

    /** Number of the next time that it is handed over. */
    public int next() {
        return submissions.size() + 1;
    }

    /** SM3 of the receipt to which the next one answers; empty for the first. */
    public Optional<String> former() {
        return submissions.isEmpty() ? Optional.empty() : last().receipt().map(Receipt::sm3);
    }

    /** Refuses unless the sub-site has to act, and a list that drops or alters what was received. */
    public void requireMay(List<HandedItem> items) {
        requireOwed();
        Submission.requireNumbered(items);
        if (submissions.isEmpty()) {
            return;
        }
        if (items.size() < last().items().size()) {
            throw HandoverRefusal.DROPPED.at(
                    "items", items.size(), "at least " + last().items().size());
        }
        for (HandedItem kept : last().received()) {
            var now = items.get(kept.number() - 1);
            if (!now.equals(kept)) {
                throw HandoverRefusal.ALTERED.at("items." + kept.number(), now.sm3(), kept.sm3());
            }
        }
    }

    /** Refuses with {@link HandoverRefusal#NOT_OWED} unless the sub-site has to act; it does not learn whether all is received. */
    public void requireOwed() {
        if (!state().owed()) {
            throw HandoverRefusal.NOT_OWED.at(
                    "state", HandoverState.SUBMITTED, List.of(HandoverState.DUE, HandoverState.RETURNED));
        }
    }

    /** Handed over. */
    public Handover with(Submission submission) {
        requireMay(submission.items());
        var all = new ArrayList<>(submissions);
        all.add(submission);
        return with(all, overdue, reminded);
    }

    /** Refuses with {@link HandoverRefusal#NOT_HANDED_OVER} unless the main site has to answer. */
    public void requireSubmitted() {
        if (state() != HandoverState.SUBMITTED) {
            throw HandoverRefusal.NOT_HANDED_OVER.at("state", state(), HandoverState.SUBMITTED);
        }
    }

    /** Answered by the main site. */
    public Handover answered(Receipt receipt) {
        requireSubmitted();
        last().requireRuled(receipt.rulings());
        var all = new ArrayList<>(submissions);
        all.set(all.size() - 1, last().answered(receipt));
        return with(all, overdue, reminded);
    }

    /** The chain tells that it is late. */
    public Handover told() {
        return with(submissions, true, reminded);
    }

    /** Its people were reminded. */
    public Handover reminded(Reminder which) {
        return with(submissions, overdue, which);
    }

    /** What people are to be told of its time now, beyond what they were told; nothing while the main site has it. */
    public Optional<Reminder> reminder(Instant now) {
        var due = Reminder.at(now, until);
        return state().owed() && due.compareTo(reminded) > 0 ? Optional.of(due) : Optional.empty();
    }

    private Handover with(List<Submission> all, boolean late, Reminder told) {
        return new Handover(booking, session, site, operator, endedAt, until, provisional, late, told, all);
    }
}
