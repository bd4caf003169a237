package cn.qifeng.trading.draw.domain;

import static cn.qifeng.trading.draw.domain.DrawRefusal.ALREADY_DELIVERED;
import static cn.qifeng.trading.draw.domain.DrawRefusal.BAD_REQUEST;
import static cn.qifeng.trading.draw.domain.DrawRefusal.NOT_A_PARTY;
import static cn.qifeng.trading.draw.domain.DrawRefusal.OTHER_STEP;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.trust.draw.Draw;
import cn.qifeng.trust.hash.Hex;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * One draw on its way (抽取), docs/evidence.md section 8.
 *
 * @param set id of the key set whose members can open what is missing, hex
 * @param headDue whether the stage still waits for the published head over the step before
 * @param deadline legal time until which the parties deliver this stage
 * @param seed hex, once there is a result
 */
public record Drawing(
        UUID id,
        TenderId tender,
        DrawPurpose purpose,
        List<String> pool,
        int picks,
        String set,
        DrawStage stage,
        boolean headDue,
        Instant deadline,
        List<DrawParty> parties,
        String seed) {

    private static final int POOL_MAX = 10_000;
    /** The most parties of one draw. */
    public static final int PARTIES_MAX = 64;
    /** The fewest others among whom a void draw is held once more: one alone would choose what is drawn. */
    public static final int OTHERS_MIN = 2;

    /** Copies the lists. */
    public Drawing {
        pool = List.copyOf(pool);
        parties = List.copyOf(parties);
    }

    /** A draw that was just opened; refuses picks beyond the pool, and no or too many parties. */
    public static Drawing open(
            UUID id,
            TenderId tender,
            DrawPurpose purpose,
            List<String> pool,
            int picks,
            List<String> parties,
            String set,
            Instant deadline) {
        if (pool.isEmpty() || pool.size() > POOL_MAX || picks < 1 || picks > pool.size()) {
            throw new Refused(BAD_REQUEST, Facts.field("picks", picks, "1 to the size of the pool, " + pool.size()));
        }
        if (parties.isEmpty()
                || parties.size() > PARTIES_MAX
                || parties.stream().distinct().count() < parties.size()) {
            throw new Refused(
                    BAD_REQUEST, Facts.field("parties", parties.size(), "1 to " + PARTIES_MAX + ", each once"));
        }
        var expected = parties.stream().sorted().map(DrawParty::expected).toList();
        return new Drawing(id, tender, purpose, pool, picks, set, DrawStage.OPEN, true, deadline, expected, null);
    }

    /** SM3 of the canonical pool. */
    public byte[] poolHash() {
        return Draw.poolHash(pool);
    }

    /** Indexes into the pool, in order; empty before the result. */
    public List<Integer> picked() {
        if (seed == null) {
            return List.of();
        }
        return Arrays.stream(Draw.picks(Hex.decode(seed), pool.size(), picks))
                .boxed()
                .toList();
    }

    /** What was picked, in order; empty before the result. */
    public List<String> values() {
        return picked().stream().map(pool::get).toList();
    }

    /** The party, which must take part at this step and not have delivered it. */
    public DrawParty party(String certificateId, DrawStage step) {
        requireStep(step);
        var party = parties.stream()
                .filter(one -> one.id().equals(certificateId) && !one.leftOut())
                .findFirst()
                .orElseThrow(() -> new Refused(NOT_A_PARTY, Facts.of("party", certificateId)));
        if (party.done(stage)) {
            throw new Refused(ALREADY_DELIVERED, Facts.of("party", certificateId));
        }
        return party;
    }

    /** Refuses unless the draw is at this step and the head over the one before is published. */
    public void requireStep(DrawStage step) {
        if (stage != step || headDue) {
            throw new Refused(OTHER_STEP, Facts.field("stage", headDue ? stage + " without head" : stage, step));
        }
    }

    /**
     * The draw that repeats this one, which came to nothing by a party: the same pool and picks among the others, by a new id;
     * empty where fewer than {@link #OTHERS_MIN} others took part.
     */
    public Optional<Drawing> repeatedWithout(String party, Instant now) {
        var others = parties.stream()
                .map(DrawParty::id)
                .filter(it -> !it.equals(party))
                .toList();
        return others.size() < OTHERS_MIN
                ? Optional.empty()
                : Optional.of(open(Draw.repeatOf(id), tender, purpose, pool, picks, others, set, now));
    }

    /** Parties that are not left out. */
    public List<DrawParty> active() {
        return parties.stream().filter(party -> !party.leftOut()).toList();
    }

    /** Parties that still owe this stage. */
    public List<DrawParty> missing() {
        return parties.stream().filter(party -> !party.done(stage)).toList();
    }

    /** Whether the deadline of this stage has passed. */
    public boolean overdue(Instant now) {
        return !headDue && !now.isBefore(deadline);
    }

    /** The draw with one party changed. */
    public Drawing with(String party, UnaryOperator<DrawParty> change) {
        var next = parties.stream()
                .map(one -> one.id().equals(party) ? change.apply(one) : one)
                .toList();
        return new Drawing(id, tender, purpose, pool, picks, set, stage, headDue, deadline, next, seed);
    }

    /** The head over the last step is published; the parties have this long. */
    public Drawing published(Instant now, Duration window) {
        return new Drawing(id, tender, purpose, pool, picks, set, stage, false, now.plus(window), parties, seed);
    }

    /** The same, void because what it was opened for has ended; unchanged when it has ended itself. */
    public Drawing abandon() {
        return stage == DrawStage.RESULT || stage == DrawStage.VOID
                ? this
                : new Drawing(id, tender, purpose, pool, picks, set, DrawStage.VOID, false, deadline, parties, seed);
    }

    /**
     * The next step, which waits for its head; {@code result} is the seed in hex or {@code null}. Refuses with {@link
     * DrawRefusal#OTHER_STEP} what the table of steps does not allow.
     */
    public Drawing moveTo(DrawStage next, String result) {
        if (!stage.allows(next)) {
            throw new Refused(OTHER_STEP, Facts.field("stage", next, "a step after " + stage));
        }
        return new Drawing(id, tender, purpose, pool, picks, set, next, true, deadline, parties, result);
    }
}
