package cn.qifeng.bond.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.bond.TradingCoreInMemory;
import cn.qifeng.kit.outbox.Outbox;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@QuarkusTestResource(Receivers.class)
@DisplayName("Outbox 发件箱")
class OutboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Outbox outbox;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void forget() {
        Receivers.TAKEN.clear();
        Receivers.REFUSALS.clear();
        Receivers.REFUSED_KEYS.clear();
    }

    @AfterEach
    void noMessageLeftForTheNextTest() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("delete from outbox where destination in ('moody', 'hanging')");
        }
    }

    @Test
    void keepsTheOrderOfAStreamThroughRefusals() {
        refuse("/a", 3);
        send(Receivers.MOODY, "/a", "one", 30);
        eventually(() -> taken("/a").size() == 30);
        assertThat(taken("/a")).isEqualTo(bodies(30));
        assertThat(Receivers.REFUSED_KEYS).hasSize(1);
        assertThat(Receivers.TAKEN.stream().map(Receivers.Taken::key)).containsAll(Receivers.REFUSED_KEYS);
    }

    @Test
    void aLongRefusedStreamHoldsUpNoOther() {
        refuse("/stuck", Integer.MAX_VALUE);
        send(Receivers.MOODY, "/stuck", "stuck", 1200);
        send(Receivers.MOODY, "/free", "free", 50);
        eventually(() -> taken("/free").size() == 50);
        assertThat(taken("/free")).isEqualTo(bodies(50));
        assertThat(taken("/stuck")).isEmpty();
    }

    @Test
    void aHangingServiceHoldsUpNoOther() {
        send(Receivers.HANGING, "/slow", "slow", 1);
        eventually(() -> Receivers.HANGING_NOW.get() == 1);
        send(Receivers.MOODY, "/quick", "quick", 1);
        eventually(() -> taken("/quick").size() == 1);
        assertThat(Receivers.HANGING_NOW).hasValue(1);
        Receivers.LET_GO.countDown();
    }

    @Test
    void nothingLeavesATransactionThatWasRolledBack() {
        QuarkusTransaction.begin();
        outbox.send(Receivers.MOODY, "/never", "never", CanonicalJson.object());
        QuarkusTransaction.rollback();
        send(Receivers.MOODY, "/after", "never", 1);
        eventually(() -> taken("/after").size() == 1);
        assertThat(taken("/never")).isEmpty();
    }

    private void send(String destination, String path, String stream, int count) {
        QuarkusTransaction.requiringNew()
                .run(() -> bodies(count)
                        .forEach(body -> outbox.send(UUID.randomUUID(), destination, path, stream, json(body))));
    }

    private static ObjectNode json(String text) {
        return CanonicalJson.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refuse(String path, int times) {
        Receivers.REFUSALS.put(path, new AtomicInteger(times));
    }

    private static List<String> bodies(int count) {
        return IntStream.range(0, count).mapToObj(i -> "{\"number\":" + i + "}").toList();
    }

    private static List<String> taken(String path) {
        return Receivers.TAKEN.stream()
                .filter(taken -> taken.path().equals(path))
                .map(Receivers.Taken::body)
                .toList();
    }

    private static void eventually(BooleanSupplier condition) {
        var end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("what was waited for happens in time").isBefore(end);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
