package cn.qifeng.launcher.up;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** The embedded PostgreSQL: one cluster, one database and one role for each service, every commit on disk. */
final class Database implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final Secrets secrets;

    private Database(EmbeddedPostgres postgres, Secrets secrets) {
        this.postgres = postgres;
        this.secrets = secrets;
    }

    static Database start(DataFolder data, Secrets secrets, List<String> owners) {
        try {
            var database = new Database(
                    EmbeddedPostgres.builder()
                            .setDataDirectory(data.folder("postgres"))
                            .setCleanDataDirectory(false)
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("full_page_writes", "on")
                            .setServerConfig("listen_addresses", "127.0.0.1")
                            .setServerConfig("shared_buffers", "64MB")
                            .setServerConfig("max_connections", "120")
                            .setPGStartupWait(Duration.ofSeconds(60))
                            .start(),
                    secrets);
            database.requireDurable();
            for (String owner : owners) {
                database.create(owner);
            }
            return database;
        } catch (IOException | SQLException e) {
            throw new CannotStart(
                    "PostgreSQL did not start on " + data.root() + " (" + e.getMessage()
                            + "). See its log above; a fresh folder helps: ./qifeng up --data DIR",
                    e);
        }
    }

    /** JDBC address of one owner's database. */
    String url(String owner) {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + name(owner);
    }

    /** Role and database of one owner. */
    static String name(String owner) {
        return "qifeng_" + owner.replace('-', '_');
    }

    private void requireDurable() throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery("show fsync")) {
            result.next();
            if (!"on".equals(result.getString(1))) {
                throw new CannotStart("PostgreSQL runs without fsync and could lose bids. Remove fsync=off from its"
                        + " configuration and start again.");
            }
        }
    }

    private void create(String owner) throws SQLException {
        var name = name(owner);
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            var password = secrets.text("db-" + owner);
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
                statement.execute("create role " + name + " login password '" + password + "'");
            }
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                statement.execute("create database " + name + " owner " + name + " encoding 'UTF8' template template0");
                statement.execute("revoke connect on database " + name + " from public");
            }
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
