package cn.qifeng.evaluation.recording.persistence;

import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.recording.domain.ChainItem;
import cn.qifeng.evaluation.recording.domain.Recording;
import cn.qifeng.evaluation.recording.domain.RecordingStage;
import cn.qifeng.evaluation.recording.domain.Recordings;
import cn.qifeng.kit.sql.Sql;
import cn.qifeng.trust.recording.ChainLink;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recordings in the database. An empty text is {@code null} there, as Oracle knows no empty texts. */
@ApplicationScoped
class SqlRecordings implements Recordings {

    private static final String SELECT =
            "select session_id, stage, seq, hash, told, opened_at, closed_at, bytes, differs" + " from recording ";

    private final Sql sql;

    SqlRecordings(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Recording> find(SessionId session) {
        return sql.first(SqlRecordings::recording, SELECT + "where session_id = ?", session.value());
    }

    @Override
    public Optional<Recording> lock(SessionId session) {
        return sql.first(SqlRecordings::recording, SELECT + "where session_id = ? for update", session.value());
    }

    @Override
    public List<Recording> all() {
        return sql.list(SqlRecordings::recording, SELECT + "order by opened_at desc, session_id");
    }

    @Override
    public List<Recording> open() {
        return sql.list(
                SqlRecordings::recording,
                SELECT + "where stage = ? order by opened_at, session_id",
                RecordingStage.OPEN.name());
    }

    @Override
    public void save(Recording recording) {
        int changed = sql.update(
                "update recording set stage = ?, seq = ?, hash = ?, told = ?, opened_at = ?, closed_at = ?, bytes = ?,"
                        + " differs = ? where session_id = ?",
                values(recording));
        if (changed == 0) {
            sql.update(
                    "insert into recording (stage, seq, hash, told, opened_at, closed_at, bytes, differs, session_id)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    values(recording));
        }
    }

    private static Object[] values(Recording it) {
        return new Object[] {
            it.stage().name(),
            it.link().seq(),
            it.link().hash(),
            it.told(),
            it.openedAt(),
            it.closedAt().orElse(null),
            it.bytes(),
            it.differs() ? 1 : 0,
            it.session().value()
        };
    }

    @Override
    public void add(SessionId session, ChainItem item) {
        sql.update(
                "insert into recording_item (session_id, seq, kind, file_name, item) values (?, ?, ?, ?, ?)",
                session.value(),
                item.seq(),
                item.kind(),
                item.isSegment() ? item.file() : null,
                item.text());
    }

    @Override
    public List<ChainItem> items(SessionId session, long after, int max) {
        return sql.list(
                SqlRecordings::item,
                "select item from recording_item where session_id = ? and seq > ? order by seq fetch first " + max
                        + " rows only",
                session.value(),
                after);
    }

    @Override
    public Optional<ChainItem> segment(SessionId session, String file) {
        return sql.first(
                SqlRecordings::item,
                "select item from recording_item where session_id = ? and file_name = ? order by seq",
                session.value(),
                file);
    }

    @Override
    public void confirm(SessionId session, String track, Instant at) {
        int changed = sql.update(
                "update recording_track set confirmed_at = ? where session_id = ? and track = ?",
                at,
                session.value(),
                track);
        if (changed == 0) {
            sql.update(
                    "insert into recording_track (confirmed_at, session_id, track) values (?, ?, ?)",
                    at,
                    session.value(),
                    track);
        }
    }

    @Override
    public Map<String, Instant> confirmed(SessionId session) {
        var found = new HashMap<String, Instant>();
        sql.list(
                row -> found.put(row.getString("track"), Sql.moment(row, "confirmed_at")),
                "select track, confirmed_at from recording_track where session_id = ?",
                session.value());
        return found;
    }

    private static ChainItem item(ResultSet row) throws SQLException {
        return ChainItem.of(row.getString("item"));
    }

    private static Recording recording(ResultSet row) throws SQLException {
        return new Recording(
                new SessionId(Sql.uuid(row, "session_id")),
                RecordingStage.valueOf(row.getString("stage")),
                new ChainLink(row.getLong("seq"), row.getString("hash")),
                row.getLong("told"),
                Sql.moment(row, "opened_at"),
                Optional.ofNullable(Sql.moment(row, "closed_at")),
                row.getLong("bytes"),
                row.getInt("differs") == 1);
    }
}
