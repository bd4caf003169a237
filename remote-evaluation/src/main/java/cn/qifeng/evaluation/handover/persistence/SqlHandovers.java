package cn.qifeng.evaluation.handover.persistence;

import cn.qifeng.evaluation.handover.domain.Handover;
import cn.qifeng.evaluation.handover.domain.HandoverState;
import cn.qifeng.evaluation.handover.domain.Handovers;
import cn.qifeng.evaluation.handover.domain.Reminder;
import cn.qifeng.evaluation.handover.domain.Submission;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kit.sql.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Handovers in the database. */
@ApplicationScoped
class SqlHandovers implements Handovers {

    private static final String COLUMNS =
            "select booking, session_id, site, operator, ended_at, until_at, provisional, overdue, reminded, body"
                    + " from handover ";
    private static final String NEWEST = " order by ended_at desc, booking";

    private final Sql sql;
    private final ObjectMapper mapper;

    SqlHandovers(Sql sql, ObjectMapper mapper) {
        this.sql = sql;
        this.mapper = mapper;
    }

    @Override
    public void add(Handover handover) {
        sql.update(
                "insert into handover (booking, session_id, site, operator, ended_at, until_at, provisional, overdue,"
                        + " reminded, state, body) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                handover.booking(),
                handover.session().value(),
                handover.site(),
                handover.operator(),
                handover.endedAt(),
                handover.until(),
                handover.provisional() ? 1 : 0,
                handover.overdue() ? 1 : 0,
                handover.reminded().name(),
                handover.state().name(),
                text(handover.submissions()));
    }

    @Override
    public void save(Handover handover) {
        sql.update(
                "update handover set overdue = ?, reminded = ?, state = ?, body = ? where booking = ?",
                handover.overdue() ? 1 : 0,
                handover.reminded().name(),
                handover.state().name(),
                text(handover.submissions()),
                handover.booking());
    }

    @Override
    public Optional<Handover> find(UUID booking) {
        return sql.first(this::handover, COLUMNS + "where booking = ?", booking);
    }

    @Override
    public Optional<Handover> lock(UUID booking) {
        return sql.first(this::handover, COLUMNS + "where booking = ? for update", booking);
    }

    @Override
    public List<Handover> of(SessionId session) {
        return sql.list(this::handover, COLUMNS + "where session_id = ? order by booking", session.value());
    }

    @Override
    public List<Handover> by(String operator) {
        return sql.list(this::handover, COLUMNS + "where operator = ?" + NEWEST, operator);
    }

    @Override
    public List<Handover> all() {
        return sql.list(this::handover, COLUMNS + NEWEST);
    }

    @Override
    public List<Handover> open() {
        return sql.list(this::handover, COLUMNS + "where state <> ?" + NEWEST, HandoverState.RECEIVED.name());
    }

    @Override
    public List<Announced> files(UUID booking) {
        return sql.list(
                row -> new Announced(row.getString("sm3"), row.getString("file_name"), row.getLong("byte_count")),
                "select sm3, file_name, byte_count from handover_file where booking = ? order by file_name, sm3",
                booking);
    }

    @Override
    public void announce(UUID booking, Announced file) {
        int known = sql.update(
                "update handover_file set file_name = ?, byte_count = ? where booking = ? and sm3 = ?",
                file.name(),
                file.length(),
                booking,
                file.sm3());
        if (known == 0) {
            sql.update(
                    "insert into handover_file (booking, sm3, file_name, byte_count) values (?, ?, ?, ?)",
                    booking,
                    file.sm3(),
                    file.name(),
                    file.length());
        }
    }

    @Override
    public void forget(UUID booking, String sm3) {
        sql.update("delete from handover_file where booking = ? and sm3 = ?", booking, sm3);
    }

    private Handover handover(ResultSet row) throws SQLException {
        return new Handover(
                Sql.uuid(row, "booking"),
                new SessionId(Sql.uuid(row, "session_id")),
                row.getString("site"),
                row.getString("operator"),
                Sql.moment(row, "ended_at"),
                Sql.moment(row, "until_at"),
                row.getInt("provisional") == 1,
                row.getInt("overdue") == 1,
                Reminder.valueOf(row.getString("reminded")),
                submissions(row.getString("body")));
    }

    private String text(List<Submission> submissions) {
        try {
            return mapper.writeValueAsString(submissions);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Submission> submissions(String text) {
        try {
            return List.of(mapper.readValue(text, Submission[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
