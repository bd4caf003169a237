package cn.qifeng.trading.log.persistence;

import cn.qifeng.kit.sql.Sql;
import cn.qifeng.trading.log.domain.LogCheck;
import cn.qifeng.trading.log.domain.LogCheck.Result;
import cn.qifeng.trading.log.domain.LogChecks;
import cn.qifeng.trading.log.domain.LogDifference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Re-hashes of the log in two tables. */
@ApplicationScoped
class SqlLogChecks implements LogChecks {

    private static final String CHECK =
            "select id, night, asked_by, started_at, ended_at, tree_size, root, digest, differences, entry"
                    + " from log_check ";

    private final Sql sql;

    SqlLogChecks(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean begin(LogCheck check) {
        sql.first(row -> 1, "select id from log_state where id = 1 for update");
        var night = check.night().orElse(null);
        if (night != null
                && sql.first(row -> 1, "select id from log_check where night = ?", night)
                        .isPresent()) {
            return false;
        }
        sql.update(
                "insert into log_check (id, night, asked_by, started_at) values (?, ?, ?, ?)",
                check.id(),
                night,
                check.askedBy().isEmpty() ? null : check.askedBy(),
                check.startedAt());
        return true;
    }

    @Override
    public void end(LogCheck check) {
        var result = check.result().orElseThrow();
        sql.update(
                "update log_check set ended_at = ?, tree_size = ?, root = ?, digest = ?, differences = ?, entry = ?"
                        + " where id = ?",
                result.endedAt(),
                result.size(),
                result.root(),
                result.digest(),
                result.differences(),
                result.entry(),
                check.id());
        int nr = 0;
        for (var difference : result.first()) {
            sql.update(
                    "insert into log_difference (check_id, nr, kind, place, seen, expected) values (?, ?, ?, ?, ?, ?)",
                    check.id(),
                    ++nr,
                    difference.kind().name(),
                    difference.place(),
                    difference.seen(),
                    difference.expected());
        }
    }

    @Override
    public List<LogCheck> newest(int max) {
        return sql
                .list(SqlLogChecks::read, CHECK + "order by started_at desc offset 0 rows fetch next ? rows only", max)
                .stream()
                .map(this::withDifferences)
                .toList();
    }

    @Override
    public Optional<LogCheck> newestSame() {
        return sql.first(
                SqlLogChecks::read,
                CHECK + "where differences = 0 order by ended_at desc offset 0 rows fetch next 1 rows only");
    }

    private LogCheck withDifferences(LogCheck check) {
        return new LogCheck(
                check.id(),
                check.night(),
                check.askedBy(),
                check.startedAt(),
                check.result()
                        .map(result -> new Result(
                                result.endedAt(),
                                result.size(),
                                result.root(),
                                result.digest(),
                                result.differences(),
                                differences(check),
                                result.entry())));
    }

    private List<LogDifference> differences(LogCheck check) {
        return sql.list(
                row -> new LogDifference(
                        LogDifference.Kind.valueOf(row.getString("kind")),
                        row.getString("place"),
                        Objects.requireNonNullElse(row.getString("seen"), ""),
                        Objects.requireNonNullElse(row.getString("expected"), "")),
                "select kind, place, seen, expected from log_difference where check_id = ? order by nr",
                check.id());
    }

    private static LogCheck read(ResultSet row) throws SQLException {
        var ended = Sql.moment(row, "ended_at");
        var result = ended == null
                ? null
                : new Result(
                        ended,
                        row.getLong("tree_size"),
                        row.getString("root"),
                        row.getString("digest"),
                        row.getInt("differences"),
                        List.of(),
                        Sql.uuid(row, "entry"));
        return new LogCheck(
                Sql.uuid(row, "id"),
                Optional.ofNullable(row.getString("night")),
                Optional.ofNullable(row.getString("asked_by")).orElse(""),
                Sql.moment(row, "started_at"),
                Optional.ofNullable(result));
    }
}
