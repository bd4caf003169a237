package cn.qifeng.evaluation.hall.application;

import cn.qifeng.evaluation.hall.domain.HallRefusal;
import cn.qifeng.evaluation.hall.domain.Participant;
import cn.qifeng.evaluation.hall.domain.SpokenText;
import cn.qifeng.evaluation.hall.domain.SpokenTexts;
import cn.qifeng.evaluation.panel.application.DrawPlans;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.HallKind;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kit.clock.LegalClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Members write to one another in the hall (文字频道): every message has a number and is an entry of the tender, so that none
 * can be taken out or changed without being missed.
 */
@ApplicationScoped
public class SpeakInHall {

    private static final Duration BREATH = Duration.ofSeconds(20);
    private static final int IN_A_BREATH = 20;

    private final RunningSessions running;
    private final SpokenTexts texts;
    private final HallEntries entries;
    private final LegalClock clock;
    private final Event<HallChanged> changed;

    SpeakInHall(
            RunningSessions running,
            SpokenTexts texts,
            HallEntries entries,
            LegalClock clock,
            Event<HallChanged> changed) {
        this.running = running;
        this.texts = texts;
        this.entries = entries;
        this.clock = clock;
        this.changed = changed;
    }

    /**
     * Takes a message of a member who declared to have no conflict; the same key again gets the message that is there.
     *
     * @param key UUID that the browser made for the message
     */
    @Transactional
    public SpokenText say(SessionId id, String person, String key, String text) {
        var session = running.lockEvenFrozen(id);
        var seat = RunningSessions.seated(session, person);
        if (!DrawPlans.hall(session).exists()) {
            throw HallRefusal.NO_HALL.at("hall", HallKind.NONE, "a hall");
        }
        if (!HallDoor.atWork(session)) {
            throw HallRefusal.NOT_OPEN.at("stage", session.stage(), "the panel at work");
        }
        var known = texts.sent(id, seat.member(), checked(key));
        if (known.isPresent()) {
            return known.get();
        }
        var readable = SpokenText.readable("text", text, SpokenText.TEXT_MAX);
        var now = clock.now();
        requirePace(id, seat.member(), now);
        var label = Participant.label(session, seat);
        var said = new SpokenText(id, texts.count(id) + 1, label, seat.member(), now, readable, key);
        texts.add(said);
        entries.said(session, said);
        changed.fire(new HallChanged(id, "text"));
        return said;
    }

    private void requirePace(SessionId id, String member, Instant now) {
        int sent = texts.countSince(id, member, now.minus(BREATH));
        if (sent >= IN_A_BREATH) {
            throw HallRefusal.TOO_FAST.at("messages", sent, "fewer than " + IN_A_BREATH + " in " + BREATH);
        }
    }

    private static String checked(String key) {
        try {
            return UUID.fromString(key == null ? "" : key).toString();
        } catch (IllegalArgumentException noUuid) {
            throw HallRefusal.BAD_TEXT.at("key", key, "a UUID");
        }
    }
}
