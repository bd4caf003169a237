package cn.qifeng.trading.opening;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.trading.SandboxResource;
import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.clock.application.DueActs;
import cn.qifeng.trading.clock.application.MoveClock;
import cn.qifeng.trading.log.application.PublishHead;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.tender.domain.PublishedLot;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@DisplayName("Two openings at once 两个标段同时开标")
class OpeningsAtOnceTest {

    private static final int LETTER = (2 << 20) + 5;

    @Inject
    TestLots testLots;

    @Inject
    TestHall testHall;

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

    private PublishedLot one;
    private PublishedLot other;
    private List<TestPerson> people;

    @BeforeEach
    void publishTwoLots() {
        publishHead.now();
        one = testLots.publish(Duration.ofDays(21));
        other = testLots.publish(Duration.ofDays(21));
        people = TestPerson.of(directory, List.of("supervisor", "notary", "operator"));
        dueActs.runRound();
    }

    @Test
    void openEachItsOwnBidsWithReplacedAndWithdrawnOnesLeftOut() {
        var replaced = seal(one, "bidder1", null, 101_000_000L);
        var standing = seal(one, "bidder1", replaced, 99_000_000L);
        seal(one, "bidder2", null, 102_000_000L);
        seal(one, "bidder3", null, 103_000_000L);
        var withdrawn = seal(one, "bidder4", null, 104_000_000L);
        withdraw(one, "bidder4", withdrawn);
        seal(other, "bidder1", null, 201_000_000L);
        seal(other, "bidder2", null, 202_000_000L);
        seal(other, "bidder4", null, 204_000_000L);

        bringBothToThePresses();
        assertThat(states(one))
                .containsEntry(replaced.headerHash(), "REPLACED")
                .containsEntry(standing.headerHash(), "LIVE")
                .containsEntry(withdrawn.headerHash(), "WITHDRAWN")
                .hasSize(5);
        assertThat(states(other))
                .hasSize(3)
                .allSatisfy((hash, state) -> assertThat(state).isEqualTo("LIVE"));

        pressBothAtOnce();
        testHall.await(one, "OPENED");
        testHall.await(other, "OPENED");
        assertThat(prices(one)).containsExactlyInAnyOrder(99_000_000, 102_000_000, 103_000_000);
        assertThat(prices(other)).containsExactlyInAnyOrder(201_000_000, 202_000_000, 204_000_000);
        assertThat(testHall.types(one)).containsOnlyOnce("lot/opened", "lot/bid-list");
        assertThat(testHall.types(other)).containsOnlyOnce("lot/opened", "lot/bid-list");
    }

    @Test
    @DisplayName("a hall that was away finds all of it by the API alone, and the line tells it what it missed")
    void showTheSameToWhoeverComesBack() {
        for (String account : List.of("bidder1", "bidder2", "bidder3")) {
            seal(one, account, null, 101_000_000L);
            seal(other, account, null, 201_000_000L);
        }
        var stayed = LiveLine.open(one);
        long seen = comesBack(stayed, -1, "SCHEDULED");
        bringBothToThePresses();
        seen = comesBack(stayed, seen, "UNSEALING");
        testHall.press(one, people.get(0)).statusCode(204);
        seen = comesBack(stayed, seen, "UNSEALING");
        assertThat(hall(one).getList("trustees.pressedAt"))
                .filteredOn(at -> at != null)
                .hasSize(1);
        assertThat(hall(one).<Object>get("results")).isNull();
        testHall.press(one, people.get(1)).statusCode(204);
        testHall.await(one, "OPENED");
        comesBack(stayed, seen, "OPENED");
        assertThat(prices(one)).hasSize(3);
        testHall.of(other).body("state", equalTo("UNSEALING"));
        stayed.close();
    }

    @Test
    void tellThePricesOnTheLineWhenEnoughHavePressed() {
        for (String account : List.of("bidder1", "bidder2", "bidder3")) {
            seal(one, account, null, 101_000_000L);
            seal(other, account, null, 201_000_000L);
        }
        bringBothToThePresses();
        var line = LiveLine.open(one);
        testHall.press(one, people.get(0)).statusCode(204);
        testHall.press(one, people.get(1)).statusCode(204);
        line.await(hall -> hall.get("results") != null);
        line.close();
    }

    /** A hall opened anew is told the version that the API shows, which is past what it had seen; so is one that stayed. */
    private long comesBack(LiveLine stayed, long seen, String state) {
        var fresh = LiveLine.open(one);
        long told = fresh.version();
        fresh.close();
        var view = hall(one);
        assertThat(view.getString("state")).isEqualTo(state);
        assertThat(view.getLong("version")).isEqualTo(told).isGreaterThan(seen);
        stayed.awaitVersion(told);
        return told;
    }

    private void bringBothToThePresses() {
        moveClock.forward(Duration.ofDays(21).plusSeconds(2));
        testHall.await(one, "LISTED");
        testHall.await(other, "LISTED");
        moveClock.forward(Duration.ofSeconds(61));
        for (var lot : List.of(one, other)) {
            String draw = testHall.await(lot, "DRAWING").extract().path("draw.id");
            testHall.draw(lot, UUID.fromString(draw), people);
        }
        testHall.await(one, "UNSEALING");
        testHall.await(other, "UNSEALING");
    }

    private void pressBothAtOnce() {
        for (var trustee : people.subList(0, 2)) {
            var both = List.of(one, other).stream()
                    .map(lot -> {
                        var press = testHall.pressDoc(lot, trustee);
                        return CompletableFuture.runAsync(
                                () -> testHall.send(lot, trustee, press).statusCode(204));
                    })
                    .toList();
            both.forEach(CompletableFuture::join);
        }
    }

    private TestBid seal(PublishedLot lot, String account, TestBid former, long priceFen) {
        var bidder = TestPerson.of(directory, account);
        var client = new BidderClient(bidder, lot);
        var id = former == null
                ? TestBid.newBidId()
                : former.sealed().header().core().bidId();
        var bid = TestBid.seal(lot, keySets.of(lot), bidder.key(), id, former, priceFen, LETTER);
        client.seal(bid, client.upload(bid)).statusCode(200);
        return bid;
    }

    private void withdraw(PublishedLot lot, String account, TestBid bid) {
        var bidder = TestPerson.of(directory, account);
        var doc = testHall.doc(lot, "bid-withdrawal")
                .put("bidId", bid.bidId())
                .put("headerHash", bid.headerHash())
                .put("seq", bid.sealed().header().core().seq());
        bidder.call()
                .body(bidder.sign(doc))
                .post("/api/core/withdrawals")
                .then()
                .statusCode(200);
    }

    private static Map<String, String> states(PublishedLot lot) {
        var states = new HashMap<String, String>();
        for (Map<String, Object> bid : hall(lot).<Map<String, Object>>getList("bidList.list.bids")) {
            states.put((String) bid.get("headerHash"), (String) bid.get("state"));
        }
        return states;
    }

    private static List<Integer> prices(PublishedLot lot) {
        return hall(lot).getList("results.bid.priceFen");
    }

    static JsonPath hall(PublishedLot lot) {
        return given().get("/api/core/lots/" + lot.lot() + "/opening")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
