package cn.qifeng.trading.opening.domain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * One live bid in the release list (放行清单).
 *
 * @param bidId envelope, hex
 * @param outcome what became of it
 * @param at when its release was taken, or {@code null}
 * @param release SM3 of the canonical doc of its release, hex, or {@code null}
 * @param statement the release itself, or {@code null}
 * @param cause code of the cause for which it was not released, or {@code null}
 * @param causation the signed report of that cause (原因认定书), or {@code null}
 */
public record ReleaseLine(
        String bidId,
        ReleaseOutcome outcome,
        Instant at,
        String release,
        ObjectNode statement,
        String cause,
        ObjectNode causation) {

    /** A bid that its bidder released. */
    public static ReleaseLine released(Release release) {
        return new ReleaseLine(
                release.bidId(),
                ReleaseOutcome.RELEASED,
                release.at(),
                release.hash(),
                release.statement(),
                null,
                null);
    }

    /** A bid that was not released, with the signed report of the cause. */
    public static ReleaseLine missing(ReleaseCausation causation, ObjectNode signed) {
        return new ReleaseLine(causation.bidId(), causation.outcome(), null, null, null, causation.code(), signed);
    }
}
