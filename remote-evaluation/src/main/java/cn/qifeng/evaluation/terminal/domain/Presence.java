package cn.qifeng.evaluation.terminal.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.time.Instant;
import java.util.Optional;

/**
 * Presence of a member at its seat from check-in on (在席).
 *
 * @param number number of the member on the panel
 * @param seat key of the seat to which the member is bound
 * @param device fingerprint of the terminal that proved last
 * @param since machine time of check-in
 * @param beatAt machine time of the last beat, or of check-in
 * @param reading what the last exchange told of the clock
 * @param open whether the member still works in the evaluation
 */
public record Presence(
        SessionId session,
        String number,
        String person,
        String seat,
        String device,
        Instant since,
        Nonces nonces,
        Instant beatAt,
        Optional<ClockReading> reading,
        ClockMark mark,
        boolean open) {

    /** Somebody who just checked in. */
    public static Presence of(
            SessionId session, String number, String person, Terminal terminal, String nonce, Instant now) {
        return new Presence(
                session,
                number,
                person,
                terminal.seat(),
                terminal.device(),
                now,
                Nonces.first(nonce, now),
                now,
                Optional.empty(),
                ClockMark.UNKNOWN,
                true);
    }

    /** With the next nonce in front when it is time. */
    public Presence turned(String next, Instant now) {
        return with(device, nonces.turned(next, now), beatAt, reading, mark, open);
    }

    /** Bound to another seat, because the former one broke. */
    public Presence movedTo(String next) {
        return new Presence(session, number, person, next, device, since, nonces, beatAt, reading, mark, open);
    }

    /** At another terminal of the same seat. */
    public Presence at(Terminal terminal) {
        return with(terminal.device(), nonces, beatAt, reading, mark, open);
    }

    /** One beat more, and what the exchange before it told. */
    public Presence beat(Optional<ClockReading> told, ClockRules rules, Instant now) {
        var next = told.map(it -> rules.judge(it, mark)).orElse(mark == ClockMark.SILENT ? ClockMark.UNKNOWN : mark);
        return with(device, nonces, now, told.isPresent() ? told : reading, next, open);
    }

    /** No beat for too long. */
    public Presence silent() {
        return with(device, nonces, beatAt, reading, ClockMark.SILENT, open);
    }

    /** The member's work in this evaluation is over. */
    public Presence over() {
        return with(device, nonces, beatAt, reading, mark, false);
    }

    /** What holds now: silence counts before anybody noted it. */
    public ClockMark markAt(Instant now, ClockRules rules) {
        return now.isBefore(beatAt.plus(rules.silence())) ? mark : ClockMark.SILENT;
    }

    /** Refuses a commitment while the clock is away too far, unknown, or the terminal is silent. */
    public void requireSteady(Instant now, ClockRules rules) {
        var present = markAt(now, rules);
        if (present == ClockMark.BLOCKED) {
            throw TerminalRefusal.CLOCK.at(
                    "clock",
                    reading.map(ClockReading::offsetMs).orElse(0L) + " ms",
                    "less than " + rules.blockMs() + " ms");
        }
        if (present == ClockMark.SILENT || present == ClockMark.UNKNOWN) {
            throw TerminalRefusal.SILENT.at(
                    "beat", beatAt, "a beat within " + rules.silence().toSeconds() + " s");
        }
    }

    private Presence with(
            String at, Nonces turned, Instant lastBeat, Optional<ClockReading> told, ClockMark next, boolean works) {
        return new Presence(session, number, person, seat, at, since, turned, lastBeat, told, next, works);
    }
}
