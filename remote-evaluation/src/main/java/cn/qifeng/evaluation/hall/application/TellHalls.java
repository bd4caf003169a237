package cn.qifeng.evaluation.hall.application;

import cn.qifeng.evaluation.hall.domain.Participant;
import cn.qifeng.evaluation.hall.domain.SpokenTexts;
import cn.qifeng.evaluation.panel.application.DrawPlans;
import cn.qifeng.evaluation.panel.application.MemberLeft;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.application.SessionConcluded;
import cn.qifeng.evaluation.panel.domain.SessionId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Tells halls what happened elsewhere: something is new, a member left the panel, the evaluation is over (评标厅联动). */
@ApplicationScoped
class TellHalls {

    private final KeepHall hall;
    private final Attendance attendance;
    private final Rooms rooms;
    private final RunningSessions running;
    private final SpokenTexts texts;
    private final HallEntries entries;

    TellHalls(
            KeepHall hall,
            Attendance attendance,
            Rooms rooms,
            RunningSessions running,
            SpokenTexts texts,
            HallEntries entries) {
        this.hall = hall;
        this.attendance = attendance;
        this.rooms = rooms;
        this.running = running;
        this.texts = texts;
        this.entries = entries;
    }

    void isNew(@Observes(during = TransactionPhase.AFTER_SUCCESS) HallChanged change) {
        hall.changed(change.session(), change.what());
    }

    /** Whoever is no member any more is put out. */
    void left(@Observes(during = TransactionPhase.AFTER_SUCCESS) MemberLeft left) {
        var session = QuarkusTransaction.suspendingExisting().call(() -> running.read(left.session()));
        session.panel().seats().stream()
                .filter(it -> it.member().equals(left.member()))
                .findFirst()
                .flatMap(it -> attendance.find(left.session(), Participant.label(session, it)))
                .ifPresent(it -> it.line().end(Ending.NO_MEMBER));
    }

    /** The text channel ends before the report is recorded. */
    void end(@Observes SessionConcluded concluded) {
        var session = concluded.session();
        if (DrawPlans.hall(session).exists()) {
            entries.closed(session, texts.count(session.id()));
        }
    }

    /** The lines end once it is sure. */
    void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionConcluded concluded) {
        var session = concluded.session();
        var kind = DrawPlans.hall(session);
        if (kind.exists()) {
            close(session.id());
            rooms.of(kind).closed(session.id());
        }
    }

    private void close(SessionId session) {
        attendance.close(session).forEach(it -> it.line().end(Ending.CLOSED));
    }
}
