package cn.qifeng.evaluation.hall.persistence;

import cn.qifeng.evaluation.hall.domain.Warning;
import cn.qifeng.evaluation.hall.domain.Warnings;
import cn.qifeng.evaluation.hall.domain.WitnessAct;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Warnings in the database: one row for each, and one for each of those it is for. */
@ApplicationScoped
class SqlWarnings implements Warnings {

    private final Sql sql;

    SqlWarnings(Sql sql) {
        this.sql = sql;
    }

    /** Whom a warning is for, and when that member acknowledged it ({@code null}: not yet). */
    private record Addressee(int warning, String member, Instant seen) {}

    @Override
    public List<Warning> of(SessionId session) {
        var addressees = sql.list(
                SqlWarnings::addressee,
                "select warning_number, member, seen_at from session_warning_member where session_id = ?"
                        + " order by warning_number, place",
                session.value());
        return sql.list(
                row -> warning(session, row, addressees),
                "select warning_number, to_all, said_at, said_by, said_role, body from session_warning"
                        + " where session_id = ? order by warning_number",
                session.value());
    }

    @Override
    public void add(Warning warning) {
        var said = warning.said();
        sql.update(
                "insert into session_warning (session_id, warning_number, to_all, said_at, said_by, said_role, body)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                warning.session().value(),
                warning.number(),
                warning.all() ? 1 : 0,
                said.at(),
                said.person(),
                said.role(),
                said.reason());
        for (int place = 0; place < warning.to().size(); place++) {
            sql.update(
                    "insert into session_warning_member (session_id, warning_number, place, member)"
                            + " values (?, ?, ?, ?)",
                    warning.session().value(),
                    warning.number(),
                    place,
                    warning.to().get(place));
        }
    }

    @Override
    public void seen(SessionId session, int number, String member, Instant at) {
        sql.update(
                "update session_warning_member set seen_at = ? where session_id = ? and warning_number = ?"
                        + " and member = ?",
                at,
                session.value(),
                number,
                member);
    }

    private static Warning warning(SessionId session, ResultSet row, List<Addressee> addressees) throws SQLException {
        int number = row.getInt("warning_number");
        var own = addressees.stream().filter(it -> it.warning() == number).toList();
        Map<String, Instant> seen = new HashMap<>();
        own.stream().filter(it -> it.seen() != null).forEach(it -> seen.put(it.member(), it.seen()));
        var said = new WitnessAct(
                Sql.moment(row, "said_at"),
                row.getString("said_by"),
                row.getString("said_role"),
                row.getString("body"));
        return new Warning(
                session,
                number,
                row.getInt("to_all") == 1,
                own.stream().map(Addressee::member).toList(),
                said,
                seen);
    }

    private static Addressee addressee(ResultSet row) throws SQLException {
        var seen = row.getTimestamp("seen_at") == null ? null : Sql.moment(row, "seen_at");
        return new Addressee(row.getInt("warning_number"), row.getString("member"), seen);
    }
}
