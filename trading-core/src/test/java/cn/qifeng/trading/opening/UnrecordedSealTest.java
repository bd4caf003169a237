package cn.qifeng.trading.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

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
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A node that stamped a seal in time, and comes back with it when the bid list is taken. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@DisplayName("A seal received, not recorded 已收到、未记录的封标")
class UnrecordedSealTest {

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
    private ObjectNode refusal;

    @BeforeEach
    void publishALot() throws SQLException {
        publishHead.now();
        lot = testLots.publish(Duration.ofDays(21));
        dueActs.runRound();
        for (int i = 2; i <= 4; i++) {
            send("bidder" + i, 100_000_000L + i, false).statusCode(200);
        }
    }

    private void refuseASealInTime() throws SQLException {
        refusal = refusalOf(send("bidder1", 90_000_000L, true));
        passTheDeadline();
    }

    private void passTheDeadline() {
        moveClock.forward(Duration.ofDays(21).plusSeconds(2));
        hall.await(lot, "LISTED").body("bidList.list.bids", hasSize(3));
        dueActs.runRound();
    }

    @Test
    void stopsTheOpeningOnceUntilBothSidesDecideTheSame() throws SQLException {
        refuseASealInTime();
        hall.of(lot)
                .body("suspension.cause", equalTo("NOT_RECORDED"))
                .body("suspension.since", equalTo(refusal.at("/doc/stamp").textValue()))
                .body("suspension.decided", equalTo(false));
        moveClock.forward(Duration.ofSeconds(61));
        dueActs.runRound();
        hall.of(lot).body("state", equalTo("LISTED"));

        var until = Moments.format(clock.now().plus(Duration.ofHours(1)));
        decide("supervisor", until).statusCode(204);
        hall.of(lot).body("suspension.decided", equalTo(false));
        decide("tenderer", until).statusCode(204);
        dueActs.runRound();
        moveClock.forward(Duration.ofSeconds(62));
        hall.await(lot, "DRAWING").body("names", hasSize(3)).body("suspension.decided", equalTo(true));
    }

    @Test
    void stopsOverAWithdrawalToo() throws SQLException {
        var bidder = TestPerson.of(directory, "bidder2");
        String bidId = bidder.call()
                .get("/api/core/bids/mine?lot=" + lot.lot())
                .then()
                .extract()
                .path("[0].bidId");
        String headerHash = bidder.call()
                .get("/api/core/bids/mine?lot=" + lot.lot())
                .then()
                .extract()
                .path("[0].headerHash");
        var doc = hall.doc(lot, "bid-withdrawal")
                .put("bidId", bidId)
                .put("headerHash", headerHash)
                .put("seq", 1);
        freeze();
        refusal = refusalOf(bidder.call()
                .body(bidder.sign(doc))
                .post("/api/core/withdrawals")
                .then());
        assertThat(refusal.at("/doc/type").textValue()).isEqualTo("withdrawal-refusal");
        passTheDeadline();
        hall.of(lot)
                .body("suspension.cause", equalTo("NOT_RECORDED"))
                .body("suspension.since", equalTo(refusal.at("/doc/stamp").textValue()));
    }

    @Test
    void endsTheLotWhenBothSaySoAndThePackageProvesIt() throws SQLException {
        refuseASealInTime();
        decide("tenderer", null).statusCode(204);
        decide("supervisor", null).statusCode(204);
        hall.of(lot).body("state", equalTo("FAILED")).body("failed.count", equalTo(3));
        for (var cut : new String[] {"PUBLIC", "SUPERVISOR"}) {
            var report = PackageAudit.of(lot.tender(), cut).report();
            assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.PROVED);
        }
    }

    /** The list is taken between the upload and the seal, which no clock of this machine can bring about. */
    private ValidatableResponse send(String account, long priceFen, boolean listTaken) throws SQLException {
        var bidder = TestPerson.of(directory, account);
        var client = new BidderClient(bidder, lot);
        var bid = TestBid.seal(lot, keySets.of(lot), bidder.key(), TestBid.newBidId(), null, priceFen, 100);
        var ticket = client.upload(bid);
        if (listTaken) {
            freeze();
        }
        return client.seal(bid, ticket);
    }

    private ObjectNode refusalOf(ValidatableResponse answer) {
        String signed = answer.statusCode(409)
                .body("code", equalTo("bidding/frozen"))
                .extract()
                .path("refusal");
        return CanonicalJson.decode(signed.getBytes(StandardCharsets.UTF_8));
    }

    private void freeze() throws SQLException {
        try (var connection = database.getConnection();
                var freeze = connection.prepareStatement("update lot_key set frozen = true where lot = ?")) {
            freeze.setObject(1, lot.lot().value());
            assertThat(freeze.executeUpdate()).isOne();
        }
    }

    private ValidatableResponse decide(String account, String until) {
        var person = TestPerson.of(directory, account);
        String suspended = hall.of(lot).extract().path("suspension.entry");
        var doc = hall.doc(lot, "suspension-decision")
                .put("suspended", suspended)
                .put("until", until)
                .put("reason", "平台停机");
        return person.call()
                .body(person.sign(doc))
                .post("/api/core/lots/" + lot.lot() + "/suspension-decisions")
                .then();
    }
}
