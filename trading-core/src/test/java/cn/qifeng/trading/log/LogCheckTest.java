package cn.qifeng.trading.log;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trading.SandboxResource;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.application.CheckLog;
import cn.qifeng.trading.log.application.PublishHead;
import cn.qifeng.trading.log.domain.EntryRef;
import cn.qifeng.trading.log.domain.LogCheck;
import cn.qifeng.trading.log.domain.LogDifference;
import cn.qifeng.trading.log.domain.LogDifference.Kind;
import cn.qifeng.trading.log.domain.LogRefusal;
import cn.qifeng.trading.opening.TestSeals;
import cn.qifeng.trust.json.CanonicalJson;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@DisplayName("Re-hash of the whole log 存证日志复核")
class LogCheckTest {

    @Inject
    DataSource database;

    @Inject
    Chain chain;

    @Inject
    TestSeals seals;

    @Inject
    PublishHead publishHead;

    @Inject
    CheckLog checkLog;

    private EntryRef entry;
    private UUID sealed;
    private long headSize;

    @BeforeEach
    void fillTheLog() {
        var tender = TenderId.random();
        append(tender);
        entry = append(tender);
        append(tender);
        sealed = seals.seal(seals.lot(), "bidder1", 101_000_000L);
        headSize = publishHead.always().size();
    }

    @Test
    void findsAnUntouchedLogTheSameAndRecordsIt() {
        var before = check();
        var result = check().result().orElseThrow();

        assertThat(before.result().orElseThrow().first()).isEmpty();
        assertThat(result.differences()).isZero();
        assertThat(result.size()).isGreaterThan(headSize);
        assertThat(number("select count(*) from log_entry where content = '%s' and type = 'log/checked'"
                        .formatted(result.entry())))
                .isEqualTo(1);
        assertThat(events("LOG_CHECKED")).isPositive();
    }

    @Test
    void namesEveryAlteredColumnOfAnEntry() throws SQLException {
        String place = "leaf " + number("select leaf_index from log_content where id = '%s'".formatted(entry.id()));
        String row = "content = '%s'".formatted(entry.id());
        assertThat(after("log_entry", "body", row, "{\"a\":2}")).contains(found(Kind.CONTENT, place));
        assertThat(after("log_entry", "salt", row, "00".repeat(16))).contains(found(Kind.CONTENT, place));
        assertThat(after("log_entry", "head", row, "{}")).contains(found(Kind.CONTENT, place));
        assertThat(after("log_entry", "type", row, "tender/closed")).contains(found(Kind.COLUMNS, place));
        String content = "id = '%s'".formatted(entry.id());
        assertThat(after("log_content", "leaf_nonce", content, "11".repeat(32))).contains(found(Kind.LEAF, place));
        assertThat(after("log_content", "content_hash", content, "22".repeat(32)))
                .contains(found(Kind.LEAF, place), found(Kind.CONTENT, place));
        String tender = "hash = (select hash from chain_head where tender = (select tender from log_entry where %s))";
        assertThat(after("chain_head", "hash", tender.formatted(row), "33".repeat(32)))
                .extracting(Found::kind)
                .contains(Kind.CHAIN);
    }

    @Test
    void namesAnAlteredTileNodeHeadWitnessAndStamp() throws SQLException {
        String head = "tree_size = " + headSize;
        long tile = headSize / 64 - 1;
        assertThat(after("log_tile", "leaves", "tile = " + tile, new byte[2048]))
                .contains(found(Kind.NODE, "node 6/" + tile));
        assertThat(after("log_tile", "leaves", "tile = " + tile, new byte[64]))
                .contains(found(Kind.TILE, "tile " + tile));
        assertThat(after("log_node", "hash", "height = 6 and idx = " + tile, "44".repeat(32)))
                .contains(found(Kind.NODE, "node 6/" + tile));
        String doc = text("select doc from log_head where " + head);
        assertThat(after("log_head", "doc", head, doc.replaceAll("\"root\":\".{4}", "\"root\":\"5555")))
                .contains(found(Kind.HEAD, "head " + headSize), found(Kind.TIME_STAMP, "head " + headSize));
        String other = "tree_size < %d and tree_size = (select max(tree_size) from log_head where tree_size < %d)"
                .formatted(headSize, headSize);
        assertThat(after("log_head", "time_stamp", head, text("select time_stamp from log_head where " + other)))
                .contains(found(Kind.TIME_STAMP, "head " + headSize));
        String notary = head + " and witness = 'notary'";
        assertThat(after(
                        "log_witness",
                        "doc",
                        notary,
                        text("select doc from log_witness where " + notary).replace("\"size\":", "\"size\":1")))
                .contains(found(Kind.WITNESS, "head " + headSize + " witness notary"));
    }

    @Test
    void missesASealedContentThatAnEarlierCheckHasSeen() throws SQLException {
        check();
        String place = "leaf " + number("select leaf_index from log_content where id = '%s'".formatted(sealed));
        Object bytes = value("select bytes from log_sealed where content = '%s'".formatted(sealed));
        update("delete from log_sealed where content = ?", sealed.toString());
        try {
            assertThat(differences()).contains(found(Kind.MISSING, place));
            long index = number("select leaf_index from log_content where id = '%s'".formatted(sealed));
            assertThat(after("log_content", "leaf_index", "id = '%s'".formatted(sealed), -2L))
                    .extracting(Found::kind)
                    .containsExactly(Kind.FORMER_CHECK);
            assertThat(index).isNotNegative();
        } finally {
            update("insert into log_sealed (content, bytes) values (?, ?)", sealed.toString(), bytes);
        }
        assertThat(differences()).isEmpty();
    }

    @Test
    void namesATrustFileThatIsNotTheOneInForce() throws SQLException {
        String row = "version = 1";
        String doc = text("select doc from log_trust_file where " + row);
        for (String sigs : new String[] {"[]", "no list"}) {
            assertThat(after("log_trust_file", "sigs", row, sigs)).contains(found(Kind.TRUST_FILE, "trust file"));
        }
        assertThat(after("log_trust_file", "doc", row, doc.replaceAll("\"log\":\"....", "\"log\":\"8888")))
                .contains(found(Kind.TRUST_FILE, "trust file"));
        assertThat(differences()).isEmpty();
    }

    @Test
    void signsNoHeadOverATreeThatWasAltered() throws SQLException {
        long newest = publishHead.always().size();
        int level = 63 - Long.numberOfLeadingZeros(newest);
        String row = "height = %d and idx = 0".formatted(level);
        String old = text("select hash from log_node where " + row);
        long events = events("LOG_DIFFERS");
        update("update log_node set hash = ? where " + row, "66".repeat(32));
        try {
            var refused = catchThrowableOfType(Refused.class, publishHead::always);
            assertThat(refused.code()).isEqualTo(LogRefusal.TREE_DIFFERS);
            assertThat(number("select max(tree_size) from log_head")).isEqualTo(newest);
            catchThrowableOfType(Refused.class, publishHead::always);
            assertThat(events("LOG_DIFFERS")).as("told once for a size").isEqualTo(events + 1);
        } finally {
            update("update log_node set hash = ? where " + row, old);
        }
        assertThat(publishHead.always().size()).isEqualTo(newest + 64);
    }

    @Test
    void signsNoHeadAfterOneThatTheLogDidNotSign() throws SQLException {
        long newest = publishHead.always().size();
        String row = "tree_size = " + newest;
        String doc = text("select doc from log_head where " + row);
        update("update log_head set doc = ? where " + row, doc.replace("\"sandbox\":true", "\"sandbox\":false"));
        try {
            assertThat(catchThrowableOfType(Refused.class, publishHead::always).code())
                    .isEqualTo(LogRefusal.TREE_DIFFERS);
        } finally {
            update("update log_head set doc = ? where " + row, doc);
        }
        assertThat(publishHead.always().size()).isEqualTo(newest + 64);
    }

    @Test
    void theNightlyOneIsDoneByOneNodeOnly() {
        var night = Optional.of("2001-01-01");

        assertThat(checkLog.begin(night, "")).isPresent();
        assertThat(checkLog.begin(night, "")).isEmpty();
    }

    @Test
    void anAuditAdministratorAsksForOneAndReadsWhatCameOfIt() throws InterruptedException {
        String token = TestTokens.of("audit-admin");
        String id = given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/api/core/log/checks")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        String state = "RUNNING";
        for (int i = 0; i < 600 && state.equals("RUNNING"); i++) {
            Thread.sleep(100);
            state = given().auth()
                    .oauth2(token)
                    .get("/api/core/log/checks")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("find { it.id == '%s' }.state".formatted(id));
        }
        assertThat(state).isEqualTo("SAME");
    }

    /** A difference without its texts. */
    private record Found(Kind kind, String place) {}

    private static Found found(Kind kind, String place) {
        return new Found(kind, place);
    }

    /** What a check finds while one column of one row is another. */
    private List<Found> after(String table, String column, String where, Object value) throws SQLException {
        Object old = value("select " + column + " from " + table + " where " + where);
        assertThat(update("update " + table + " set " + column + " = ? where " + where, value))
                .isEqualTo(1);
        try {
            return differences();
        } finally {
            String back = where.startsWith("hash =") ? "hash = '" + value + "'" : where;
            update("update " + table + " set " + column + " = ? where " + back, old);
        }
    }

    private List<Found> differences() {
        return check().result().orElseThrow().first().stream()
                .map((LogDifference it) -> found(it.kind(), it.place()))
                .toList();
    }

    private LogCheck check() {
        return checkLog.run(checkLog.begin(Optional.empty(), "").orElseThrow());
    }

    private EntryRef append(TenderId tender) {
        return QuarkusTransaction.requiringNew()
                .call(() -> chain.append(
                        tender, "tender/published", CanonicalJson.object().put("a", 1)));
    }

    private long events(String kind) {
        return number("select count(*) from security_event where kind = '" + kind + "'");
    }

    private long number(String query) {
        return ((Number) value(query)).longValue();
    }

    private String text(String query) {
        return (String) value(query);
    }

    private Object value(String query) {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getObject(1);
        } catch (SQLException broken) {
            throw new IllegalStateException(query, broken);
        }
    }

    private int update(String statement, Object... values) throws SQLException {
        try (var connection = database.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            return prepared.executeUpdate();
        }
    }
}
