package cn.qifeng.launcher.up;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The embedded PostgreSQL: one cluster, one database and one role for each service, every commit on disk. Started again
 * when it dies, until it is closed.
 */
final class Database implements AutoCloseable {

    private static final Duration START_MAX = Duration.ofSeconds(60);
    private static final String ACCESS = """
            # Nobody without a password; written by the launcher at every start.
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128      scram-sha-256
            """;

    private final DataFolder data;
    private final Secrets secrets;
    private final int port;
    private volatile EmbeddedPostgres postgres;
    private volatile boolean wanted = true;

    private Database(DataFolder data, Secrets secrets, int port) {
        this.data = data;
        this.secrets = secrets;
        this.port = port;
    }

    static Database start(DataFolder data, Secrets secrets, List<String> owners) {
        requireUser();
        var database = new Database(data, secrets, Ports.anyFree());
        try {
            database.open();
            for (String owner : owners) {
                database.create(owner);
            }
            database.keep();
            return database;
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new CannotStart(
                    "PostgreSQL did not start on " + data.root() + " (" + e.getMessage() + "); its log says why: tail "
                            + database.log() + ". A fresh folder helps: ./qifeng up --data DIR",
                    e);
        }
    }

    /** JDBC address of one owner's database. */
    String url(String owner) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name(owner);
    }

    /** Role and database of one owner. */
    static String name(String owner) {
        return "qifeng_" + owner.replace('-', '_');
    }

    /** PostgreSQL refuses to run as root; for root it is started in a user namespace, where there is one. */
    private static void requireUser() {
        if ("root".equals(System.getProperty("user.name")) && !LinuxUtils.isUnshareAvailable()) {
            throw new CannotStart("PostgreSQL does not run as root, and this machine gives root no user namespace."
                    + " Start as another user: useradd -m qifeng && su qifeng -c './qifeng up'");
        }
    }

    private Path log() {
        return data.folder("logs").resolve("postgres.log");
    }

    private void open() throws IOException, SQLException {
        var output = ProcessBuilder.Redirect.appendTo(log().toFile());
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(data.folder("postgres"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .setConnectConfig("password", secrets.text("db-superuser"))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("max_connections", "120")
                .setOutputRedirector(output)
                .setErrorRedirector(output)
                .setPGStartupWait(START_MAX)
                .start();
        requireDurable();
        requirePasswords();
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

    /** A new cluster trusts every local user; from here on it asks everybody for a password. */
    private void requirePasswords() throws IOException, SQLException {
        var file = data.file("postgres/pg_hba.conf");
        if (Files.readString(file).equals(ACCESS)) {
            return;
        }
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + secrets.text("db-superuser") + "'");
            Files.writeString(file, ACCESS);
            statement.execute("select pg_reload_conf()");
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

    private void keep() {
        var keeper = new Thread(this::startAgain, "keeper-postgres");
        keeper.setDaemon(true);
        keeper.start();
    }

    private void startAgain() {
        try {
            while (wanted) {
                TimeUnit.MILLISECONDS.sleep(500);
                if (wanted && data.postmaster().isEmpty()) {
                    System.err.println("PostgreSQL ended and is started again; see " + log());
                    postgres.close();
                    open();
                }
            }
        } catch (IOException | SQLException | RuntimeException e) {
            System.err.println("PostgreSQL could not be started again (" + e.getMessage() + "); see " + log());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** From now on its end is meant: the JVM's end stops it too, before anyone closes it. */
    void letGo() {
        wanted = false;
    }

    @Override
    public void close() throws IOException {
        letGo();
        if (postgres != null) {
            postgres.close();
        }
    }
}
