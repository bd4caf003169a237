package cn.qifeng.evaluation.expert.domain;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry of the blacklist (失信联合惩戒): the expert is not drawn from the first to the last of its days, both counted; the
 * ban ends by itself, or earlier by a decision.
 *
 * @param cause what was done
 * @param basis number of the decision that orders it
 * @param liftedOn from this day on it stands no more
 */
public record Ban(
        UUID id,
        String expert,
        String cause,
        String basis,
        LocalDate from,
        LocalDate until,
        String by,
        Optional<LocalDate> liftedOn) {

    public Ban {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(expert, "expert");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(liftedOn, "liftedOn");
        requireText("cause", cause);
        requireText("basis", basis);
        if (from == null || until == null || until.isBefore(from)) {
            throw ExpertRefusal.PERIOD.at("until", until, "from " + from + " on");
        }
    }

    private static void requireText(String field, String text) {
        if (text == null || text.isBlank()) {
            throw ExpertRefusal.REASON_NEEDED.at(field, text, "a text");
        }
    }

    /** Whether it stands on this day. */
    public boolean standsOn(LocalDate day) {
        return !day.isBefore(from)
                && !day.isAfter(until)
                && liftedOn.map(day::isBefore).orElse(true);
    }

    /** The same, lifted from this day on; refuses with {@link ExpertRefusal#PERIOD} what stands no more. */
    public Ban lifted(LocalDate day) {
        if (!standsOn(day)) {
            throw ExpertRefusal.PERIOD.at("on", day, from + " to " + until);
        }
        return new Ban(id, expert, cause, basis, from, until, by, Optional.of(day));
    }
}
