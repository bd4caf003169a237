package cn.qifeng.evaluation.recording.persistence;

import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.recording.domain.Deletion;
import cn.qifeng.evaluation.recording.domain.Deletions;
import cn.qifeng.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Deletions of recordings in the database. */
@ApplicationScoped
class SqlDeletions implements Deletions {

    private final Sql sql;

    SqlDeletions(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Deletion> find(SessionId session) {
        return sql.first(
                row -> new Deletion(
                        session,
                        row.getString("request"),
                        row.getString("asked_by"),
                        Sql.moment(row, "asked_at"),
                        Optional.ofNullable(row.getString("decision")),
                        row.getInt("approved") == 1),
                "select request, asked_by, asked_at, decision, approved from recording_deletion where session_id = ?",
                session.value());
    }

    @Override
    public void save(Deletion deletion) {
        sql.update(
                "delete from recording_deletion where session_id = ?",
                deletion.session().value());
        sql.update(
                "insert into recording_deletion (session_id, request, asked_by, asked_at, decision, approved)"
                        + " values (?, ?, ?, ?, ?, ?)",
                deletion.session().value(),
                deletion.request(),
                deletion.askedBy(),
                deletion.askedAt(),
                deletion.decision().orElse(null),
                deletion.approved() ? 1 : 0);
    }
}
