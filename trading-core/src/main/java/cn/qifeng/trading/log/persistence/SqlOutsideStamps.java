package cn.qifeng.trading.log.persistence;

import cn.qifeng.kit.sql.Sql;
import cn.qifeng.trading.log.domain.OutsideStamp;
import cn.qifeng.trading.log.domain.OutsideStamps;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Tokens of outside authorities in a table. */
@ApplicationScoped
class SqlOutsideStamps implements OutsideStamps {

    private final Sql sql;

    SqlOutsideStamps(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(OutsideStamp stamp) {
        boolean there =
                over(stamp.size()).stream().anyMatch(one -> one.authority().equals(stamp.authority()));
        if (!there) {
            sql.update(
                    "insert into log_outside_stamp (tree_size, authority, stamped_at, token) values (?, ?, ?, ?)",
                    stamp.size(),
                    stamp.authority(),
                    stamp.at(),
                    stamp.token());
        }
    }

    @Override
    public List<OutsideStamp> over(long size) {
        return sql.list(
                row -> new OutsideStamp(
                        size, row.getString("authority"), Sql.moment(row, "stamped_at"), row.getString("token")),
                "select authority, stamped_at, token from log_outside_stamp where tree_size = ? order by authority",
                size);
    }
}
