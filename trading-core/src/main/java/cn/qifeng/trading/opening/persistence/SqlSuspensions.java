package cn.qifeng.trading.opening.persistence;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kit.sql.Sql;
import cn.qifeng.trading.opening.domain.StoredSuspension;
import cn.qifeng.trading.opening.domain.Suspension;
import cn.qifeng.trading.opening.domain.Suspensions;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Suspensions in a table: one row for each, with its data as JSON. */
@ApplicationScoped
class SqlSuspensions implements Suspensions {

    private final Sql sql;
    private final ObjectMapper json;

    SqlSuspensions(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public Optional<Suspension> newest(LotId lot) {
        return sql.first(
                        row -> row.getString("data"),
                        "select data from opening_suspension where lot = ? order by place desc",
                        lot.value())
                .map(this::read);
    }

    @Override
    public List<StoredSuspension> stored(LotId lot) {
        return sql.list(
                row -> stored(lot, row.getInt("place"), row.getInt("decided"), row.getString("data")),
                "select place, decided, data from opening_suspension where lot = ? order by place",
                lot.value());
    }

    private StoredSuspension stored(LotId lot, int place, int decided, String data) {
        try {
            var said = read(data);
            boolean holds = said.lot().equals(lot) && said.serial() == place && decided(said) == decided;
            return new StoredSuspension(said, holds);
        } catch (RuntimeException unreadable) {
            return new StoredSuspension(null, false);
        }
    }

    private static int decided(Suspension suspension) {
        return suspension.open() ? 0 : 1;
    }

    @Override
    public List<LotId> undecided() {
        return sql.list(row -> new LotId(Sql.uuid(row, "lot")), "select lot from opening_suspension where decided = 0");
    }

    @Override
    public void save(Suspension suspension) {
        var data = write(suspension);
        var lot = suspension.lot().value();
        int decided = decided(suspension);
        int changed = sql.update(
                "update opening_suspension set decided = ?, data = ? where lot = ? and place = ?",
                decided,
                data,
                lot,
                suspension.serial());
        if (changed == 0) {
            sql.update(
                    "insert into opening_suspension (lot, place, decided, data) values (?, ?, ?, ?)",
                    lot,
                    suspension.serial(),
                    decided,
                    data);
        }
    }

    private String write(Suspension suspension) {
        try {
            return json.writeValueAsString(suspension);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Suspension read(String data) {
        try {
            return json.readValue(data, Suspension.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
