package cn.qifeng.trading.security.persistence;

import cn.qifeng.kit.sql.Sql;
import cn.qifeng.trading.security.domain.SecurityEvent;
import cn.qifeng.trading.security.domain.SecurityEvent.Named;
import cn.qifeng.trading.security.domain.SecurityEventKind;
import cn.qifeng.trading.security.domain.SecurityEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Security events in a table that has rows added and no row changed. */
@ApplicationScoped
class SqlSecurityEvents implements SecurityEvents {

    private static final String COLUMNS = "seq, id, kind, happened_at, service, actor_id, actor_name, target_id,"
            + " target_name, address, reason, detail";

    private final Sql sql;

    SqlSecurityEvents(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(SecurityEvent event) {
        if (sql.first(row -> 1, "select seq from security_event where id = ?", event.id())
                .isPresent()) {
            return;
        }
        sql.update(
                "insert into security_event (id, kind, happened_at, service, actor_id, actor_name, target_id,"
                        + " target_name, address, reason, detail) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                event.id(),
                event.kind().name(),
                event.at(),
                event.service(),
                event.actor().map(Named::id).orElse(null),
                event.actor().map(Named::name).orElse(null),
                event.target().map(Named::id).orElse(null),
                event.target().map(Named::name).orElse(null),
                textOrNull(event.address()),
                textOrNull(event.reason()),
                textOrNull(event.detail()));
    }

    @Override
    public List<Kept> find(Filter filter, int max) {
        var values = new ArrayList<Object>();
        String where = where(filter, values);
        values.add(max);
        return sql.list(
                SqlSecurityEvents::read,
                "select " + COLUMNS + " from security_event" + where
                        + " order by seq desc offset 0 rows fetch next ? rows only",
                values.toArray());
    }

    @Override
    public Map<SecurityEventKind, Long> count(Filter filter) {
        var values = new ArrayList<Object>();
        var counts = new EnumMap<SecurityEventKind, Long>(SecurityEventKind.class);
        sql.list(
                row -> counts.put(SecurityEventKind.valueOf(row.getString("kind")), row.getLong("events")),
                "select kind, count(*) as events from security_event" + where(filter, values) + " group by kind",
                values.toArray());
        return counts;
    }

    private static String where(Filter filter, List<Object> values) {
        var where = new StringBuilder(" where 1 = 1");
        if (filter.kind() != null) {
            condition(where, values, " and kind = ?", filter.kind().name());
        }
        if (filter.name() != null) {
            condition(where, values, " and (actor_name = ? or target_name = ?)", filter.name(), filter.name());
        }
        if (filter.from() != null) {
            condition(where, values, " and happened_at >= ?", filter.from());
        }
        if (filter.to() != null) {
            condition(where, values, " and happened_at < ?", filter.to());
        }
        if (filter.before() != null) {
            condition(where, values, " and seq < ?", filter.before());
        }
        return where.toString();
    }

    private static void condition(StringBuilder where, List<Object> values, String text, Object... bound) {
        where.append(text);
        values.addAll(List.of(bound));
    }

    private static Kept read(ResultSet row) throws SQLException {
        return new Kept(
                row.getLong("seq"),
                new SecurityEvent(
                        Sql.uuid(row, "id"),
                        SecurityEventKind.valueOf(row.getString("kind")),
                        Sql.moment(row, "happened_at"),
                        row.getString("service"),
                        named(row, "actor"),
                        named(row, "target"),
                        text(row, "address"),
                        text(row, "reason"),
                        text(row, "detail")));
    }

    private static Optional<Named> named(ResultSet row, String who) throws SQLException {
        UUID id = Sql.uuid(row, who + "_id");
        return id == null ? Optional.empty() : Optional.of(new Named(id, text(row, who + "_name")));
    }

    /** An empty text is {@code null} in Oracle, so it is in both. */
    private static String textOrNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }
}
