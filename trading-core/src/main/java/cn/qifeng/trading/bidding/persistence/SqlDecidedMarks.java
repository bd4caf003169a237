package cn.qifeng.trading.bidding.persistence;

import cn.qifeng.kit.sql.Sql;
import cn.qifeng.trading.bidding.domain.DecidedMarks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Marks in a table, one row for each node that runs. */
@ApplicationScoped
class SqlDecidedMarks implements DecidedMarks {

    private final Sql sql;

    SqlDecidedMarks(Sql sql) {
        this.sql = sql;
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void put(UUID node, Instant decidedUntil, Instant machine) {
        int rows = sql.update(
                "update seal_node set decided_until = ?, renewed_at = ? where node = ?", decidedUntil, machine, node);
        if (rows == 0) {
            sql.update(
                    "insert into seal_node (node, decided_until, renewed_at) values (?, ?, ?)",
                    node,
                    decidedUntil,
                    machine);
        }
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean anyUpTo(Instant moment, Instant renewedAfter) {
        return sql.first(
                                row -> row.getLong("waiting"),
                                "select count(*) as waiting from seal_node where decided_until <= ? and renewed_at > ?",
                                moment,
                                renewedAfter)
                        .orElse(0L)
                > 0;
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void forget(Instant renewedBefore) {
        sql.update("delete from seal_node where renewed_at < ?", renewedBefore);
    }
}
