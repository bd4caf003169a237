package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier.Entry;
import cn.qifeng.auditor.Shape;
import java.time.Duration;
import java.time.Instant;

/** The time in which a question that passed the gate may be answered, and whether what came of it came in time. */
final class AnswerWindow {

    private static final Duration CLOCKS = Duration.ofSeconds(5);

    private final Instant releasedAt;
    private final Instant deadline;

    private AnswerWindow(Instant releasedAt, Instant deadline) {
        this.releasedAt = releasedAt;
        this.deadline = deadline;
    }

    /**
     * Whether a signed decision lets something through; one that does not has a reason, and none of the moments.
     *
     * @param verdict field of the doc
     * @param moments fields of the body that stand only where it is let through
     */
    static boolean opens(Entry entry, String verdict, String... moments) {
        var said = entry.doc().path(verdict);
        Broken.unless(said.isBoolean(), entry.object(), "neither released nor stopped");
        if (said.booleanValue()) {
            return true;
        }
        boolean reasoned = !entry.doc().path("reason").asText().isBlank();
        for (String moment : moments) {
            reasoned &= entry.body().path(moment).isNull();
        }
        Broken.unless(reasoned, entry.object(), "stopped without a reason");
        return false;
    }

    /** The window that a release opens: these minutes, from a moment that is not to come. */
    static AnswerWindow from(Entry entry, long minutes) {
        var object = entry.object();
        var releasedAt = Shape.moment(entry.body(), "releasedAt", object);
        var deadline = Shape.moment(entry.body(), "deadline", object);
        Broken.unless(!releasedAt.isAfter(entry.at().plus(CLOCKS)), object, "released before its time was there");
        Broken.unless(
                deadline.equals(releasedAt.plus(Duration.ofMinutes(minutes))),
                object + "#deadline",
                "not the minutes that the panel set");
        return new AnswerWindow(releasedAt, deadline);
    }

    /** An answer that names the deadline and came within it. */
    void answered(Entry entry) {
        var object = entry.object();
        Broken.unless(
                Shape.moment(entry.doc(), "deadline", object).equals(deadline), object, "not the deadline that ran");
        var at = Shape.moment(entry.body(), "answeredAt", object);
        Broken.unless(!at.isAfter(deadline), object + "#answeredAt", "answered behind the deadline");
        Broken.unless(!at.isBefore(releasedAt), object + "#answeredAt", "answered before the release");
        Broken.unless(
                !at.isAfter(entry.at().plus(CLOCKS)), object + "#answeredAt", "answered before its time was there");
    }

    /** A silence that names the deadline and came behind it. */
    void lapsed(Entry entry) {
        var object = entry.object();
        Broken.unless(
                Shape.moment(entry.body(), "deadline", object).equals(deadline), object, "not the deadline that ran");
        Broken.unless(entry.at().plus(CLOCKS).isAfter(deadline), object, "lapsed before its deadline");
    }
}
