package cn.qifeng.trading.opening;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What the platform keeps of bids: rows of every table that a seal touches, and objects. Of messages those that openings
 * send, whenever they get so far, are left out: lots of other tests send them, too.
 */
@ApplicationScoped
class Stored {

    private final DataSource database;
    private final Path objects;

    Stored(DataSource database, @ConfigProperty(name = "qifeng.data") Path data) {
        this.database = database;
        this.objects = data.resolve("objects");
    }

    /** Rows by table without the traces of refusals, uploads that a seal refers to are the bids' own; and objects. */
    Map<String, Long> now() {
        var counts = new TreeMap<String, Long>();
        for (var table : new String[] {"bid", "log_sealed", "upload", "upload_frame", "kept_answer"}) {
            counts.put(table, count(table));
        }
        counts.put("outbox", count("outbox where path not like '/internal/lots/%'"));
        counts.put("objects", files());
        return counts;
    }

    private long count(String table) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection();
                    var rows = connection.createStatement().executeQuery("select count(*) from " + table)) {
                rows.next();
                return rows.getLong(1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private long files() {
        if (Files.notExists(objects)) {
            return 0;
        }
        try (var files = Files.walk(objects)) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
