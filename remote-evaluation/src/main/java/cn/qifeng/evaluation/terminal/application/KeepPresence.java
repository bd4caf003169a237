package cn.qifeng.evaluation.terminal.application;

import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.SeatState;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.site.application.ReadSeats;
import cn.qifeng.evaluation.terminal.domain.Challenges;
import cn.qifeng.evaluation.terminal.domain.ClockMark;
import cn.qifeng.evaluation.terminal.domain.ClockReading;
import cn.qifeng.evaluation.terminal.domain.ClockRules;
import cn.qifeng.evaluation.terminal.domain.Presence;
import cn.qifeng.evaluation.terminal.domain.Presences;
import cn.qifeng.evaluation.terminal.domain.SeatEvent;
import cn.qifeng.evaluation.terminal.domain.SeatEventKind;
import cn.qifeng.evaluation.terminal.domain.SeatEvents;
import cn.qifeng.evaluation.terminal.domain.TerminalRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Gives nonces to members at seats, and takes their heart-beats (心跳). */
@ApplicationScoped
public class KeepPresence {

    private static final int EVENTS_MAX = 200;
    private static final int TOLD_MAX = 5;

    private final Presences presences;
    private final Challenges challenges;
    private final SeatEvents events;
    private final RunningSessions running;
    private final ReadSeats seats;
    private final SeatJournal journal;
    private final TerminalSettings settings;
    private final ClockRules rules;

    KeepPresence(
            Presences presences,
            Challenges challenges,
            SeatEvents events,
            RunningSessions running,
            ReadSeats seats,
            SeatJournal journal,
            TerminalSettings settings) {
        this.presences = presences;
        this.challenges = challenges;
        this.events = events;
        this.running = running;
        this.seats = seats;
        this.journal = journal;
        this.settings = settings;
        this.rules = settings.rules();
    }

    /**
     * What a terminal signs next (待签随机数).
     *
     * @param seated whether the member checked in: then every request carries a proof, before it check-in alone
     */
    public record Nonce(String text, boolean seated) {}

    /**
     * What a member's terminal signs next: before check-in a challenge that serves once, behind it the nonce of the
     * moment; empty when the evaluation does not take place at seats.
     */
    @Transactional
    public Optional<Nonce> nonce(SessionId session, String person) {
        if (!seats.card(session, person).atSeats()) {
            return Optional.empty();
        }
        var now = Instant.now();
        var present = presences.lock(session, person);
        if (present.isPresent()) {
            return Optional.of(new Nonce(turned(present.get(), now).nonces().present(), true));
        }
        var challenge = RandomNonces.next();
        challenges.give(session, person, challenge, now, now.plus(settings.challengeLife()));
        return Optional.of(new Nonce(challenge, false));
    }

    private Presence turned(Presence presence, Instant now) {
        var turned = presence.turned(RandomNonces.next(), now);
        presences.save(turned);
        return turned;
    }

    /** What a member is answered to a beat: how it stands, and who tried to be it. */
    public record Answer(Presence presence, ClockRules rules, List<SeatEvent> intrusions) {}

    /** Takes a beat, with what the exchange before it told of the clock. */
    @Transactional
    public Answer beat(SessionId session, String person, Optional<ClockReading> told) {
        var before = presences
                .lock(session, person)
                .orElseThrow(() -> TerminalRefusal.NOT_SEATED.at("seat", null, "a member at its seat"));
        var now = Instant.now();
        var after = turned(before.beat(told, rules, now), now);
        noteChange(before, after);
        var intrusions = events.of(session, EVENTS_MAX).stream()
                .filter(it -> it.number().equals(after.number())
                        && it.intrusion()
                        && it.at().isAfter(after.since()))
                .limit(TOLD_MAX)
                .toList();
        return new Answer(after, rules, intrusions);
    }

    /** Told once for each change, never for each beat. */
    private void noteChange(Presence before, Presence after) {
        if (before.mark() == after.mark()) {
            return;
        }
        if (before.mark() == ClockMark.SILENT) {
            note(after, SeatEventKind.BACK);
        }
        switch (after.mark()) {
            case OFF -> note(after, SeatEventKind.CLOCK_OFF);
            case BLOCKED -> note(after, SeatEventKind.CLOCK_BLOCKED);
            case IN_TIME -> {
                if (before.mark() == ClockMark.OFF || before.mark() == ClockMark.BLOCKED) {
                    note(after, SeatEventKind.CLOCK_RIGHT);
                }
            }
            default -> {
                // unknown after silence is told as BACK, silence by noteSilence
            }
        }
    }

    /** Notes everybody who gave no beat for too long; those whose work is over are left in peace. */
    @Transactional
    void noteSilence() {
        var since = Instant.now().minus(rules.silence());
        for (var found : presences.withoutBeatSince(since)) {
            presences
                    .lock(found.session(), found.person())
                    .filter(it -> it.beatAt().isBefore(since))
                    .ifPresent(this::fallSilent);
        }
    }

    private void fallSilent(Presence presence) {
        if (!works(presence)) {
            presences.save(presence.over());
            return;
        }
        presences.save(presence.silent());
        note(presence, SeatEventKind.SILENT);
    }

    private boolean works(Presence presence) {
        var session = running.read(presence.session());
        return !session.stage().isFrom(Stage.CONCLUDED)
                && session.panel()
                        .of(presence.person())
                        .filter(it -> it.state() == SeatState.CHECKED_IN || it.state() == SeatState.SEATED)
                        .isPresent();
    }

    private void note(Presence presence, SeatEventKind kind) {
        long offset = presence.reading().map(ClockReading::offsetMs).orElse(0L);
        journal.happened(presence.session(), presence.number(), kind, presence.seat(), offset);
    }
}
