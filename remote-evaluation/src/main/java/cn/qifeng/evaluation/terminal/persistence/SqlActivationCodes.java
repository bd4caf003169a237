package cn.qifeng.evaluation.terminal.persistence;

import cn.qifeng.evaluation.terminal.domain.ActivationCode;
import cn.qifeng.evaluation.terminal.domain.ActivationCodes;
import cn.qifeng.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Activation codes in the database, as hashes. */
@ApplicationScoped
class SqlActivationCodes implements ActivationCodes {

    private final Sql sql;

    SqlActivationCodes(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<ActivationCode> lock(String selector) {
        return sql.first(
                SqlActivationCodes::code,
                "select selector, seat, site, hash, made_by, expires_at, tries from seat_code where selector = ?"
                        + " for update",
                selector);
    }

    /** A selector that an older code has, by one chance in a million, is the new one's from now on. */
    @Override
    public void save(ActivationCode code) {
        sql.update("delete from seat_code where selector = ?", code.selector());
        sql.update(
                "insert into seat_code (selector, seat, site, hash, made_by, expires_at, tries)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                code.selector(),
                code.seat(),
                code.site(),
                code.hash(),
                code.madeBy(),
                code.expiresAt(),
                code.tries());
    }

    @Override
    public void dropOf(String seat) {
        sql.update("delete from seat_code where seat = ?", seat);
    }

    private static ActivationCode code(ResultSet row) throws SQLException {
        return new ActivationCode(
                row.getString("selector"),
                row.getString("seat"),
                row.getString("site"),
                row.getString("hash"),
                row.getString("made_by"),
                Sql.moment(row, "expires_at"),
                row.getInt("tries"));
    }
}
