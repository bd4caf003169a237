package cn.qifeng.trading.opening;

import cn.qifeng.trading.opening.EveryAnswer.Question;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Everything in which a bid could leave a trace: tables, the files of database and store, temporary files, the log. */
@ApplicationScoped
class Residue {

    private final DataSource database;
    private final Path data;
    private final StringBuffer log = new StringBuffer();
    private Instant since = Instant.EPOCH;

    Residue(DataSource database, @ConfigProperty(name = "qifeng.data") Path data) {
        this.database = database;
        this.data = data;
    }

    /** Keeps what is logged from now on, at every level that is compiled in. */
    void startLogging() {
        since = Instant.now();
        Logger.getLogger("cn.qifeng").setLevel(Level.ALL);
        Logger.getLogger("").addHandler(new Handler() {

            @Override
            public void publish(LogRecord record) {
                log.append(record.getMessage()).append(' ');
                log.append(Arrays.toString(record.getParameters())).append(' ');
                log.append(record.getThrown()).append('\n');
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
    }

    byte[] log() {
        return log.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Every row of every table, by table and number: all columns, binary ones as they are. */
    Map<String, byte[]> rows() {
        var rows = new TreeMap<String, byte[]>();
        try (var connection = database.getConnection()) {
            for (var table : tables(connection)) {
                try (var statement = connection.createStatement();
                        var found = statement.executeQuery("select * from \"" + table + "\"")) {
                    while (found.next()) {
                        rows.put(table + " " + rows.size(), row(found));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    /** The files of the database, its log of writes too, of this service, and fresh temporary ones. */
    Map<String, byte[]> files() {
        var files = new TreeMap<String, byte[]>();
        collect(dataDirectory(), Instant.EPOCH, files);
        collect(data.getParent(), Instant.EPOCH, files);
        for (var folder : temporary()) {
            collect(folder, since, files);
        }
        return files;
    }

    Map<String, byte[]> bodies(Map<Question, HttpResponse<byte[]>> answers) {
        var bodies = new TreeMap<String, byte[]>();
        answers.forEach((question, answer) -> bodies.put(question.name(), answer.body()));
        return bodies;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var found = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    private static byte[] row(ResultSet row) throws SQLException {
        var bytes = new ByteArrayOutputStream();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            boolean binary = row.getMetaData().getColumnTypeName(column).equals("bytea");
            var text = String.valueOf(binary ? null : row.getString(column)).getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(binary && row.getBytes(column) != null ? row.getBytes(column) : text);
            bytes.write('\t');
        }
        return bytes.toByteArray();
    }

    private Path dataDirectory() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("checkpoint");
            try (var found = statement.executeQuery("show data_directory")) {
                found.next();
                return Path.of(found.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Folders in which libraries that the service uses put files for a while. */
    private static List<Path> temporary() {
        try (var folders = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return folders.filter(it -> it.getFileName().toString().matches("(vertx|quarkus|resteasy|upload|poi).*"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(Path folder, Instant since, Map<String, byte[]> files) {
        try (var walk = Files.walk(folder)) {
            for (var file : walk.filter(Files::isRegularFile).toList()) {
                read(file, since).ifPresent(bytes -> files.put(file.toString(), bytes));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database takes files away while they are being looked at. */
    private static Optional<byte[]> read(Path file, Instant since) throws IOException {
        try {
            boolean fresh = Files.getLastModifiedTime(file).toInstant().isAfter(since);
            return fresh ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }
}
