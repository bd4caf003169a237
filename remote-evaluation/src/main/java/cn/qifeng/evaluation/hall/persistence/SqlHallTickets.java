package cn.qifeng.evaluation.hall.persistence;

import cn.qifeng.evaluation.hall.domain.HallTickets;
import cn.qifeng.evaluation.hall.domain.Participant;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Tickets in the database, so that one node takes what another gave. An empty text is {@code null} there. */
@ApplicationScoped
class SqlHallTickets implements HallTickets {

    private final Sql sql;

    SqlHallTickets(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void give(String hash, SessionId session, Holder holder, Instant now, Instant until) {
        sql.update("delete from hall_ticket where expires_at < ?", now);
        sql.update(
                "insert into hall_ticket (hash, session_id, label, person, kind, address, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                hash,
                session.value(),
                holder.participant().label(),
                holder.participant().person(),
                holder.participant().kind().name(),
                holder.address().isEmpty() ? null : holder.address(),
                until);
    }

    @Override
    public Optional<Holder> take(String hash, SessionId session, Instant now) {
        var found = sql.first(
                row -> new Holder(
                        new Participant(
                                row.getString("label"),
                                row.getString("person"),
                                Participant.Kind.valueOf(row.getString("kind"))),
                        Objects.toString(row.getString("address"), "")),
                "select label, person, kind, address from hall_ticket where hash = ? and session_id = ? and expires_at >= ?",
                hash,
                session.value(),
                now);
        return found.filter(it -> sql.update("delete from hall_ticket where hash = ?", hash) == 1);
    }
}
