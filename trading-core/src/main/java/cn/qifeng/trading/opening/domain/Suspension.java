package cn.qifeng.trading.opening.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An opening that stands still (开标中止): trustees or witnesses are missing, which is nobody's fault, or a receipt is
 * missing from the list (trust.md section 4). While it is undecided no step of the opening is taken.
 *
 * @param serial 1 for the first of a lot
 * @param since since when the step waited; when the missing receipt was stamped
 * @param at when the opening was suspended
 * @param entry content hash of its entry, hex
 * @param decision what was decided, or what waits for its second signature; {@code null} until somebody signed
 */
public record Suspension(
        LotId lot, int serial, SuspensionCause cause, Instant since, Instant at, String entry, Decision decision) {

    /** The shortest time that a step can be given anew: the decision is recorded a moment after it is taken. */
    public static final Duration UNTIL_MIN = Duration.ofMinutes(1);

    /** The longest time that a step can be given anew. */
    public static final Duration UNTIL_MAX = Duration.ofDays(30);

    /**
     * What is decided (中止后的决定).
     *
     * @param until until when the step waits again; {@code null} when the lot ends
     */
    public record Decision(Instant until, String reason, List<RecordSignature> signatures) {

        public Decision {
            signatures = List.copyOf(signatures);
        }

        /** Whether the opening goes on. */
        public boolean goesOn() {
            return until != null;
        }

        private boolean same(Decision other) {
            return Objects.equals(until, other.until) && reason.equals(other.reason);
        }

        private boolean signedBy(RecordSignature.Capacity capacity) {
            return signatures.stream().anyMatch(one -> one.capacity() == capacity);
        }

        private Decision sign(RecordSignature signature) {
            if (signedBy(signature.capacity())) {
                throw OpeningRefusal.SIGNED.refused();
            }
            var more = new ArrayList<>(signatures);
            more.add(signature);
            return new Decision(until, reason, more);
        }
    }

    /** Whether nothing may happen yet. */
    public boolean open() {
        return decision == null || !cause.deciders().stream().allMatch(decision::signedBy);
    }

    /** Whether this capacity has still to sign. */
    public boolean waitsFor(RecordSignature.Capacity capacity) {
        return open() && cause.deciders().contains(capacity) && (decision == null || !decision.signedBy(capacity));
    }

    /**
     * The same with a signature under a decision; in force when everybody who decides has signed the same. Refuses with
     * {@link OpeningRefusal#WRONG_STEP} a second decision, with {@link OpeningRefusal#NOT_YOUR_LOT} a capacity that does
     * not decide, and with {@link OpeningRefusal#STATEMENT} a time that is nearer than {@link #UNTIL_MIN} or
     * further than {@link #UNTIL_MAX} away.
     */
    public Suspension decide(Decision wanted, RecordSignature signature, Instant now) {
        if (!open()) {
            throw OpeningRefusal.WRONG_STEP.refused();
        }
        if (!cause.deciders().contains(signature.capacity())) {
            throw OpeningRefusal.NOT_YOUR_LOT.refused();
        }
        if (wanted.goesOn()
                && (wanted.until().isBefore(now.plus(UNTIL_MIN))
                        || wanted.until().isAfter(now.plus(UNTIL_MAX)))) {
            throw OpeningRefusal.STATEMENT.with(
                    Facts.field("until", wanted.until(), "a minute to " + UNTIL_MAX.toDays() + " days behind " + now)
                            .map());
        }
        var base = decision != null && decision.same(wanted) ? decision : wanted;
        return new Suspension(lot, serial, cause, since, at, entry, base.sign(signature));
    }
}
