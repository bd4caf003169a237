package cn.qifeng.evaluation.terminal.persistence;

import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.terminal.domain.Challenges;
import cn.qifeng.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Challenges in the database: each deleted by the one who uses it. */
@ApplicationScoped
class SqlChallenges implements Challenges {

    private final Sql sql;

    SqlChallenges(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void give(SessionId session, String person, String nonce, Instant now, Instant until) {
        sql.update(
                "delete from seat_challenge where session_id = ? and person = ? and expires_at <= ?",
                session.value(),
                person,
                now);
        sql.update(
                "insert into seat_challenge (session_id, person, nonce, expires_at) values (?, ?, ?, ?)",
                session.value(),
                person,
                nonce,
                until);
    }

    @Override
    public boolean use(SessionId session, String person, String nonce, Instant now) {
        return sql.update(
                        "delete from seat_challenge where session_id = ? and person = ? and nonce = ? and expires_at > ?",
                        session.value(),
                        person,
                        nonce,
                        now)
                == 1;
    }
}
