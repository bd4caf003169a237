package cn.qifeng.evaluation.hall.persistence;

import cn.qifeng.evaluation.hall.domain.SpokenText;
import cn.qifeng.evaluation.hall.domain.SpokenTexts;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Text channels in the database; rows are only ever added. */
@ApplicationScoped
class SqlSpokenTexts implements SpokenTexts {

    private static final String SELECT =
            "select session_id, text_number, label, member, said_at, body, text_key from hall_text ";

    private final Sql sql;

    SqlSpokenTexts(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(SpokenText text) {
        sql.update(
                "insert into hall_text (session_id, text_number, label, member, said_at, body, text_key)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                text.session().value(),
                text.number(),
                text.label(),
                text.member(),
                text.at(),
                text.text(),
                text.key());
    }

    @Override
    public Optional<SpokenText> sent(SessionId session, String member, String key) {
        return sql.first(
                SqlSpokenTexts::text,
                SELECT + "where session_id = ? and member = ? and text_key = ?",
                session.value(),
                member,
                key);
    }

    @Override
    public List<SpokenText> behind(SessionId session, int number, int max) {
        return sql.list(
                SqlSpokenTexts::text,
                SELECT + "where session_id = ? and text_number > ? order by text_number fetch first " + max
                        + " rows only",
                session.value(),
                number);
    }

    @Override
    public int count(SessionId session) {
        return sql.first(
                        row -> row.getInt("counted"),
                        "select count(*) as counted from hall_text where session_id = ?",
                        session.value())
                .orElseThrow();
    }

    @Override
    public int countSince(SessionId session, String member, Instant since) {
        return sql.first(
                        row -> row.getInt("counted"),
                        "select count(*) as counted from hall_text where session_id = ? and member = ? and said_at > ?",
                        session.value(),
                        member,
                        since)
                .orElseThrow();
    }

    private static SpokenText text(ResultSet row) throws SQLException {
        return new SpokenText(
                new SessionId(Sql.uuid(row, "session_id")),
                row.getInt("text_number"),
                row.getString("label"),
                row.getString("member"),
                Sql.moment(row, "said_at"),
                row.getString("body"),
                row.getString("text_key"));
    }
}
