package cn.qifeng.evaluation.attendance.persistence;

import cn.qifeng.evaluation.attendance.domain.Attendance;
import cn.qifeng.evaluation.attendance.domain.AttendanceEnd;
import cn.qifeng.evaluation.attendance.domain.Attendances;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Attendances in the database. */
@ApplicationScoped
class SqlAttendances implements Attendances {

    private final Sql sql;

    SqlAttendances(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Attendance> of(SessionId session) {
        return sql.list(
                SqlAttendances::attendance,
                "select session_id, member, turn, name, employer, expert, site, seat, came_at, gone_at, ending"
                        + " from session_attendance where session_id = ? order by came_at, member, turn",
                session.value());
    }

    @Override
    public void add(Attendance attendance) {
        sql.update(
                "insert into session_attendance (session_id, member, turn, name, employer, expert, site, seat, came_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                attendance.session().value(),
                attendance.number(),
                attendance.turn(),
                attendance.name(),
                attendance.employer(),
                attendance.expert() ? 1 : 0,
                attendance.site(),
                attendance.seat(),
                attendance.from());
    }

    @Override
    public void save(Attendance attendance) {
        sql.update(
                "update session_attendance set gone_at = ?, ending = ? where session_id = ? and member = ? and turn = ?",
                attendance.to().orElseThrow(),
                attendance.end().orElseThrow().name(),
                attendance.session().value(),
                attendance.number(),
                attendance.turn());
    }

    private static Attendance attendance(ResultSet row) throws SQLException {
        return new Attendance(
                new SessionId(Sql.uuid(row, "session_id")),
                row.getString("member"),
                row.getInt("turn"),
                text(row, "name"),
                text(row, "employer"),
                row.getInt("expert") == 1,
                text(row, "site"),
                text(row, "seat"),
                Sql.moment(row, "came_at"),
                Optional.ofNullable(Sql.moment(row, "gone_at")),
                Optional.ofNullable(row.getString("ending")).map(AttendanceEnd::valueOf));
    }

    /** Oracle keeps an empty text as none. */
    private static String text(ResultSet row, String column) throws SQLException {
        var text = row.getString(column);
        return text == null ? "" : text;
    }
}
