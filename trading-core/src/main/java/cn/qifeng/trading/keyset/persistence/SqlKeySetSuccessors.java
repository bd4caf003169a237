package cn.qifeng.trading.keyset.persistence;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kit.sql.Sql;
import cn.qifeng.trading.keyset.domain.KeySetSuccessor;
import cn.qifeng.trading.keyset.domain.KeySetSuccessors;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Key sets that came after a publication, in a table. */
@ApplicationScoped
class SqlKeySetSuccessors implements KeySetSuccessors {

    private static final String ALL = "select lot, place, set_id, entry, lost, in_force_from from key_set_successor ";

    private final Sql sql;

    SqlKeySetSuccessors(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<KeySetSuccessor> of(LotId lot) {
        return sql.list(SqlKeySetSuccessors::successor, ALL + "where lot = ? order by place", lot.value());
    }

    @Override
    public List<KeySetSuccessor> waiting() {
        return sql.list(SqlKeySetSuccessors::successor, ALL + "where in_force_from is null order by lot, place");
    }

    @Override
    public void add(KeySetSuccessor successor) {
        sql.update(
                "insert into key_set_successor (lot, place, set_id, entry, lost) values (?, ?, ?, ?, ?)",
                successor.lot().value(),
                successor.place(),
                successor.setId(),
                successor.entry(),
                successor.lost().isEmpty() ? null : String.join(" ", successor.lost()));
    }

    @Override
    public void save(KeySetSuccessor inForce) {
        sql.update(
                "update key_set_successor set in_force_from = ? where lot = ? and place = ?",
                inForce.from(),
                inForce.lot().value(),
                inForce.place());
    }

    private static KeySetSuccessor successor(ResultSet row) throws SQLException {
        return new KeySetSuccessor(
                new LotId(Sql.uuid(row, "lot")),
                row.getInt("place"),
                row.getString("set_id"),
                row.getString("entry"),
                lost(row.getString("lost")),
                Sql.moment(row, "in_force_from"));
    }

    private static List<String> lost(String ids) {
        return ids == null ? List.of() : List.of(ids.split(" "));
    }
}
