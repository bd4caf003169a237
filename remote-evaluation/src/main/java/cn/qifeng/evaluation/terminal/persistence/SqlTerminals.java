package cn.qifeng.evaluation.terminal.persistence;

import cn.qifeng.evaluation.terminal.domain.DeviceKey;
import cn.qifeng.evaluation.terminal.domain.Terminal;
import cn.qifeng.evaluation.terminal.domain.Terminals;
import cn.qifeng.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Terminals in the database: one a seat, one a device, by its keys. */
@ApplicationScoped
class SqlTerminals implements Terminals {

    private static final String SELECT = "select seat, site, public_key, bound_at, bound_by from seat_terminal ";

    private final Sql sql;

    SqlTerminals(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Terminal> ofSeat(String seat) {
        return sql.first(SqlTerminals::terminal, SELECT + "where seat = ?", seat);
    }

    @Override
    public Optional<Terminal> ofDevice(String device) {
        return sql.first(SqlTerminals::terminal, SELECT + "where device = ?", device);
    }

    @Override
    public List<Terminal> ofSite(String site) {
        return sql.list(SqlTerminals::terminal, SELECT + "where site = ? order by seat", site);
    }

    @Override
    public void bind(Terminal terminal) {
        sql.update(
                "insert into seat_terminal (seat, site, device, public_key, bound_at, bound_by) values (?, ?, ?, ?, ?, ?)",
                terminal.seat(),
                terminal.site(),
                terminal.device(),
                terminal.key().point(),
                terminal.boundAt(),
                terminal.boundBy());
    }

    @Override
    public void end(String seat) {
        sql.update("delete from seat_terminal where seat = ?", seat);
    }

    private static Terminal terminal(ResultSet row) throws SQLException {
        return new Terminal(
                row.getString("seat"),
                row.getString("site"),
                new DeviceKey(row.getString("public_key")),
                Sql.moment(row, "bound_at"),
                row.getString("bound_by"));
    }
}
