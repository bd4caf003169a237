package cn.qifeng.evaluation.blind.persistence;

import cn.qifeng.evaluation.blind.domain.BlindFile;
import cn.qifeng.evaluation.blind.domain.BlindFiles;
import cn.qifeng.evaluation.blind.domain.BlindRun;
import cn.qifeng.evaluation.blind.domain.BlindState;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kit.sql.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Blind files in the database; a canonical form lies in parts of 1 MiB, so that no reader needs it whole. The beat is of
 * the machine clock: it is a lease, no matter of law.
 */
@ApplicationScoped
class SqlBlindFiles implements BlindFiles {

    private static final int PART = 1 << 20;
    private static final String RUNNING = BlindState.RUNNING.name();
    private static final String WAITING = BlindState.WAITING.name();
    private static final String DUE = " (state = ? or state = ? and beat_at < ?)";

    private final Sql sql;
    private final ObjectMapper json;

    SqlBlindFiles(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public Optional<BlindRun> find(SessionId session) {
        return sql.first(
                row -> read(row.getString("body"), BlindRun.class),
                "select body from blind_check where session_id = ?",
                session.toString());
    }

    @Override
    public List<SessionId> due(Duration silence) {
        return sql.list(
                row -> SessionId.of(row.getString("session_id")),
                "select session_id from blind_check where" + DUE + " order by beat_at",
                WAITING,
                RUNNING,
                Instant.now().minus(silence));
    }

    @Override
    public boolean take(SessionId session, Duration silence) {
        var now = Instant.now();
        return sql.update(
                        "update blind_check set state = ?, beat_at = ? where session_id = ? and" + DUE,
                        RUNNING,
                        now,
                        session.toString(),
                        WAITING,
                        RUNNING,
                        now.minus(silence))
                == 1;
    }

    @Override
    public void save(BlindRun run) {
        int known = sql.update(
                "update blind_check set state = ?, beat_at = ?, body = ? where session_id = ? and state <> ?",
                run.state().name(),
                Instant.now(),
                write(run),
                run.session().toString(),
                BlindState.DONE.name());
        if (known == 0 && find(run.session()).isEmpty()) {
            sql.update(
                    "insert into blind_check (session_id, state, beat_at, body, opened) values (?, ?, ?, ?, ?)",
                    run.session().toString(),
                    run.state().name(),
                    Instant.now(),
                    write(run),
                    false);
        }
    }

    @Override
    public boolean end(BlindRun run, String sealed) {
        return sql.update(
                        "update blind_check set state = ?, body = ?, sealed = ? where session_id = ? and state <> ?",
                        BlindState.DONE.name(),
                        write(run.done()),
                        sealed,
                        run.session().toString(),
                        BlindState.DONE.name())
                == 1;
    }

    @Override
    public Optional<String> sealed(SessionId session) {
        return sql.first(
                row -> row.getString("sealed"),
                "select sealed from blind_check where session_id = ? and sealed is not null",
                session.toString());
    }

    @Override
    public boolean open(SessionId session) {
        return sql.update(
                        "update blind_check set opened = ? where session_id = ? and opened = ?",
                        true,
                        session.toString(),
                        false)
                == 1;
    }

    @Override
    public void put(SessionId session, BlindFile file) {
        int known = sql.update(
                "update blind_file set body = ? where session_id = ? and bid_id = ?",
                write(file),
                session.toString(),
                file.bidId());
        if (known == 0) {
            sql.update(
                    "insert into blind_file (session_id, bid_id, body) values (?, ?, ?)",
                    session.toString(),
                    file.bidId(),
                    write(file));
        }
    }

    @Override
    public Map<String, BlindFile> files(SessionId session) {
        var files = new LinkedHashMap<String, BlindFile>();
        sql.list(
                        row -> read(row.getString("body"), BlindFile.class),
                        "select body from blind_file where session_id = ? order by bid_id",
                        session.toString())
                .forEach(it -> files.put(it.bidId(), it));
        return files;
    }

    @Override
    public long store(SessionId session, String bidId, InputStream form) {
        var id = session.toString();
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update("delete from blind_part where session_id = ? and bid_id = ?", id, bidId));
        long bytes = 0;
        try {
            for (byte[] part = form.readNBytes(PART); part.length > 0; part = form.readNBytes(PART)) {
                byte[] content = part;
                long number = bytes / PART;
                QuarkusTransaction.requiringNew()
                        .run(() -> sql.update(
                                "insert into blind_part (session_id, bid_id, part_number, content) values (?, ?, ?, ?)",
                                id,
                                bidId,
                                number,
                                content));
                bytes += part.length;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes;
    }

    @Override
    public InputStream read(SessionId session, String bidId, long from, long to) {
        return new SequenceInputStream(new Enumeration<>() {

            private long at = from;

            @Override
            public boolean hasMoreElements() {
                return at <= to;
            }

            @Override
            public InputStream nextElement() {
                var part = part(session, bidId, at / PART);
                int first = (int) (at % PART);
                int length = (int) Math.min(part.length - first, to - at + 1);
                at += length;
                return new ByteArrayInputStream(part, first, length);
            }
        });
    }

    private byte[] part(SessionId session, String bidId, long number) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> sql.first(
                                row -> row.getBytes("content"),
                                "select content from blind_part where session_id = ? and bid_id = ? and part_number = ?",
                                session.toString(),
                                bidId,
                                number)
                        .orElseThrow());
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
