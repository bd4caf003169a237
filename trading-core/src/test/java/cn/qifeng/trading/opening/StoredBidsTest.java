package cn.qifeng.trading.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.trading.SandboxResource;
import cn.qifeng.trading.clock.application.DueActs;
import cn.qifeng.trading.clock.application.MoveClock;
import cn.qifeng.trading.log.application.CheckLog;
import cn.qifeng.trading.log.application.PublishHead;
import cn.qifeng.trading.log.domain.LogDifference.Kind;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.tender.domain.PublishedLot;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@DisplayName("Stored bids against the log 投标库存核对")
class StoredBidsTest {

    private static final int ROUNDS_MAX = 200;
    private static final long PAUSE_NANOS = 100_000_000;

    private static final Duration TO_DEADLINE = Duration.ofDays(21).plusSeconds(2);
    private static final Duration A_STEP = Duration.ofSeconds(61);

    @Inject
    TestSeals seals;

    @Inject
    TestHall testHall;

    @Inject
    Directory directory;

    @Inject
    PublishHead publishHead;

    @Inject
    MoveClock moveClock;

    @Inject
    DueActs dueActs;

    @Inject
    CheckLog checkLog;

    @Inject
    DataSource database;

    @ConfigProperty(name = "qifeng.data")
    Path data;

    private final List<UUID> rows = new ArrayList<>();
    private PublishedLot lot;

    @BeforeEach
    void sealThreeBids() {
        publishHead.now();
        lot = seals.lot();
        for (int i = 1; i <= 3; i++) {
            rows.add(seals.seal(lot, "bidder" + i, 100_000_000L + i));
        }
    }

    @Test
    void namesARowThatIsGoneAlteredOrElsewhere() throws SQLException {
        var row = rows.get(0);
        assertThat(differences()).noneMatch(told -> told.contains(row.toString()));

        assertThat(after("delete from bid where id = ?", row)).contains(Kind.BID + " bid " + row);
        assertThat(after(
                        "update bid set sealed = (select sealed from bid where id = '" + rows.get(1)
                                + "') where id = ?",
                        row))
                .contains(Kind.BID + " bid " + row);
        assertThat(after("update bid set lot_ref = bidder_ref where id = ?", row))
                .contains(Kind.BID + " bid " + row);
        assertThat(after("update bid set standing_ref = null where id = ?", row))
                .contains(Kind.BID + " bid " + row);
        assertThat(differences()).noneMatch(told -> told.contains(row.toString()));
    }

    @Test
    void namesAnAlteredFrameAndAKeyThatDoesNotOpen() throws SQLException, IOException {
        var object = lastObject();
        var bytes = Files.readAllBytes(object);
        Files.write(object, new byte[bytes.length]);
        assertThat(differences()).contains(Kind.FRAME + " bid " + rows.get(2) + " frame 3/0");
        Files.delete(object);
        assertThat(differences()).contains(Kind.FRAME + " bid " + rows.get(2) + " frame 3/0");
        Files.write(object, bytes);

        var wrapped =
                value("select wrapped from lot_key where lot = ?", lot.lot().value());
        update(
                "update lot_key set wrapped = ? where lot = ?",
                new byte[60],
                lot.lot().value());
        assertThat(differences()).contains(Kind.LOT_KEY + " lot " + lot.lot());
        update(
                "update lot_key set wrapped = ? where lot = ?",
                wrapped,
                lot.lot().value());
        assertThat(differences()).noneMatch(told -> told.contains(rows.get(2).toString()));
    }

    @Test
    void stopsTheOpeningUntilAListedBidIsRestored() throws SQLException, IOException {
        var people = TestPerson.of(directory, List.of("supervisor", "notary", "operator"));
        moveClock.forward(TO_DEADLINE);
        testHall.await(lot, "LISTED").body("bidList.list.bids", hasSize(3));
        try (var kept = new Kept(rows.get(0))) {
            update("delete from bid where id = ?", rows.get(0));
            moveClock.forward(A_STEP);
            awaitTold(1);
            testHall.of(lot).body("state", equalTo("LISTED")).body("names", nullValue());
            kept.restore();
        }
        var draw = testHall.await(lot, "DRAWING")
                .body("names", hasSize(3))
                .extract()
                .<String>path("draw.id");
        testHall.draw(lot, UUID.fromString(draw), people);
        testHall.await(lot, "UNSEALING");
        var object = lastObject();
        var bytes = Files.readAllBytes(object);
        Files.write(object, new byte[bytes.length]);
        testHall.press(lot, people.get(0)).statusCode(204);
        testHall.press(lot, people.get(1)).statusCode(204);
        awaitTold(2);
        testHall.of(lot).body("state", equalTo("UNSEALING")).body("results", nullValue());
        Files.write(object, bytes);
        testHall.await(lot, "OPENED").body("results.status", everyItem(equalTo("OPENED")));
    }

    /** Until the administrators of security were told so often: only then has the opening seen what differs. */
    private void awaitTold(long times) throws SQLException {
        for (int i = 0; i < ROUNDS_MAX && told() < times; i++) {
            dueActs.runRound();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        assertThat(told()).isGreaterThanOrEqualTo(times);
    }

    private long told() throws SQLException {
        var told = value(
                "select count(*) from security_event where kind = 'LOG_DIFFERS' and detail like ?",
                "%" + lot.lot() + "%");
        return ((Number) told).longValue();
    }

    /** A row that comes back as it was. */
    private final class Kept implements AutoCloseable {

        private final Connection connection = database.getConnection();
        private final UUID row;

        private Kept(UUID row) throws SQLException {
            this.row = row;
            connection
                    .createStatement()
                    .execute("create temp table kept as select * from bid where id = '" + row + "'");
        }

        private void restore() throws SQLException {
            connection.createStatement().execute("delete from bid where id = '" + row + "'");
            connection.createStatement().execute("insert into bid select * from kept");
            connection.createStatement().execute("drop table kept");
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    /** Object of the letter that was stored last: that of the third bid. */
    private Path lastObject() throws IOException {
        try (var files = Files.walk(data.resolve("objects"))) {
            var newest = files.filter(Files::isRegularFile)
                    .filter(file -> file.toFile().length() > 3000)
                    .max((one, other) -> Long.compare(
                            one.toFile().lastModified(), other.toFile().lastModified()));
            return newest.orElseThrow();
        }
    }

    private List<String> after(String statement, UUID row) throws SQLException {
        try (var kept = new Kept(row)) {
            update(statement, row);
            var told = differences();
            kept.restore();
            return told;
        }
    }

    private List<String> differences() {
        return checkLog.run(checkLog.begin(Optional.empty(), "").orElseThrow()).result().orElseThrow().first().stream()
                .map(told -> told.kind() + " " + told.place())
                .toList();
    }

    private Object value(String query, Object key) throws SQLException {
        try (var connection = database.getConnection();
                var prepared = connection.prepareStatement(query)) {
            prepared.setObject(1, key);
            try (var rows = prepared.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getObject(1);
            }
        }
    }

    private void update(String statement, Object... values) throws SQLException {
        try (var connection = database.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            assertThat(prepared.executeUpdate()).isEqualTo(1);
        }
    }
}
