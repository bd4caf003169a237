package cn.qifeng.trading.opening.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/**
 * An opening that stands still because trustees or witnesses are missing (开标中止): nobody's fault, decided by the supervisor
 * (trust.md section 4). While it is undecided no step of the opening is taken.
 *
 * @param serial 1 for the first of a lot
 * @param since since when the step waited
 * @param at when the opening was suspended
 * @param entry content hash of its entry, hex
 * @param decision what the supervisor decided; {@code null} until then
 */
public record Suspension(
        LotId lot, int serial, SuspensionCause cause, Instant since, Instant at, String entry, Decision decision) {

    /** The longest time that a step can be given anew. */
    public static final Duration UNTIL_MAX = Duration.ofDays(30);

    /**
     * What the supervisor decided (中止后的决定).
     *
     * @param until until when the step waits again; {@code null} when the lot ends
     * @param statement the signed decision
     */
    public record Decision(Instant until, String reason, ObjectNode statement, Instant at) {

        /** Whether the opening goes on. */
        public boolean goesOn() {
            return until != null;
        }
    }

    /** Whether nothing may happen yet. */
    public boolean open() {
        return decision == null;
    }

    /**
     * The same, decided. Refuses with {@link OpeningRefusal#WRONG_STEP} a second decision, and with {@link
     * OpeningRefusal#STATEMENT} a time that is over or further than {@link #UNTIL_MAX} away.
     */
    public Suspension decide(Decision taken) {
        if (!open()) {
            throw OpeningRefusal.WRONG_STEP.refused();
        }
        if (taken.goesOn()
                && (!taken.until().isAfter(taken.at())
                        || taken.until().isAfter(taken.at().plus(UNTIL_MAX)))) {
            throw OpeningRefusal.STATEMENT.with(Facts.field(
                            "until", taken.until(), "after " + taken.at() + ", at most " + UNTIL_MAX.toDays() + " days")
                    .map());
        }
        return new Suspension(lot, serial, cause, since, at, entry, taken);
    }
}
