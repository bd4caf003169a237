package cn.qifeng.launcher.measure.superuser;

import cn.qifeng.launcher.measure.OwnPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Database and object store in the hands of one who holds both, without the vault's key and without any signing key.
 * What is to be altered is kept first, and put back by {@link #restore}.
 */
final class Breach implements AutoCloseable {

    private static final String SERVICE = "trading-core";

    private final Connection database;
    private final Path objects;
    private final List<Kept> kept = new ArrayList<>();
    private final Map<Path, byte[]> files = new HashMap<>();
    private int copies;

    private record Kept(String table, String copy, String key, String where) {}

    private Breach(Connection database, Path objects) {
        this.database = database;
        this.objects = objects;
    }

    /** Opens the database as its superuser, with foreign keys and triggers out of the way. */
    static Breach of(OwnPlatform platform) throws IOException, SQLException {
        var settings = platform.settings(SERVICE);
        var password = Files.readString(platform.data().resolve("secrets").resolve("db-superuser"));
        var database =
                DriverManager.getConnection(settings.getProperty("quarkus.datasource.jdbc.url"), "postgres", password);
        var breach = new Breach(
                database, Path.of(settings.getProperty("qifeng.data")).resolve("objects"));
        breach.run("set search_path to " + breach.schema());
        breach.run("set session_replication_role = replica");
        return breach;
    }

    private String schema() throws SQLException {
        return text("select schemaname from pg_tables where tablename = 'log_sealed'");
    }

    /** Runs a statement; throws when it altered nothing. */
    void alter(String statement, Object... values) throws SQLException {
        if (run(statement, values) == 0) {
            throw new IllegalStateException("nothing was altered by " + statement);
        }
    }

    /** Runs a statement that makes something new in the database. */
    void define(String statement) throws SQLException {
        run(statement);
    }

    private int run(String statement, Object... values) throws SQLException {
        try (var prepared = database.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            return prepared.execute() ? 0 : prepared.getUpdateCount();
        }
    }

    /** The first column of the first row, as text. */
    String text(String query, Object... values) throws SQLException {
        var all = texts(query, values);
        if (all.isEmpty()) {
            throw new IllegalStateException("nothing is found by " + query);
        }
        return all.get(0);
    }

    /** The first column of every row, as text. */
    List<String> texts(String query, Object... values) throws SQLException {
        try (var prepared = database.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            try (var rows = prepared.executeQuery()) {
                var all = new ArrayList<String>();
                while (rows.next()) {
                    all.add(rows.getString(1));
                }
                return all;
            }
        }
    }

    /** Copies rows into a table of this session, so that an old state can come back later; returns the copy's name. */
    String copy(String table, String where) throws SQLException {
        var copy = "copy_" + copies++;
        run("create temp table " + copy + " as select * from " + table + " where " + where);
        return copy;
    }

    /** Keeps these rows; {@link #restore} removes what stands under their keys, and brings them back. */
    void keep(String table, String where) throws SQLException {
        kept.add(new Kept(table, copy(table, where), key(table), "false"));
    }

    /** These rows will be added by what comes next; {@link #restore} removes them. */
    void added(String table, String where) throws SQLException {
        kept.add(new Kept(table, copy(table, where), key(table), where));
    }

    private String key(String table) throws SQLException {
        return text(
                "select string_agg(a.attname, ', ' order by a.attnum) from pg_index i join pg_attribute a"
                        + " on a.attrelid = i.indrelid and a.attnum = any (i.indkey)"
                        + " where i.indrelid = cast(? as regclass) and i.indisprimary",
                table);
    }

    /** The file of an object. */
    Path object(String id) {
        return objects.resolve(id.substring(0, 2)).resolve(id.substring(2));
    }

    /** Folder of all objects. */
    Path objects() {
        return objects;
    }

    /** Puts other bytes in an object's place, or takes it away with {@code null}. */
    void replace(String id, byte[] bytes) throws IOException {
        var file = object(id);
        files.putIfAbsent(file, Files.readAllBytes(file));
        if (bytes == null) {
            Files.delete(file);
        } else {
            Files.write(file, bytes);
        }
    }

    /** Bytes of an object. */
    byte[] bytes(String id) throws IOException {
        return Files.readAllBytes(object(id));
    }

    /** Brings back everything that was kept. */
    void restore() throws SQLException, IOException {
        for (Kept one : kept) {
            run("delete from " + one.table() + " where (" + one.key() + ") in (select " + one.key() + " from "
                    + one.copy() + ") or " + one.where());
        }
        for (Kept one : kept) {
            run("insert into " + one.table() + " select * from " + one.copy());
        }
        kept.clear();
        for (var file : files.entrySet()) {
            Files.write(file.getKey(), file.getValue());
        }
        files.clear();
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
