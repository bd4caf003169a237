package cn.qifeng.evaluation.worktime.domain;

import cn.qifeng.kernel.Facts;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Evaluation time of one session (评标时间): the ends that were set and the requests for more. Where more than a third of
 * the panel ask, the procuring entity has to extend it (实施条例 §48).
 *
 * @param begun legal time at which the panel that works was complete; {@code null} before
 */
public record EvaluationTime(List<PlannedEnd> ends, List<TimeRequest> requests, Instant begun) {

    private static final int REASON_MAX = 500;

    /** Of a session in which nothing was set and nobody asked. */
    public static final EvaluationTime NONE = new EvaluationTime(List.of(), List.of(), null);

    public EvaluationTime {
        ends = List.copyOf(ends);
        requests = List.copyOf(requests);
    }

    /** The least number of members that is more than a third of the panel. */
    public static int needed(int size) {
        return size / 3 + 1;
    }

    /** The panel is complete, or complete again, and its time begins. */
    public EvaluationTime begun(Instant at) {
        return new EvaluationTime(ends, requests, at);
    }

    /** The last end that was set. */
    public Optional<PlannedEnd> end() {
        return ends.isEmpty() ? Optional.empty() : Optional.of(ends.get(ends.size() - 1));
    }

    /** Until when the hours of the tender document reach; empty where it names none, or the panel is not complete yet. */
    public Optional<Instant> published(Optional<Integer> hours) {
        return begun == null ? Optional.empty() : hours.map(it -> begun.plus(Duration.ofHours(it)));
    }

    /** Until when the panel has time: what was set, and never less than the tender document gives. */
    public Optional<Instant> until(Optional<Integer> hours) {
        return Stream.concat(end().map(PlannedEnd::until).stream(), published(hours).stream())
                .max(Comparator.naturalOrder());
    }

    /** Requests that no end has answered yet, of members who still sit. */
    public List<TimeRequest> open(Set<String> seated) {
        return requests.stream()
                .filter(it -> it.ends() == ends.size() && seated.contains(it.member()))
                .toList();
    }

    /** Whether more than a third of a panel of this size ask. */
    public boolean owed(Set<String> seated, int size) {
        return open(seated).size() >= needed(size);
    }

    /** One more request; refuses a second one of the same member before the time was extended. */
    public EvaluationTime asked(String member, String reason, String sm3, Instant now) {
        if (!open(Set.of(member)).isEmpty()) {
            throw WorktimeRefusal.ASKED_ALREADY.with(
                    Facts.of("ends", ends.size()).map());
        }
        written(reason);
        var request = new TimeRequest(requests.size() + 1, member, reason.strip(), sm3, ends.size(), now);
        return new EvaluationTime(
                ends, Stream.concat(requests.stream(), Stream.of(request)).toList(), begun);
    }

    /**
     * Another end, which answers the open requests; refuses one that is not behind now, behind the one before and behind
     * the hours of the tender document, and an extension without a reason.
     */
    public EvaluationTime set(Instant until, String reason, int asked, Optional<Integer> hours, Instant now) {
        published(hours).filter(until::isBefore).ifPresent(it -> {
            throw WorktimeRefusal.LESS_THAN_PUBLISHED.with(
                    Facts.field("until", until, "not before " + it).map());
        });
        var earliest =
                end().map(PlannedEnd::until).filter(it -> it.isAfter(now)).orElse(now);
        if (!until.isAfter(earliest)) {
            throw WorktimeRefusal.END_TOO_EARLY.with(
                    Facts.field("until", until, "behind " + earliest).map());
        }
        if (!ends.isEmpty()) {
            written(reason);
        }
        var next = new PlannedEnd(ends.size() + 1, until, reason.strip(), asked, now);
        return new EvaluationTime(Stream.concat(ends.stream(), Stream.of(next)).toList(), requests, begun);
    }

    private static void written(String reason) {
        if (reason.isBlank() || reason.length() > REASON_MAX) {
            throw WorktimeRefusal.REASON_NEEDED.with(Facts.field("reason", reason, "1 to " + REASON_MAX + " characters")
                    .map());
        }
    }
}
