package cn.qifeng.trading.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.qifeng.auditor.Report.Verdict;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.trading.SandboxResource;
import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.clock.application.DueActs;
import cn.qifeng.trading.clock.application.MoveClock;
import cn.qifeng.trading.log.application.PublishHead;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.supervision.PackageAudit;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A platform that lost the bid of the first bidder before it took the list. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@DisplayName("A receipt that the list does not hold 回执未列入清单")
class MissingReceiptTest {

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
    DueActs dueActs;

    @Inject
    DataSource database;

    private PublishedLot lot;
    private TestPerson loser;
    private TestPerson entity;
    private TestPerson supervisor;
    private ObjectNode lost;
    private ObjectNode listed;

    @BeforeEach
    void loseABid() throws SQLException {
        publishHead.now();
        lot = testLots.publish(Duration.ofDays(21));
        dueActs.runRound();
        var before = rows();
        lost = seal("bidder1", 90_000_000L);
        var row = rows();
        row.removeAll(before);
        for (int i = 2; i <= 4; i++) {
            listed = seal("bidder" + i, 100_000_000L + i);
        }
        delete(row.iterator().next());
        loser = TestPerson.of(directory, "bidder1");
        entity = TestPerson.of(directory, "tenderer");
        supervisor = TestPerson.of(directory, "supervisor");
        moveClock.forward(Duration.ofDays(21).plusSeconds(2));
        hall.await(lot, "LISTED").body("bidList.list.bids", hasSize(3));
    }

    @Test
    void stopsTheOpeningUntilProcuringEntityAndSupervisorDecideTheSame() {
        bring(loser, lost).statusCode(204);
        moveClock.forward(Duration.ofSeconds(61));
        dueActs.runRound();
        hall.of(lot)
                .body("state", equalTo("LISTED"))
                .body("names", nullValue())
                .body("suspension.cause", equalTo("RECEIPT_MISSING"))
                .body("suspension.decided", equalTo(false));
        bring(loser, lost).statusCode(409).body("code", equalTo("opening/suspended"));

        var until = Moments.format(clock.now().plus(Duration.ofHours(1)));
        decide(TestPerson.of(directory, "agency"), until).statusCode(403);
        decide(supervisor, until).statusCode(204);
        decide(supervisor, until).statusCode(409).body("code", equalTo("opening/signed"));
        hall.of(lot).body("suspension.by", equalTo("SUPERVISOR")).body("suspension.decided", equalTo(false));
        decide(entity, null).statusCode(204);
        hall.of(lot).body("suspension.decided", equalTo(false));
        decide(supervisor, until).statusCode(204);
        decide(entity, until).statusCode(204);

        bring(loser, lost).statusCode(409).body("code", equalTo("opening/receipt-decided"));
        dueActs.runRound();
        hall.of(lot).body("state", equalTo("LISTED")).body("names", nullValue());
        moveClock.forward(Duration.ofSeconds(62));
        hall.await(lot, "DRAWING").body("names", hasSize(3));
    }

    @Test
    void endsTheLotWhenBothSaySoAndThePackageProvesIt() {
        bring(loser, lost).statusCode(204);
        decide(entity, null).statusCode(204);
        decide(supervisor, null).statusCode(204);
        hall.of(lot).body("state", equalTo("FAILED")).body("failed.count", equalTo(3));
        for (var cut : new String[] {"PUBLIC", "SUPERVISOR"}) {
            var report = PackageAudit.of(lot.tender(), cut).report();
            assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.PROVED);
        }
    }

    @Test
    void refusesAListedAForgedAndAForeignReceiptAndOneThatComesTooLate() {
        bring(TestPerson.of(directory, "bidder4"), listed)
                .statusCode(422)
                .body("code", equalTo("opening/receipt-listed"));
        bring(TestPerson.of(directory, "bidder2"), lost)
                .statusCode(422)
                .body("code", equalTo("opening/receipt"))
                .body("field", equalTo("bidder"));
        var forged = lost.deepCopy();
        ((ObjectNode) forged.get("doc")).put("seq", 2);
        bring(loser, forged).statusCode(422).body("code", equalTo("opening/receipt"));
        var own = Statement.of((ObjectNode) lost.get("doc").deepCopy(), loser.key())
                .toJson();
        bring(loser, own).statusCode(422).body("field", equalTo("sig"));

        moveClock.forward(Duration.ofSeconds(61));
        hall.await(lot, "DRAWING");
        bring(loser, lost).statusCode(409).body("code", equalTo("opening/wrong-step"));
    }

    private ObjectNode seal(String account, long priceFen) {
        var bidder = TestPerson.of(directory, account);
        var client = new BidderClient(bidder, lot);
        var bid = TestBid.seal(lot, keySets.of(lot), bidder.key(), TestBid.newBidId(), null, priceFen, 100);
        var body =
                client.seal(bid, client.upload(bid)).statusCode(200).extract().asByteArray();
        return CanonicalJson.decode(body);
    }

    private ValidatableResponse bring(TestPerson person, ObjectNode receipt) {
        var doc = hall.doc(lot, "missing-receipt");
        doc.set("receipt", receipt);
        return person.call()
                .body(person.sign(doc))
                .post("/api/core/lots/" + lot.lot() + "/missing-receipts")
                .then();
    }

    private ValidatableResponse decide(TestPerson person, String until) {
        String suspended = hall.of(lot).extract().path("suspension.entry");
        var doc = hall.doc(lot, "suspension-decision")
                .put("suspended", suspended)
                .put("until", until)
                .put("reason", "平台遗失一份封标");
        return person.call()
                .body(person.sign(doc))
                .post("/api/core/lots/" + lot.lot() + "/suspension-decisions")
                .then();
    }

    private Set<UUID> rows() throws SQLException {
        try (var connection = database.getConnection();
                var found = connection.createStatement().executeQuery("select id from bid")) {
            var rows = new HashSet<UUID>();
            while (found.next()) {
                rows.add(found.getObject(1, UUID.class));
            }
            return rows;
        }
    }

    private void delete(UUID row) throws SQLException {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement("delete from bid where id = ?")) {
            delete.setObject(1, row);
            assertThat(delete.executeUpdate()).isOne();
        }
    }
}
