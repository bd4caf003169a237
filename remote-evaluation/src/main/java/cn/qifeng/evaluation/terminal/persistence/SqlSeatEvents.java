package cn.qifeng.evaluation.terminal.persistence;

import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.terminal.domain.SeatEvent;
import cn.qifeng.evaluation.terminal.domain.SeatEventKind;
import cn.qifeng.evaluation.terminal.domain.SeatEvents;
import cn.qifeng.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Seat events in the database. An empty text is {@code null} there, as Oracle knows no empty texts. */
@ApplicationScoped
class SqlSeatEvents implements SeatEvents {

    private static final String SELECT =
            "select session_id, member, kind, seat, happened, address, offset_ms from seat_event ";

    private final Sql sql;

    SqlSeatEvents(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(SeatEvent event) {
        sql.update(
                "insert into seat_event (id, session_id, member, kind, seat, happened, address, offset_ms)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                event.session().value(),
                event.number(),
                event.kind().name(),
                event.seat(),
                event.at(),
                event.address(),
                event.offsetMs());
    }

    @Override
    public boolean known(SeatEvent event, Instant since) {
        return sql
                .list(
                        SqlSeatEvents::event,
                        SELECT + "where session_id = ? and happened > ?",
                        event.session().value(),
                        since)
                .stream()
                .anyMatch(it -> it.number().equals(event.number())
                        && it.kind() == event.kind()
                        && it.seat().equals(event.seat())
                        && it.address().equals(event.address()));
    }

    @Override
    public List<SeatEvent> of(SessionId session, int max) {
        return sql.list(
                SqlSeatEvents::event,
                SELECT + "where session_id = ? order by happened desc fetch first " + max + " rows only",
                session.value());
    }

    private static SeatEvent event(ResultSet row) throws SQLException {
        return new SeatEvent(
                new SessionId(Sql.uuid(row, "session_id")),
                row.getString("member"),
                SeatEventKind.valueOf(row.getString("kind")),
                Objects.toString(row.getString("seat"), ""),
                Sql.moment(row, "happened"),
                Objects.toString(row.getString("address"), ""),
                row.getLong("offset_ms"));
    }
}
