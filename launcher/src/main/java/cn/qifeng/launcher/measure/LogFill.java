package cn.qifeng.launcher.measure;

import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.log.Entry;
import cn.qifeng.trust.log.EntryHead;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.UUID;
import org.postgresql.PGConnection;

/**
 * Puts entries of no tender into a log's tables, as whole as the service writes them, but many at a time: a re-hash of the
 * log finds every one of them right. The service takes them in under its own heads.
 */
final class LogFill {

    private static final String CONTENTS =
            "copy log_content (id, content_hash, leaf_nonce, leaf_index) from stdin with (format csv)";
    private static final String ENTRIES =
            "copy log_entry (content, type, head, salt, body) from stdin with (format csv)";

    private final Connection database;
    private final Random random = new Random();

    LogFill(Connection database) {
        this.database = database;
    }

    /** Adds this many entries that wait for a head. */
    void add(int count) throws SQLException, IOException {
        var contents = new StringBuilder();
        var entries = new StringBuilder();
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        for (int i = 0; i < count; i++) {
            var id = UUID.randomUUID();
            var body =
                    CanonicalJson.object().put("text", "An entry as long as most are, so that its row is a usual one.");
            var entry = new Entry(new EntryHead("bench/filled", 1, null, now, now), bytes(Entry.SALT), body);
            contents.append(id).append(',').append(entry.contentHashHex()).append(',');
            contents.append(Hex.encode(bytes(32))).append(",-1\n");
            entries.append(id).append(",bench/filled,");
            entries.append(quoted(entry.head().toDoc())).append(',').append(Hex.encode(entry.salt()));
            entries.append(',').append(quoted(body)).append('\n');
        }
        var copy = database.unwrap(PGConnection.class).getCopyAPI();
        copy.copyIn(CONTENTS, stream(contents));
        copy.copyIn(ENTRIES, stream(entries));
    }

    private static ByteArrayInputStream stream(StringBuilder lines) {
        return new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(ObjectNode json) {
        return '"' + new String(CanonicalJson.encode(json), StandardCharsets.UTF_8).replace("\"", "\"\"") + '"';
    }

    private byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
