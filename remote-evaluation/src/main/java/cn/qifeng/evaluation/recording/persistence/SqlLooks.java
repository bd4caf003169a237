package cn.qifeng.evaluation.recording.persistence;

import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.recording.domain.Looks;
import cn.qifeng.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Looks at recordings in the database. */
@ApplicationScoped
class SqlLooks implements Looks {

    private final Sql sql;

    SqlLooks(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Look look) {
        sql.update(
                "insert into recording_look (id, session_id, person, role, reason, looked_at) values (?, ?, ?, ?, ?, ?)",
                look.id(),
                look.session().value(),
                look.person(),
                look.role(),
                look.reason(),
                look.at());
    }

    @Override
    public List<Look> of(SessionId session) {
        return sql.list(
                row -> new Look(
                        Sql.uuid(row, "id"),
                        session,
                        row.getString("person"),
                        row.getString("role"),
                        row.getString("reason"),
                        Sql.moment(row, "looked_at")),
                "select id, person, role, reason, looked_at from recording_look where session_id = ?"
                        + " order by looked_at desc",
                session.value());
    }
}
