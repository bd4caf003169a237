package cn.qifeng.trading.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.qifeng.auditor.Report.Verdict;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.trading.SandboxResource;
import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.clock.application.DueActs;
import cn.qifeng.trading.clock.application.MoveClock;
import cn.qifeng.trading.log.application.CheckLog;
import cn.qifeng.trading.log.application.PublishHead;
import cn.qifeng.trading.log.domain.LogDifference;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.supervision.PackageAudit;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.Moments;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@DisplayName("Trustees who stay away or lie 保管人缺席或不实")
class FailingTrusteesTest {

    private static final int ROUNDS_MAX = 100;
    private static final long PAUSE_NANOS = 200_000_000;

    @Inject
    TestLots testLots;

    @Inject
    TestHall hall;

    @Inject
    LotKeySets keySets;

    @Inject
    Directory directory;

    @Inject
    PublishHead publishHead;

    @Inject
    MoveClock moveClock;

    @Inject
    LegalClock clock;

    @Inject
    CheckLog checkLog;

    @Inject
    DataSource database;

    @Inject
    DueActs dueActs;

    private PublishedLot lot;
    private List<TestPerson> people;

    @BeforeEach
    void unsealing() {
        publishHead.now();
        lot = testLots.publish(Duration.ofDays(21));
        people = TestPerson.of(directory, List.of("supervisor", "notary", "operator"));
        dueActs.runRound();
        for (int i = 1; i <= 3; i++) {
            var bidder = TestPerson.of(directory, "bidder" + i);
            var client = new BidderClient(bidder, lot);
            var bid = TestBid.seal(lot, keySets.of(lot), bidder.key(), TestBid.newBidId(), null, 100_000_000L + i, 100);
            client.seal(bid, client.upload(bid)).statusCode(200);
        }
        moveClock.forward(Duration.ofDays(21).plusSeconds(2));
        hall.await(lot, "LISTED");
        moveClock.forward(Duration.ofSeconds(61));
        var draw = hall.await(lot, "DRAWING").extract().<String>path("draw.id");
        hall.draw(lot, UUID.fromString(draw), people);
        hall.await(lot, "UNSEALING");
    }

    @Test
    void fewerThanTheThresholdOpenNothing() {
        hall.press(lot, people.get(0)).statusCode(204);
        dueActs.runRound();
        hall.of(lot)
                .body("state", equalTo("UNSEALING"))
                .body("results", nullValue())
                .body("suspension", nullValue());
        PackageAudit.get(lot.tender(), "SUPERVISOR").statusCode(409);

        hall.press(lot, people.get(2)).statusCode(204);
        opensAll();
    }

    @Test
    void tooLongAWaitSuspendsTheOpeningUntilASupervisorLetsItGoOn() {
        hall.press(lot, people.get(0)).statusCode(204);
        var press = hall.pressDoc(lot, people.get(2));
        var suspended = awaitSuspension();
        hall.send(lot, people.get(2), press).statusCode(409).body("code", equalTo("opening/suspended"));
        hall.of(lot).body("state", equalTo("UNSEALING")).body("results", nullValue());

        decide(people.get(2), suspended, Duration.ofHours(1)).statusCode(403);
        decide(people.get(0), "ab".repeat(32), Duration.ofHours(1))
                .statusCode(422)
                .body("code", equalTo("opening/statement"));
        decide(people.get(0), suspended, Duration.ofDays(31)).statusCode(422).body("field", equalTo("until"));
        decide(people.get(0), suspended, Duration.ofHours(1)).statusCode(204);
        decide(people.get(0), suspended, Duration.ofHours(2))
                .statusCode(409)
                .body("code", equalTo("opening/wrong-step"));

        hall.of(lot).body("suspension.decided", equalTo(true));
        hall.press(lot, people.get(2)).statusCode(204);
        opensAll();
        proves("SUPERVISOR");
        proves("PUBLIC");
    }

    @Test
    void aStoredSuspensionThatSaysSomethingElseThanTheChainIsNoticed() throws SQLException {
        var suspended = awaitSuspension();
        assertThat(differences()).noneMatch(told -> told.contains(lot.lot().toString()));
        alterStored(suspended, "0".repeat(64));
        assertThat(differences()).contains("opening " + lot.lot() + " lot/suspended");
        alterStored("0".repeat(64), suspended);
    }

    @Test
    void aStoredDecisionThatSaysSomethingElseThanTheChainIsNoticed() throws SQLException {
        decide(people.get(0), awaitSuspension(), Duration.ofHours(1)).statusCode(204);
        assertThat(differences()).noneMatch(told -> told.contains(lot.lot().toString()));
        alterStored("保管人未按时到场", "因故");
        assertThat(differences()).contains("opening " + lot.lot() + " lot/suspension-decided");
        alterStored("因故", "保管人未按时到场");
        alter("update opening_suspension set decided = 0 where lot = ?");
        assertThat(differences()).contains("opening " + lot.lot() + " lot/suspended");
        alter("update opening_suspension set decided = 1 where lot = ?");
        alter("delete from opening_suspension where lot = ?");
        assertThat(differences())
                .contains(
                        "opening " + lot.lot() + " lot/suspended", "opening " + lot.lot() + " lot/suspension-decided");
    }

    private void alter(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(statement)) {
            update.setString(1, lot.lot().toString());
            assertThat(update.executeUpdate()).isOne();
        }
    }

    private void alterStored(String entry, String other) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update opening_suspension set data = replace(data, ?, ?) where lot = ?")) {
            update.setString(1, entry);
            update.setString(2, other);
            update.setString(3, lot.lot().toString());
            assertThat(update.executeUpdate()).isOne();
        }
    }

    private List<String> differences() {
        return checkLog.run(checkLog.begin(Optional.empty(), "").orElseThrow()).result().orElseThrow().first().stream()
                .map(LogDifference::place)
                .toList();
    }

    @Test
    void aLotThatTheSupervisorEndsWhileItIsSuspendedStaysShut() {
        var press = hall.pressDoc(lot, people.get(1));
        var suspended = awaitSuspension();
        decide(people.get(0), suspended, null).statusCode(204);
        hall.of(lot)
                .body("state", equalTo("FAILED"))
                .body("failed.count", equalTo(3))
                .body("failed.suspended", equalTo(true))
                .body("results", nullValue());
        hall.send(lot, people.get(1), press).statusCode(409).body("code", equalTo("opening/failed"));
        proves("SUPERVISOR");
        proves("PUBLIC");
    }

    /** Over the time that the tender document gives the step; gives the hash of the entry that says so. */
    private String awaitSuspension() {
        moveClock.forward(Duration.ofHours(2).plusMinutes(1));
        for (int i = 0; i < ROUNDS_MAX; i++) {
            dueActs.runRound();
            String entry = hall.of(lot).extract().path("suspension.entry");
            if (entry != null) {
                hall.of(lot).body("suspension.cause", equalTo("TRUSTEES_MISSING"));
                return entry;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new AssertionError("never suspended");
    }

    private ValidatableResponse decide(TestPerson person, String suspended, Duration more) {
        var doc = hall.doc(lot, "suspension-decision")
                .put("suspended", suspended)
                .put("until", more == null ? null : Moments.format(clock.now().plus(more)))
                .put("reason", "保管人未按时到场");
        return person.call()
                .body(person.sign(doc))
                .post("/api/core/lots/" + lot.lot() + "/suspension-decisions")
                .then();
    }

    private void proves(String cut) {
        var report = PackageAudit.of(lot.tender(), cut).report();
        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.PROVED);
    }

    @Test
    void aLyingShareIsRefusedWithTheNameOfTheTrusteeAndTheOthersOpen() {
        var lie = hall.pressDoc(lot, people.get(0));
        var share = (ObjectNode) lie.path("shares").path(1);
        var bytes = Hex.decode(share.path("share").asText());
        bytes[3] ^= 1;
        share.put("share", Hex.encode(bytes));
        hall.send(lot, people.get(0), lie)
                .statusCode(422)
                .body("code", equalTo("opening/bad-share"))
                .body("expected", containsString(people.get(0).name()));
        hall.of(lot).body("state", equalTo("UNSEALING")).body("results", nullValue());

        hall.press(lot, people.get(1)).statusCode(204);
        hall.press(lot, people.get(2)).statusCode(204);
        opensAll();
    }

    @Test
    void aFalseBlameKeepsNoBidShutAndTheVerdictNamesTheTrustee() {
        var lie = hall.pressDoc(lot, people.get(0));
        var blamed = (ObjectNode) lie.path("shares").path(0);
        blamed.remove("share");
        blamed.put("badWrap", true);
        hall.send(lot, people.get(0), lie).statusCode(204);
        hall.press(lot, people.get(1)).statusCode(204);
        dueActs.runRound();
        hall.of(lot).body("state", equalTo("UNSEALING")).body("results", nullValue());

        hall.press(lot, people.get(2)).statusCode(204);
        opensAll();
        var whole = PackageAudit.of(lot.tender(), "SUPERVISOR").report();
        assertThat(whole.verdict()).as("%s", whole).isEqualTo(Verdict.PROVED);
        assertThat(whole.falseBlames())
                .containsExactly("trustee 1 " + people.get(0).name() + ": bids/"
                        + blamed.path("bidId").asText() + "-1");
        var shown = PackageAudit.of(lot.tender(), "PUBLIC").report();
        assertThat(shown.falseBlames()).isEmpty();
    }

    @Test
    void aPressOfAnotherListOrOfAStrangerCountsForNothing() {
        var other = hall.pressDoc(lot, people.get(0)).put("bidList", "0".repeat(64));
        hall.send(lot, people.get(0), other).statusCode(422).body("code", equalTo("opening/foreign-list"));
        var agency = TestPerson.of(directory, "agency");
        agency.call()
                .body(agency.sign(hall.pressDoc(lot, people.get(0))))
                .post("/api/core/lots/" + lot.lot() + "/presses")
                .then()
                .statusCode(403);
        hall.of(lot).body("state", equalTo("UNSEALING"));
    }

    private void opensAll() {
        hall.await(lot, "OPENED").body("results", hasSize(3)).body("results.status", everyItem(equalTo("OPENED")));
    }
}
