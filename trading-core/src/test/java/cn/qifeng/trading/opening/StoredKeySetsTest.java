package cn.qifeng.trading.opening;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.trading.SandboxResource;
import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.log.application.CheckLog;
import cn.qifeng.trading.log.application.PublishHead;
import cn.qifeng.trading.log.domain.LogDifference;
import cn.qifeng.trading.tender.domain.PublishedLot;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@DisplayName("Stored key sets beside the chain 密钥组与存证链核对")
class StoredKeySetsTest {

    @Inject
    TestLots testLots;

    @Inject
    Replacements replacements;

    @Inject
    LotKeySets keySets;

    @Inject
    PublishHead publishHead;

    @Inject
    CheckLog checkLog;

    @Inject
    DataSource database;

    private PublishedLot lot;
    private String former;

    @BeforeEach
    void replaceASet() {
        publishHead.now();
        lot = testLots.publish(Duration.ofDays(21));
        former = keySets.of(lot).idHex();
        replacements.replace(lot, null);
        assertThat(differences()).isEmpty();
    }

    @Test
    void aSetThatIsPutInForceEarlier() {
        around(
                "update key_set_successor set in_force_from = in_force_from - interval '1 hour' where lot = ?",
                "update key_set_successor set in_force_from = in_force_from + interval '1 hour' where lot = ?",
                "lot/key-set");
    }

    @Test
    void aSetThatIsCalledLost() {
        around(
                "update key_set_successor set lost = '" + former + "' where lot = ?",
                "update key_set_successor set lost = null where lot = ?",
                "lot/key-set");
    }

    @Test
    void aDeadlineThatIsMovedInTheDatabase() {
        around(
                "update tender set bid_deadline = bid_deadline + interval '1 day' where lot_id = ?",
                "update tender set bid_deadline = bid_deadline - interval '1 day' where lot_id = ?",
                "deadline");
    }

    /** Changes a row behind the platform's back, finds it named, and changes it back. */
    private void around(String change, String back, String named) {
        alter(change);
        try {
            assertThat(differences()).containsExactly("opening " + lot.lot() + " " + named);
        } finally {
            alter(back);
        }
        assertThat(differences()).isEmpty();
    }

    private List<String> differences() {
        return checkLog.run(checkLog.begin(Optional.empty(), "").orElseThrow()).result().orElseThrow().first().stream()
                .map(LogDifference::place)
                .filter(place -> place.contains(lot.lot().toString()))
                .toList();
    }

    private void alter(String statement) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(statement)) {
            if (statement.contains("lot_id")) {
                update.setObject(1, lot.lot().value());
            } else {
                update.setString(1, lot.lot().toString());
            }
            assertThat(update.executeUpdate()).isOne();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
