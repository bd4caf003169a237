package cn.qifeng.evaluation.hall.domain;

import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Sm3;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Participant of a hall (评标厅参与者), told to the others by its label alone.
 *
 * @param label {@code M03} for a member by its place in the order of the pick, {@code watch-1f2e} for a watcher
 * @param person id of the person
 */
public record Participant(String label, String person, Kind kind) {

    private static final int WATCH_DIGITS = 4;

    /** What a participant may do (参与方式). */
    public enum Kind {
        /** Works on the panel: speaks, is seen, writes (评委). */
        MEMBER,
        /** Sees and hears, and sends nothing (数字见证，只收不发). */
        WATCHER
    }

    /** A member of the panel. */
    public static Participant member(EvaluationSession session, Seat seat) {
        return new Participant(label(session, seat), seat.person(), Kind.MEMBER);
    }

    /** Supervisor or notary; the label is the same each time and does not tell who it is. */
    public static Participant watcher(EvaluationSession session, String person) {
        var mark = Sm3.hex(
                Bytes.ascii("QH1 watcher"), Bytes.uuid(session.id().value()), person.getBytes(StandardCharsets.UTF_8));
        return new Participant("watch-" + mark.substring(0, WATCH_DIGITS), person, Kind.WATCHER);
    }

    /** Session code of a member: it tells neither number nor name. */
    public static String label(EvaluationSession session, Seat seat) {
        return "M" + session.panel().place(seat).substring(1);
    }

    /** The seat behind a session code. */
    public static Optional<Seat> seat(EvaluationSession session, String label) {
        return session.panel().seats().stream()
                .filter(it -> label(session, it).equals(label))
                .findFirst();
    }

    /** Whether it only sees and hears. */
    public boolean watches() {
        return kind == Kind.WATCHER;
    }
}
