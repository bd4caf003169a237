package cn.qifeng.kit.outbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The outbox table; joins the transaction of its caller. */
@ApplicationScoped
class Messages {

    private static final int ERROR_LENGTH_MAX = 500;

    private final AgroalDataSource database;

    Messages(AgroalDataSource database) {
        this.database = database;
    }

    void add(Message message) {
        execute(
                "insert into outbox (id, destination, path, stream, body, attempts, next_at, made_at)"
                        + " values (?, ?, ?, ?, ?, 0, ?, ?)",
                message.id().toString(),
                message.destination(),
                message.path(),
                message.stream(),
                message.body(),
                now(),
                now());
    }

    /** Messages that wait, oldest first; the ones whose hour has not come mark their lane as blocked by {@code due}. */
    List<Waiting> waiting(int countMax) {
        String sql = "select id, destination, path, stream, body, attempts, next_at from outbox order by seq";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setMaxRows(countMax);
            var found = new ArrayList<Waiting>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Waiting(message(rows), rows.getTimestamp(7).toInstant()));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void delivered(UUID id) {
        execute("delete from outbox where id = ?", id.toString());
    }

    void failed(Message message, Instant next, String error) {
        execute(
                "update outbox set attempts = ?, next_at = ?, last_error = ? where id = ?",
                message.attempts() + 1,
                Timestamp.from(next),
                error.length() > ERROR_LENGTH_MAX ? error.substring(0, ERROR_LENGTH_MAX) : error,
                message.id().toString());
    }

    int count() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select count(*) from outbox");
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql, Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Message message(ResultSet row) throws SQLException {
        return new Message(
                UUID.fromString(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6));
    }

    private static Timestamp now() {
        return Timestamp.from(Instant.now());
    }

    /** A message and the moment at which it may be tried again. */
    record Waiting(Message message, Instant due) {}
}
