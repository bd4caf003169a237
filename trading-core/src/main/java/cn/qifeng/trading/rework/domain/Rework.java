package cn.qifeng.trading.rework.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A re-review (复评) of a lot whose evaluation is reported: what the procuring entity or its agency asks for, and what the
 * supervisor decided.
 *
 * @param number of the lot's requests, from 1
 * @param report SM3 of the report that is questioned, hex
 * @param places what is reviewed once more, in the order of the bid list
 * @param request SM3 of the signed request, hex
 * @param decision reason of the supervisor, empty until it decided
 */
public record Rework(
        TenderId tender,
        LotId lot,
        int number,
        String report,
        ReworkGround ground,
        List<ReworkPlace> places,
        String reason,
        String evidence,
        String request,
        Instant askedAt,
        ReworkState state,
        String decision,
        Instant decidedAt) {

    private static final int TEXT_MAX = 1000;

    /** Refuses a request without a reason, without evidence or without a place. */
    public Rework {
        places = List.copyOf(places);
        Objects.requireNonNull(ground, "ground");
        written("reason", reason);
        written("evidence", evidence);
        if (places.isEmpty() || places.stream().anyMatch(it -> it.items().isEmpty())) {
            throw new Refused(ReworkRefusal.NO_PLACE, Facts.field("places", places.size(), "bids with their items"));
        }
    }

    /** The supervisor approves. */
    public Rework approved(String why, Instant now) {
        return decided(ReworkState.APPROVED, why, now);
    }

    /** The supervisor refuses. */
    public Rework refused(String why, Instant now) {
        return decided(ReworkState.REFUSED, why, now);
    }

    /** The second report is signed. */
    public Rework done() {
        return moveTo(ReworkState.DONE, decision, decidedAt);
    }

    private Rework decided(ReworkState next, String why, Instant now) {
        written("reason", why);
        return moveTo(next, why, now);
    }

    private Rework moveTo(ReworkState next, String why, Instant when) {
        if (!state.leadsTo(next)) {
            throw new Refused(ReworkRefusal.WRONG_STATE, Facts.field("state", state, next));
        }
        return new Rework(
                tender, lot, number, report, ground, places, reason, evidence, request, askedAt, next, why, when);
    }

    private static void written(String field, String text) {
        if (text == null || text.isBlank() || text.length() > TEXT_MAX) {
            throw new Refused(
                    ReworkRefusal.TEXT_NEEDED,
                    Facts.field(field, text == null ? 0 : text.length(), "1 to " + TEXT_MAX + " characters"));
        }
    }
}
