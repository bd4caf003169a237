package cn.qifeng.evaluation.hall.persistence;

import cn.qifeng.evaluation.hall.domain.HallEvent;
import cn.qifeng.evaluation.hall.domain.HallEvents;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Hall events in the database. An empty text is {@code null} there, as Oracle knows no empty texts. */
@ApplicationScoped
class SqlHallEvents implements HallEvents {

    private final Sql sql;

    SqlHallEvents(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(HallEvent event) {
        sql.update(
                "insert into hall_event (id, session_id, label, kind, happened, address) values (?, ?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                event.session().value(),
                event.label(),
                event.kind().name(),
                event.at(),
                event.address().isEmpty() ? null : event.address());
    }

    @Override
    public List<HallEvent> of(SessionId session, int max) {
        return sql.list(
                row -> new HallEvent(
                        session,
                        row.getString("label"),
                        HallEvent.Kind.valueOf(row.getString("kind")),
                        Sql.moment(row, "happened"),
                        Objects.toString(row.getString("address"), "")),
                "select label, kind, happened, address from hall_event where session_id = ?"
                        + " order by happened desc fetch first " + max + " rows only",
                session.value());
    }
}
