package cn.qifeng.trading.opening.domain;

import cn.qifeng.kernel.Facts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The time in which bidders release their bids (解密时限) in mode BIDDERS, in legal time.
 *
 * @param opensAt when the names were read
 * @param closesAt when it closes, with the extensions in force
 * @param extensions the extensions in force, in their order
 * @param asked an extension that waits for its second signature, or {@code null}
 * @param pausedAt since when the closing waits for host and supervisor, because a bid is missing by the platform's cause;
 *     {@code null} when it does not
 */
public record ReleaseWindow(
        Instant opensAt, Instant closesAt, List<WindowExtension> extensions, WindowExtension asked, Instant pausedAt) {

    /** The longest that one extension may make the window, from now. */
    public static final Duration EXTENSION_MAX = Duration.ofHours(24);

    public ReleaseWindow {
        extensions = List.copyOf(extensions);
    }

    /** A window of this length from {@code now} on. */
    public static ReleaseWindow of(Instant now, Duration length) {
        return new ReleaseWindow(now, now.plus(length), List.of(), null, null);
    }

    /** Refuses a release outside the window. */
    void requireOpen(Instant now) {
        if (now.isAfter(closesAt)) {
            throw OpeningRefusal.WINDOW_CLOSED.with(
                    Facts.field("stamp", now, "at or before " + closesAt).map());
        }
    }

    /** Whether it is over. */
    public boolean over(Instant now) {
        return now.isAfter(closesAt);
    }

    /** The same, while the closing waits for a decision of host and supervisor. */
    ReleaseWindow paused(Instant now) {
        return pausedAt != null ? this : new ReleaseWindow(opensAt, closesAt, extensions, asked, now);
    }

    /** The same, longer by the time in which it stood still; as it is when it was over before. */
    ReleaseWindow stoodStill(Instant from, Instant until) {
        return from.isAfter(closesAt)
                ? this
                : new ReleaseWindow(opensAt, closesAt.plus(Duration.between(from, until)), extensions, asked, pausedAt);
    }

    /**
     * The same with one signature under an extension: it waits for the other one, or is in force. Refuses once the window
     * is over, unless the platform is the cause, and a time that is not later.
     */
    ReleaseWindow extend(WindowExtension wanted, RecordSignature signature, Instant now) {
        if (over(now) && pausedAt == null) {
            throw OpeningRefusal.WINDOW_CLOSED.with(
                    Facts.field("now", now, "at or before " + closesAt).map());
        }
        if (!wanted.closesAt().isAfter(closesAt)
                || !wanted.closesAt().isAfter(now)
                || wanted.closesAt().isAfter(now.plus(EXTENSION_MAX))) {
            throw OpeningRefusal.BAD_EXTENSION.with(
                    Facts.field("closesAt", wanted.closesAt(), "later than " + closesAt + ", at most a day from now")
                            .map());
        }
        var base = asked != null && asked.same(wanted) ? asked : wanted;
        var signed = base.sign(signature);
        if (!signed.inForce()) {
            return new ReleaseWindow(opensAt, closesAt, extensions, signed, pausedAt);
        }
        var more = new ArrayList<>(extensions);
        more.add(signed);
        return new ReleaseWindow(opensAt, signed.closesAt(), more, null, null);
    }
}
