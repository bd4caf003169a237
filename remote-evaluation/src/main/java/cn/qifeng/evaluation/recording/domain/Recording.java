package cn.qifeng.evaluation.recording.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.trust.recording.ChainLink;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Recording (录制) of one evaluation session, as far as its chain was taken from the recorder.
 *
 * @param link where the chain stands
 * @param told number of the last item that a head in the log covers
 * @param openedAt machine time of the first item
 * @param closedAt machine time at which the chain was closed
 * @param bytes length of all media in the chain
 * @param differs whether a recorder brought another chain: nothing of it is confirmed any more
 */
public record Recording(
        SessionId session,
        RecordingStage stage,
        ChainLink link,
        long told,
        Instant openedAt,
        Optional<Instant> closedAt,
        long bytes,
        boolean differs) {

    public Recording {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(openedAt, "openedAt");
        Objects.requireNonNull(closedAt, "closedAt");
    }

    /** A recording that begins. */
    public static Recording of(SessionId session, Instant now) {
        return new Recording(session, RecordingStage.OPEN, ChainLink.START, 0, now, Optional.empty(), 0, false);
    }

    /**
     * With one more item, which must be the next of the chain; otherwise the chain differs from then on. Behind its end it goes
     * on only with the item that says so.
     */
    public Recording with(ChainItem item) {
        boolean takes = stage == RecordingStage.OPEN || stage == RecordingStage.CLOSED && item.reopens();
        if (!takes || differs || !link.isFollowedBy(item.json())) {
            return differing();
        }
        var end = item.reopens() ? Optional.<Instant>empty() : closedAt;
        return new Recording(
                session,
                RecordingStage.OPEN,
                link.behind(item.json()),
                told,
                openedAt,
                end,
                bytes + item.length(),
                false);
    }

    /** The recorder's chain is not this one. */
    public Recording differing() {
        return new Recording(session, stage, link, told, openedAt, closedAt, bytes, true);
    }

    /** Whether it goes on and nothing speaks against it. */
    public boolean holds() {
        return stage == RecordingStage.OPEN && !differs;
    }

    /** Whether nothing comes any more: it is closed, or differs and the log has all that was taken of it. */
    public boolean ended() {
        return stage != RecordingStage.OPEN || differs && told == link.seq();
    }

    /** Whether an item is already there, as its number tells. */
    public boolean has(ChainItem item) {
        return item.seq() <= link.seq();
    }

    /** A head in the log covers the chain up to an item. */
    public Recording toldUpTo(long seq) {
        return new Recording(session, stage, link, seq, openedAt, closedAt, bytes, differs);
    }

    /** The log has the entry that closes it. */
    public Recording closed(Instant at) {
        return new Recording(session, RecordingStage.CLOSED, link, told, openedAt, Optional.of(at), bytes, differs);
    }

    /** The media are gone. */
    public Recording deleted() {
        return new Recording(session, RecordingStage.DELETED, link, told, openedAt, closedAt, bytes, differs);
    }
}
