package cn.qifeng.evaluation.attendance.application;

import cn.qifeng.evaluation.attendance.domain.Attendances;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Shows the attendance sheet once the evaluation is concluded, when names are secret no more (查看签到与劳务费表). */
@ApplicationScoped
public class ReadAttendance {

    private final RunningSessions running;
    private final Attendances attendances;
    private final FeeSettings settings;
    private final AttendanceBook book;

    ReadAttendance(RunningSessions running, Attendances attendances, FeeSettings settings, AttendanceBook book) {
        this.running = running;
        this.attendances = attendances;
        this.settings = settings;
        this.book = book;
    }

    /** The sheet; refuses with {@code panel/wrong-stage} before the evaluation is concluded. */
    @Transactional
    public AttendanceSheet of(SessionId id) {
        var session = running.read(id);
        session.require(Stage.CONCLUDED);
        return new AttendanceSheet(
                session.order().name(), session.order().lotCode(), settings.rules(), attendances.of(id));
    }

    /** The same as .xlsx. */
    public byte[] book(SessionId id) {
        return book.of(of(id));
    }
}
