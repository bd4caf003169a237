package cn.qifeng.evaluation.hall.persistence;

import cn.qifeng.evaluation.hall.domain.Freeze;
import cn.qifeng.evaluation.hall.domain.Freezes;
import cn.qifeng.evaluation.hall.domain.WitnessAct;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Freezes in the database. */
@ApplicationScoped
class SqlFreezes implements Freezes {

    private final Sql sql;

    SqlFreezes(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Freeze> of(SessionId session) {
        return sql.list(
                SqlFreezes::freeze,
                "select session_id, freeze_number, begun_at, begun_by, begun_role, begun_reason, ended_at, ended_by,"
                        + " ended_role, ended_reason from session_freeze where session_id = ? order by freeze_number",
                session.value());
    }

    @Override
    public void add(Freeze freeze) {
        var begun = freeze.begun();
        sql.update(
                "insert into session_freeze (session_id, freeze_number, begun_at, begun_by, begun_role, begun_reason)"
                        + " values (?, ?, ?, ?, ?, ?)",
                freeze.session().value(),
                freeze.number(),
                begun.at(),
                begun.person(),
                begun.role(),
                begun.reason());
    }

    @Override
    public void save(Freeze freeze) {
        var ended = freeze.ended().orElseThrow();
        sql.update(
                "update session_freeze set ended_at = ?, ended_by = ?, ended_role = ?, ended_reason = ?"
                        + " where session_id = ? and freeze_number = ?",
                ended.at(),
                ended.person(),
                ended.role(),
                ended.reason(),
                freeze.session().value(),
                freeze.number());
    }

    private static Freeze freeze(ResultSet row) throws SQLException {
        var ended = row.getString("ended_by") == null ? Optional.<WitnessAct>empty() : Optional.of(act(row, "ended"));
        return new Freeze(
                new SessionId(Sql.uuid(row, "session_id")), row.getInt("freeze_number"), act(row, "begun"), ended);
    }

    private static WitnessAct act(ResultSet row, String which) throws SQLException {
        return new WitnessAct(
                Sql.moment(row, which + "_at"),
                row.getString(which + "_by"),
                row.getString(which + "_role"),
                row.getString(which + "_reason"));
    }
}
