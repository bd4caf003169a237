package cn.qifeng.testkit.migration;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The tables that migrations make, run in order on an in-memory H2 that speaks as PostgreSQL or as Oracle. That proves
 * the order, the names, the keys and the references; it does not prove that a real Oracle takes every word.
 */
final class Schema {

    /** From here on a text is a CLOB in one of the two. */
    private static final int LARGE = 4001;

    private final SortedMap<String, String> columns = new TreeMap<>();
    private final SortedMap<String, String> keys = new TreeMap<>();

    private Schema() {}

    /** Runs all but the statements that move data, which use JSON functions that H2 does not have. */
    static Schema of(String mode, List<MigrationFile> migrations) throws SQLException {
        // Not by DriverManager, which does not see the driver from the class loader of a Quarkus test.
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=" + mode);
        try (var connection = source.getConnection();
                var synonym = connection.createStatement()) {
            synonym.execute("create domain timestamptz as timestamp with time zone");
            for (var migration : migrations) {
                run(connection, migration);
            }
            return read(connection.getMetaData());
        }
    }

    /** Table and column, with length of text, and whether it may be missing. */
    SortedMap<String, String> columns() {
        return columns;
    }

    /** Unique and foreign keys by table and columns. */
    SortedMap<String, String> keys() {
        return keys;
    }

    private static void run(Connection connection, MigrationFile migration) {
        for (String statement : migration.statements()) {
            if (statement.toLowerCase().startsWith("update ")) {
                continue;
            }
            try (var executed = connection.createStatement()) {
                executed.execute(statement);
            } catch (SQLException e) {
                throw new AssertionError(migration.path() + ": " + e.getMessage(), e);
            }
        }
    }

    private static Schema read(DatabaseMetaData data) throws SQLException {
        var schema = new Schema();
        try (var rows = data.getColumns(null, null, "%", "%")) {
            while (rows.next()) {
                if (ours(rows)) {
                    schema.column(data, rows);
                }
            }
        }
        return schema;
    }

    private void column(DatabaseMetaData data, ResultSet row) throws SQLException {
        String table = row.getString("TABLE_NAME");
        String type = row.getString("TYPE_NAME");
        int length = row.getInt("COLUMN_SIZE");
        boolean isName = type.equals("CHARACTER VARYING") && length < LARGE;
        columns.put(
                (table + "." + row.getString("COLUMN_NAME")).toLowerCase(),
                (row.getString("IS_NULLABLE").equals("YES") ? "optional" : "required")
                        + (isName ? ", text of " + length : ""));
        indexes(data, table);
        references(data, table);
    }

    private void indexes(DatabaseMetaData data, String table) throws SQLException {
        var byIndex = new TreeMap<String, String>();
        try (var rows = data.getIndexInfo(null, null, table, true, false)) {
            while (rows.next()) {
                byIndex.merge(rows.getString("INDEX_NAME"), rows.getString("COLUMN_NAME"), (a, b) -> a + ", " + b);
            }
        }
        byIndex.values().forEach(of -> keys.put((table + " (" + of + ")").toLowerCase(), "unique"));
    }

    private void references(DatabaseMetaData data, String table) throws SQLException {
        try (var rows = data.getImportedKeys(null, null, table)) {
            while (rows.next()) {
                keys.put(
                        (table + "." + rows.getString("FKCOLUMN_NAME")).toLowerCase(),
                        ("refers to " + rows.getString("PKTABLE_NAME") + "." + rows.getString("PKCOLUMN_NAME"))
                                .toLowerCase());
            }
        }
    }

    private static boolean ours(ResultSet row) throws SQLException {
        return row.getString("TABLE_SCHEM").equalsIgnoreCase("public");
    }
}
