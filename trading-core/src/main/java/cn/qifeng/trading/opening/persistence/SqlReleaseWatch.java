package cn.qifeng.trading.opening.persistence;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kit.sql.Sql;
import cn.qifeng.trading.opening.domain.Outage;
import cn.qifeng.trading.opening.domain.ReleaseAttempt;
import cn.qifeng.trading.opening.domain.ReleaseWatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What happened in release windows, in tables. */
@ApplicationScoped
class SqlReleaseWatch implements ReleaseWatch {

    private final Sql sql;

    SqlReleaseWatch(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void beat(LotId lot, Instant machine, Duration gapMax) {
        var last = sql.first(
                row -> Sql.moment(row, "beat_at"),
                "select beat_at from release_beat where lot = ? for update",
                lot.value());
        if (last.isEmpty()) {
            sql.update("insert into release_beat (lot, beat_at) values (?, ?)", lot.value(), machine);
            return;
        }
        if (machine.isAfter(last.get().plus(gapMax))) {
            sql.update(
                    "insert into release_outage (id, lot, began_at, ended_at) values (?, ?, ?, ?)",
                    UUID.randomUUID(),
                    lot.value(),
                    last.get(),
                    machine);
        }
        sql.update("update release_beat set beat_at = ? where lot = ?", machine, lot.value());
    }

    @Override
    public List<Outage> outages(LotId lot) {
        return sql.list(
                row -> new Outage(Sql.moment(row, "began_at"), Sql.moment(row, "ended_at")),
                "select began_at, ended_at from release_outage where lot = ? order by began_at",
                lot.value());
    }

    @Override
    public void attempt(LotId lot, ReleaseAttempt attempt) {
        sql.update(
                "insert into release_attempt (id, lot, bid, tried_at, code) values (?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                lot.value(),
                attempt.bidId(),
                attempt.at(),
                attempt.code());
    }

    @Override
    public List<ReleaseAttempt> attempts(LotId lot) {
        return sql.list(
                row -> new ReleaseAttempt(row.getString("bid"), Sql.moment(row, "tried_at"), row.getString("code")),
                "select bid, tried_at, code from release_attempt where lot = ? order by tried_at, id",
                lot.value());
    }
}
