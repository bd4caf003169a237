package cn.qifeng.evaluation.terminal.persistence;

import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.terminal.domain.ClockMark;
import cn.qifeng.evaluation.terminal.domain.ClockReading;
import cn.qifeng.evaluation.terminal.domain.Nonces;
import cn.qifeng.evaluation.terminal.domain.Presence;
import cn.qifeng.evaluation.terminal.domain.Presences;
import cn.qifeng.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Presences in the database. */
@ApplicationScoped
class SqlPresences implements Presences {

    private static final String SELECT = "select session_id, person, member, seat, device, since, nonce, former_nonce,"
            + " nonce_at, beat_at, offset_ms, round_trip, mark, works from seat_presence ";
    private static final String ONE = SELECT + "where session_id = ? and person = ?";

    private final Sql sql;

    SqlPresences(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Presence> of(SessionId session, String person) {
        return sql.first(SqlPresences::presence, ONE, session.value(), person);
    }

    @Override
    public Optional<Presence> lock(SessionId session, String person) {
        return sql.first(SqlPresences::presence, ONE + " for update", session.value(), person);
    }

    @Override
    public List<Presence> in(SessionId session) {
        return sql.list(SqlPresences::presence, SELECT + "where session_id = ? order by member", session.value());
    }

    @Override
    public List<Presence> withoutBeatSince(Instant moment) {
        return sql.list(
                SqlPresences::presence,
                SELECT + "where works = 1 and mark <> ? and beat_at < ?",
                ClockMark.SILENT.name(),
                moment);
    }

    @Override
    public void save(Presence presence) {
        int known = sql.update(
                "update seat_presence set seat = ?, device = ?, since = ?, nonce = ?, former_nonce = ?, nonce_at = ?,"
                        + " beat_at = ?, offset_ms = ?, round_trip = ?, mark = ?, works = ?, member = ?"
                        + " where session_id = ? and person = ?",
                values(presence));
        if (known == 0) {
            sql.update(
                    "insert into seat_presence (seat, device, since, nonce, former_nonce, nonce_at, beat_at, offset_ms,"
                            + " round_trip, mark, works, member, session_id, person)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    values(presence));
        }
    }

    private static Object[] values(Presence it) {
        return new Object[] {
            it.seat(),
            it.device(),
            it.since(),
            it.nonces().present(),
            it.nonces().former(),
            it.nonces().since(),
            it.beatAt(),
            it.reading().map(ClockReading::offsetMs).orElse(null),
            it.reading().map(ClockReading::roundTripMs).orElse(null),
            it.mark().name(),
            it.open() ? 1 : 0,
            it.number(),
            it.session().value(),
            it.person()
        };
    }

    private static Presence presence(ResultSet row) throws SQLException {
        return new Presence(
                new SessionId(Sql.uuid(row, "session_id")),
                row.getString("member"),
                row.getString("person"),
                row.getString("seat"),
                row.getString("device"),
                Sql.moment(row, "since"),
                new Nonces(
                        row.getString("nonce"),
                        Objects.toString(row.getString("former_nonce"), ""),
                        Sql.moment(row, "nonce_at")),
                Sql.moment(row, "beat_at"),
                reading(row),
                ClockMark.valueOf(row.getString("mark")),
                row.getInt("works") == 1);
    }

    private static Optional<ClockReading> reading(ResultSet row) throws SQLException {
        long offset = row.getLong("offset_ms");
        return row.wasNull() ? Optional.empty() : Optional.of(new ClockReading(offset, row.getLong("round_trip")));
    }
}
