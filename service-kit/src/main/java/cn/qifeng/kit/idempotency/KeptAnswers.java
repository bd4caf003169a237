package cn.qifeng.kit.idempotency;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** First answers by caller and key, in transactions of their own. */
@ApplicationScoped
class KeptAnswers {

    private static final Duration RUN_MAX = Duration.ofMinutes(2);

    private final AgroalDataSource database;

    KeptAnswers(AgroalDataSource database) {
        this.database = database;
    }

    /** Reserves the key for a first request, or gives what is known of the former one. */
    Optional<Kept> begin(String caller, String key, String hash) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                try (var connection = database.getConnection()) {
                    var former = find(connection, caller, key);
                    if (former.isPresent()
                            && !former.get().abandoned(Instant.now().minus(RUN_MAX))) {
                        return former;
                    }
                    if (former.isPresent()) {
                        delete(connection, caller, key);
                    }
                    insert(connection, caller, key, hash);
                    return Optional.<Kept>empty();
                }
            });
        } catch (Taken atTheSameTime) {
            return Optional.of(Kept.running(hash));
        }
    }

    /** Keeps the answer. */
    void finish(String caller, String key, int status, String mediaType, String body) {
        QuarkusTransaction.requiringNew().run(() -> {
            String sql =
                    "update kept_answer set status = ?, media_type = ?, body = ? where caller = ? and request_key = ?";
            try (var connection = database.getConnection();
                    var update = connection.prepareStatement(sql)) {
                update.setInt(1, status);
                update.setString(2, mediaType);
                update.setString(3, body);
                update.setString(4, caller);
                update.setString(5, key);
                update.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Forgets the answers given before a moment; nobody repeats a request that long. */
    int forget(Instant before) {
        return QuarkusTransaction.requiringNew().call(() -> {
            String sql = "delete from kept_answer where made_at < ? and status <> 0";
            try (var connection = database.getConnection();
                    var delete = connection.prepareStatement(sql)) {
                delete.setTimestamp(1, Timestamp.from(before));
                return delete.executeUpdate();
            }
        });
    }

    /** Forgets a request that changed nothing. */
    void drop(String caller, String key) {
        QuarkusTransaction.requiringNew().run(() -> {
            try (var connection = database.getConnection()) {
                delete(connection, caller, key);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static Optional<Kept> find(Connection connection, String caller, String key) throws SQLException {
        String sql =
                "select hash, status, media_type, body, made_at from kept_answer where caller = ? and request_key = ?";
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, caller);
            query.setString(2, key);
            try (var row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(new Kept(
                        row.getString(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant()));
            }
        }
    }

    private static void insert(Connection connection, String caller, String key, String hash) throws SQLException {
        String sql = "insert into kept_answer (caller, request_key, hash, status, made_at) values (?, ?, ?, 0, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, caller);
            insert.setString(2, key);
            insert.setString(3, hash);
            insert.setTimestamp(4, Timestamp.from(Instant.now()));
            insert.executeUpdate();
        } catch (SQLException e) {
            if (e instanceof SQLIntegrityConstraintViolationException || "23505".equals(e.getSQLState())) {
                throw new Taken();
            }
            throw e;
        }
    }

    private static void delete(Connection connection, String caller, String key) throws SQLException {
        String sql = "delete from kept_answer where caller = ? and request_key = ?";
        try (var delete = connection.prepareStatement(sql)) {
            delete.setString(1, caller);
            delete.setString(2, key);
            delete.executeUpdate();
        }
    }

    /** Another request with the same key was quicker. */
    private static final class Taken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Taken() {
            super(null, null, false, false);
        }
    }

    /** What is known of a former request; status 0 while it runs. */
    record Kept(String hash, int status, String mediaType, String body, Instant madeAt) {

        static Kept running(String hash) {
            return new Kept(hash, 0, null, null, Instant.now());
        }

        boolean running() {
            return status == 0;
        }

        /** Whether the process that ran it must have died. */
        boolean abandoned(Instant latestStart) {
            return running() && madeAt.isBefore(latestStart);
        }
    }
}
