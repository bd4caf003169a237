package cn.qifeng.evaluation.panel.domain;

import cn.qifeng.kernel.Facts;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What the centre sets before experts are drawn (抽取方案).
 *
 * @param asked from where they are drawn first
 * @param startsAt when the evaluation begins, which experts are told; empty: as soon as the panel is there
 * @param place where, which experts are told; it must not name the project
 * @param hall how the members see and hear one another
 */
public record DrawPlan(DrawScope asked, Optional<Instant> startsAt, String place, HallKind hall) {

    private static final int PLACE_MAX = 200;

    public DrawPlan {
        Objects.requireNonNull(asked, "asked");
        Objects.requireNonNull(startsAt, "startsAt");
        hall = hall == null ? HallKind.NONE : hall;
        place = place == null ? "" : place.strip();
        if (place.isEmpty() || place.length() > PLACE_MAX) {
            throw PanelRefusal.BAD_PLAN.with(Facts.field("place", place, "1 to " + PLACE_MAX + " characters")
                    .map());
        }
    }

    /** A plan without a hall. */
    public DrawPlan(DrawScope asked, Optional<Instant> startsAt, String place) {
        this(asked, startsAt, place, HallKind.NONE);
    }

    /**
     * Refuses a hall that does not carry so many: in one of direct lines each browser sends its picture to all others, in
     * one with a server it receives those of all others.
     *
     * @param meshMembersMax members that a hall of direct lines carries
     * @param janusMembersMax members that a hall with a server carries
     */
    public void requireRoom(int members, int meshMembersMax, int janusMembersMax) {
        int most = switch (hall) {
            case NONE -> members;
            case MESH -> meshMembersMax;
            case JANUS -> janusMembersMax;
        };
        if (members > most) {
            throw PanelRefusal.HALL_TOO_SMALL.with(Facts.field("hall", hall + " for " + members, "at most " + most)
                    .map());
        }
    }

    /** The same without a word that would tell the project; refuses a place that names it. */
    DrawPlan hiding(SessionOrder order) {
        for (String secret : new String[] {order.name(), order.project(), order.lotCode()}) {
            if (!secret.isBlank() && place.contains(secret)) {
                throw PanelRefusal.BAD_PLAN.with(Facts.field("place", place, "nothing that names the project")
                        .map());
            }
        }
        return this;
    }
}
