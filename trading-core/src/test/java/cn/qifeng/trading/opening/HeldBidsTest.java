package cn.qifeng.trading.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.qifeng.auditor.Report.Verdict;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.trading.SandboxResource;
import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.clock.application.DueActs;
import cn.qifeng.trading.clock.application.MoveClock;
import cn.qifeng.trading.clock.persistence.StoppedClock;
import cn.qifeng.trading.log.application.PublishHead;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.supervision.PackageAudit;
import cn.qifeng.trading.tender.domain.PublishedLot;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@DisplayName("Held bids and the decision over them 待核投标的裁定")
class HeldBidsTest {

    private static final Duration SOON = Duration.ofMinutes(10);

    /** Later than anything that a test reads from its stopped clock. */
    private static final Duration BEHIND = Duration.ofHours(1);

    @Inject
    TestLots lots;

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
    DueActs dueActs;

    private PublishedLot lot;
    private StoppedClock clock;
    private TestPerson entity;
    private TestPerson supervisor;

    @BeforeEach
    void publishALot() {
        publishHead.now();
        lot = lots.publish(SOON);
        dueActs.runRound();
        entity = TestPerson.of(directory, "tenderer");
        supervisor = TestPerson.of(directory, "supervisor");
        clock = StoppedClock.at(lot.deadline().minusSeconds(300));
        moveClock.forward(BEHIND);
    }

    @Test
    void anAdmittedReplacementReplacesWhenBothHaveSignedTheSame() {
        var first = seal("bidder1", null, 100_000_000L);
        seal("bidder2", null, 101_000_000L);
        seal("bidder3", null, 102_000_000L);
        sealHeld("bidder1", first, 90_000_000L);
        list().body("held.decided", equalTo(false))
                .body("held.bids", hasSize(1))
                .body("held.bids[0].boundMs", equalTo(600))
                .body("held.bids[0].admitted", nullValue());
        var other = TestPerson.of(directory, "agency");
        decide(other, true).statusCode(403);

        afterTheViewingTime();
        hall.of(lot).body("state", equalTo("LISTED")).body("names", nullValue());
        decide(entity, true).statusCode(204);
        decide(entity, true).statusCode(409).body("code", equalTo("opening/signed"));
        hall.of(lot).body("held.asked.by", equalTo("PROCURING_ENTITY")).body("held.asked.admitted", hasSize(1));
        decide(supervisor, false).statusCode(204);
        hall.of(lot).body("held.decided", equalTo(false)).body("held.asked.by", equalTo("SUPERVISOR"));
        decide(entity, true).statusCode(204);
        decide(supervisor, true).statusCode(204);

        assertThat(opened()).containsExactlyInAnyOrder(90_000_000, 101_000_000, 102_000_000);
        assertThat(hall.types(lot)).containsSubsequence("lot/bid-list", "lot/held-decided", "lot/names", "lot/opened");
        proved();
    }

    @Test
    void aRefusedReplacementLeavesTheFormerBidLive() {
        var first = seal("bidder1", null, 100_000_000L);
        seal("bidder2", null, 101_000_000L);
        seal("bidder3", null, 102_000_000L);
        sealHeld("bidder1", first, 90_000_000L);
        list();
        decide(entity, false).statusCode(204);
        decide(supervisor, false).statusCode(204);
        decide(supervisor, false).statusCode(409).body("code", equalTo("opening/wrong-step"));

        assertThat(opened()).containsExactlyInAnyOrder(100_000_000, 101_000_000, 102_000_000);
        proved();
    }

    @Test
    void aLotWithTooFewBidsLeftBehindTheDecisionFails() {
        seal("bidder1", null, 100_000_000L);
        seal("bidder2", null, 101_000_000L);
        sealHeld("bidder3", null, 102_000_000L);
        list().body("held.bids", hasSize(1));
        decide(entity, false).statusCode(204);
        decide(supervisor, false).statusCode(204);

        hall.of(lot).body("state", equalTo("FAILED")).body("failed.count", equalTo(2));
        proved();
    }

    @Test
    void aBidThatCameUnderAHeadTooLateIsHeld() {
        seal("bidder1", null, 100_000_000L);
        clock.to(lot.deadline().minusSeconds(30), 0);
        publishHead.always();
        seal("bidder2", null, 101_000_000L);
        seal("bidder3", null, 102_000_000L);

        list().body("held.bids", hasSize(1)).body("held.bids[0].stamp", notNullValue());
        decide(entity, true).statusCode(204);
        decide(supervisor, true).statusCode(204);

        assertThat(opened()).containsExactlyInAnyOrder(100_000_000, 101_000_000, 102_000_000);
        proved();
    }

    private TestBid seal(String account, TestBid former, long priceFen) {
        var bid = upload(account, former, priceFen);
        bid.client.seal(bid.bid, bid.ticket).statusCode(200).body("doc.verdict", equalTo("ON_TIME"));
        return bid.bid;
    }

    /** Its stamp straddles the deadline; what was sealed before is under a head in time. */
    private void sealHeld(String account, TestBid former, long priceFen) {
        var bid = upload(account, former, priceFen);
        publishHead.always();
        clock.to(lot.deadline().plusMillis(400), 600);
        bid.client.seal(bid.bid, bid.ticket).statusCode(200).body("doc.verdict", equalTo("HELD"));
    }

    private record Uploaded(BidderClient client, TestBid bid, String ticket) {}

    private Uploaded upload(String account, TestBid former, long priceFen) {
        var person = TestPerson.of(directory, account);
        var client = new BidderClient(person, lot);
        var id = former == null
                ? TestBid.newBidId()
                : former.sealed().header().core().bidId();
        var bid = TestBid.seal(lot, keySets.of(lot), person.key(), id, former, priceFen, 500);
        return new Uploaded(client, bid, client.upload(bid));
    }

    private ValidatableResponse list() {
        clock.to(lot.deadline().plusSeconds(20), 0);
        return hall.await(lot, "LISTED").body("held", notNullValue());
    }

    private void afterTheViewingTime() {
        clock.to(lot.deadline().plusSeconds(200), 0);
        dueActs.runRound();
    }

    private ValidatableResponse decide(TestPerson person, boolean admitted) {
        var shown = hall.of(lot).extract().jsonPath();
        var doc = hall.doc(lot, "held-decision")
                .put("bidList", shown.getString("bidList.hash"))
                .put("reason", "平台时钟误差跨越截止时间");
        var lines = doc.putArray("decisions");
        List<String> hashes = shown.getList("held.bids.headerHash");
        List<String> ids = shown.getList("held.bids.bidId");
        for (int i = 0; hashes != null && i < hashes.size(); i++) {
            lines.addObject()
                    .put("bidId", ids.get(i))
                    .put("headerHash", hashes.get(i))
                    .put("admitted", admitted);
        }
        return person.call()
                .body(person.sign(doc))
                .post("/api/core/lots/" + lot.lot() + "/held-decisions")
                .then();
    }

    /** Goes on to the prices. */
    private List<Integer> opened() {
        afterTheViewingTime();
        var people = TestPerson.of(directory, List.of("supervisor", "notary", "operator"));
        var draw =
                hall.await(lot, "DRAWING").body("names", hasSize(3)).extract().<String>path("draw.id");
        hall.draw(lot, UUID.fromString(draw), people);
        hall.await(lot, "UNSEALING");
        hall.press(lot, people.get(0)).statusCode(204);
        hall.press(lot, people.get(1)).statusCode(204);
        return hall.await(lot, "OPENED")
                .body("results.status", contains("OPENED", "OPENED", "OPENED"))
                .extract()
                .path("results.bid.priceFen");
    }

    private void proved() {
        for (String cut : List.of("SUPERVISOR", "PUBLIC")) {
            var report = PackageAudit.of(lot.tender(), cut).report();
            assertThat(report.verdict()).as("%s %s", cut, report).isEqualTo(Verdict.PROVED);
        }
    }
}
