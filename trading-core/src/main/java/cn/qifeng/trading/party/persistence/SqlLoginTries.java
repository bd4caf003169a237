package cn.qifeng.trading.party.persistence;

import cn.qifeng.kit.sql.Sql;
import cn.qifeng.trading.party.domain.Attempts;
import cn.qifeng.trading.party.domain.LoginTries;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Counted tries in a table; subjects are hashes, so that the table tells no account and no address. */
@ApplicationScoped
class SqlLoginTries implements LoginTries {

    private static final String READ =
            "select failures, since, locked_until, succeeded_at from login_tries where subject = ?";

    private final Sql sql;

    SqlLoginTries(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Attempts of(String subject) {
        if (sql.first(row -> 1, READ, subject).isEmpty()) {
            begin(subject);
        }
        return sql.first(
                        row -> new Attempts(
                                row.getInt("failures"),
                                Optional.ofNullable(Sql.moment(row, "since")),
                                Optional.ofNullable(Sql.moment(row, "locked_until")),
                                Optional.ofNullable(Sql.moment(row, "succeeded_at"))),
                        READ + " for update",
                        subject)
                .orElseThrow();
    }

    @Override
    public void save(String subject, Attempts attempts, Instant now) {
        sql.update(
                "update login_tries set failures = ?, since = ?, locked_until = ?, succeeded_at = ?, touched_at = ?"
                        + " where subject = ?",
                attempts.failures(),
                attempts.since().orElse(null),
                attempts.lockedUntil().orElse(null),
                attempts.succeededAt().orElse(null),
                now,
                subject);
    }

    @Override
    public void forget(Instant before) {
        sql.update("delete from login_tries where touched_at < ?", before);
    }

    /** In a transaction of its own: when two tries begin one subject, the second finds the row of the first. */
    private void begin(String subject) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> sql.update(
                            "insert into login_tries (subject, failures, touched_at) values (?, 0, ?)",
                            subject,
                            Instant.now()));
        } catch (IllegalStateException other) {
            if (sql.first(row -> 1, READ, subject).isEmpty()) {
                throw other;
            }
        }
    }
}
