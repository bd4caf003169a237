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

    /**
     * What may be sent to a destination now: the oldest {@code perLane} messages of each stream, in order. A stream whose
     * oldest message waits for its next try gives nothing, however long it is; the others go on.
     */
    List<Message> due(String destination, int perLane, int countMax) {
        String sql = "select id, destination, path, stream, body, attempts from"
                + " (select o.*, row_number() over (partition by stream order by seq) as place from outbox o"
                + " where destination = ? and stream not in"
                + " (select stream from outbox where destination = ? and next_at > ?)) lanes"
                + " where place <= ? order by seq";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, destination);
            statement.setString(2, destination);
            statement.setTimestamp(3, now());
            statement.setInt(4, perLane);
            statement.setMaxRows(countMax);
            var found = new ArrayList<Message>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(message(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where messages wait to go. */
    List<String> destinations() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select distinct destination from outbox");
                var rows = statement.executeQuery()) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
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
}
