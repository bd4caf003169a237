package cn.qifeng.kit.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Portable SQL in the caller's transaction, for the repositories whose rows are appended and never edited as objects.
 * Only {@code *.persistence} uses it. UUIDs are stored as text of 36 characters, or as an {@link Id}; moments in UTC.
 */
@ApplicationScoped
public class Sql {

    private static final int FETCHED = 64;
    private static final int UUID_BYTES = 16;

    private final DataSource source;
    private final boolean oracle;

    Sql(
            DataSource source,
            @ConfigProperty(name = "quarkus.datasource.db-kind", defaultValue = "postgresql") String kind) {
        this.source = source;
        this.oracle = kind.equals("oracle");
    }

    /** A UUID as the value of a column of that type: {@code uuid} in PostgreSQL, {@code raw(16)} in Oracle. */
    public record Id(UUID value) {}

    /** Makes one object of one row. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Makes one object of one row, knowing when the database was asked. */
    @FunctionalInterface
    public interface TimedRow<T> {
        T of(ResultSet row, long askedNanos) throws SQLException;
    }

    /**
     * The one row of a query without values, with {@link System#nanoTime()} just before the database was asked; waiting for
     * a connection does not count.
     */
    public <T> T timed(TimedRow<T> row, String query) {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(query)) {
            long asked = System.nanoTime();
            try (var rows = statement.executeQuery()) {
                rows.next();
                return row.of(rows, asked);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("query failed: " + query, broken);
        }
    }

    /** All rows of a query. */
    public <T> List<T> list(Row<T> row, String query, Object... values) {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(query)) {
            bind(statement, values);
            try (var rows = statement.executeQuery()) {
                var all = new ArrayList<T>();
                while (rows.next()) {
                    all.add(row.of(rows));
                }
                return all;
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("query failed: " + query, broken);
        }
    }

    /** What is done with one row; the row moves on afterwards. */
    @FunctionalInterface
    public interface Seen {
        void row(ResultSet row) throws SQLException;
    }

    /** Every row of a query in turn, {@value #FETCHED} in memory at a time; only within a transaction. */
    public void each(Seen seen, String query, Object... values) {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(query)) {
            statement.setFetchSize(FETCHED);
            bind(statement, values);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    seen.row(rows);
                }
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("query failed: " + query, broken);
        }
    }

    /** The first row of a query, if there is one. */
    public <T> Optional<T> first(Row<T> row, String query, Object... values) {
        return list(row, query, values).stream().findFirst();
    }

    /** Inserts, updates or deletes; returns the number of rows. */
    public int update(String statement, Object... values) {
        try (var connection = source.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            bind(prepared, values);
            return prepared.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("statement failed: " + statement, broken);
        }
    }

    /** One statement for many rows, sent together. */
    public void batch(String statement, List<Object[]> rows) {
        try (var connection = source.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            for (var row : rows) {
                bind(prepared, row);
                prepared.addBatch();
            }
            prepared.executeBatch();
        } catch (SQLException broken) {
            throw new IllegalStateException("batch failed: " + statement, broken);
        }
    }

    /** A moment of a column, or {@code null}. */
    public static Instant moment(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    /** A UUID of a column, or {@code null}. */
    public static UUID uuid(ResultSet row, String column) throws SQLException {
        var value = row.getString(column);
        return value == null ? null : UUID.fromString(value);
    }

    /** The value of an {@link Id} column, or {@code null}. */
    public static UUID id(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column);
        if (value instanceof byte[] bytes) {
            var buffer = ByteBuffer.wrap(bytes);
            return new UUID(buffer.getLong(), buffer.getLong());
        }
        return (UUID) value;
    }

    /** {@code (?, ?, …)} for so many values: one text for every list of at most that length. */
    public static String in(int size) {
        return "(" + String.join(", ", Collections.nCopies(size, "?")) + ")";
    }

    /** The values of {@link #in}: those given, at least one, and the last of them as often as it takes. */
    public static Object[] filled(Collection<?> values, int size) {
        if (values.isEmpty() || values.size() > size) {
            throw new IllegalArgumentException(values.size() + " values for " + size);
        }
        var filled = new ArrayList<Object>(values);
        var last = filled.get(filled.size() - 1);
        while (filled.size() < size) {
            filled.add(last);
        }
        return filled.toArray();
    }

    private void bind(PreparedStatement statement, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, plain(values[i]));
        }
    }

    private Object plain(Object value) {
        if (value instanceof Id id) {
            return oracle ? bytes(id.value()) : id.value();
        }
        if (value instanceof Instant moment) {
            return Timestamp.from(moment);
        }
        return value instanceof UUID id ? id.toString() : value;
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(UUID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
