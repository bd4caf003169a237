package cn.qifeng.trading.opening;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.qifeng.auditor.Report.Verdict;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trading.SandboxResource;
import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.clock.application.DueActs;
import cn.qifeng.trading.clock.application.MoveClock;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.application.PublishHead;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.supervision.PackageAudit;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@DisplayName("A lot with fewer than three bids 流标")
class FailedLotTest {

    @Inject
    TestLots lots;

    @Inject
    Directory directory;

    @Inject
    PublishHead publishHead;

    @Inject
    LotKeySets keySets;

    @Inject
    Chain chain;

    @Inject
    MoveClock moveClock;

    @Inject
    DueActs dueActs;

    @Inject
    Stored stored;

    private final List<TestBid> bids = new ArrayList<>();
    private PublishedLot lot;
    private long objects;

    /** Two live bids, and a third one that was withdrawn in time: three envelopes, two bids. */
    @BeforeEach
    void letTwoBidsReachTheDeadline() {
        publishHead.now();
        dueActs.runRound(); // lots that other tests left behind their deadlines lose their objects now, not meanwhile
        objects = stored.now().get("objects");
        lot = lots.publish(Duration.ofDays(21));
        seal("bidder1");
        seal("bidder2");
        seal("bidder3");
        withdraw("bidder3", bids.get(2));
        dueActs.runRound();
        assertThat(stored.now().get("objects")).isEqualTo(objects + 9);
        moveClock.forward(Duration.ofDays(21).plusSeconds(2));
        dueActs.runRound();
    }

    @Test
    @DisplayName("the hall tells the count and nothing else, and the notice is published")
    void everybodyReadsThatTheLotFailedAndWhy() {
        hall().body("state", equalTo("FAILED"))
                .body("failed.count", equalTo(2))
                .body("bidList", nullValue())
                .body("names", nullValue())
                .body("results", nullValue());
        given().get("/api/core/public/tenders/" + lot.tender())
                .then()
                .statusCode(200)
                .body("tender.stage", equalTo("FAILED"))
                .body("notices.kind", contains("failed"));
        given().get("/notices/" + lot.tender() + "/failed")
                .then()
                .statusCode(200)
                .body(containsString("流标公告"), containsString("为 2 个，少于三个，依法不开标，封套不启封"))
                .body(not(containsString(TestPerson.of(directory, "bidder1").name())));
        given().get("/notices/" + lot.tender() + "/opening").then().statusCode(404);
    }

    @Test
    @DisplayName("the envelopes stay shut: no press, no draw, no file, and the frames are gone")
    void nobodyOpensTheEnvelopes() {
        for (var account : List.of("supervisor", "notary", "operator")) {
            var trustee = TestPerson.of(directory, account);
            trustee.call()
                    .get("/api/core/lots/" + lot.lot() + "/presses/to-do")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("opening/failed"));
            var press =
                    seen("trustee-press").put("set", keySets.of(lot).idHex()).put("bidList", "00".repeat(32));
            press.putArray("shares");
            trustee.call()
                    .body(trustee.sign(press))
                    .post("/api/core/lots/" + lot.lot() + "/presses")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("opening/failed"));
        }
        for (var bid : bids) {
            given().auth()
                    .oauth2(TestTokens.ofService("remote-evaluation"))
                    .get("/internal/lots/" + lot.lot() + "/bids/" + bid.bidId() + "/files/1")
                    .then()
                    .statusCode(409);
        }
        assertThat(stored.now().get("objects")).as("frames").isEqualTo(objects);
        var whole = PackageAudit.of(lot.tender(), "SUPERVISOR");
        assertThat(whole.report().verdict()).as("%s", whole.report()).isEqualTo(Verdict.PROVED);
        assertThat(whole.names()).noneMatch(name -> name.startsWith("bids/"));
        assertThat(chain.entries(lot.tender()))
                .extracting(entry -> entry.type())
                .contains("lot/failed")
                .doesNotContain("lot/bid-list", "lot/names", "draw/opened", "lot/pressed", "lot/opened");
    }

    @Test
    @DisplayName("each bidder keeps its receipts and sees its own envelope, and nobody bids any more")
    void biddersKeepWhatIsTheirsAndNobodyBidsAnyMore() {
        mine("bidder1")
                .body("state", contains("LIVE"))
                .body("[0].headerHash", equalTo(bids.get(0).headerHash()))
                .body("receipt.doc.verdict", everyItem(equalTo("ON_TIME")))
                .body("[0].inclusion", notNullValue());
        mine("bidder3").body("state", contains("WITHDRAWN")).body("[0].withdrawal.doc.act", equalTo("WITHDRAWN"));
        mine("bidder4").body("", hasSize(0));

        var late = TestPerson.of(directory, "bidder4");
        var client = new BidderClient(late, lot);
        var bid = TestBid.seal(lot, keySets.of(lot), late.key(), TestBid.newBidId(), null, 1_000L, 20);
        late.call()
                .body(Map.of("lotId", lot.lot().toString(), "files", List.of(empty(1), empty(2))))
                .post("/api/core/uploads")
                .then()
                .statusCode(409)
                .body("code", equalTo("bidding/frozen"));
        client.seal(bid, "none").statusCode(409).body("code", equalTo("bidding/late"));
    }

    private static Map<String, Integer> empty(int n) {
        return Map.of("n", n, "length", 0, "frameCount", 1);
    }

    private void seal(String account) {
        var bidder = TestPerson.of(directory, account);
        var client = new BidderClient(bidder, lot);
        var bid = TestBid.seal(lot, keySets.of(lot), bidder.key(), TestBid.newBidId(), null, 100_000_000L, 20);
        client.seal(bid, client.upload(bid)).statusCode(200);
        bids.add(bid);
    }

    private void withdraw(String account, TestBid bid) {
        var bidder = TestPerson.of(directory, account);
        var doc = seen("bid-withdrawal")
                .put("bidId", bid.bidId())
                .put("headerHash", bid.headerHash())
                .put("seq", 1);
        bidder.call()
                .body(Statement.of(doc, bidder.key()).toJson().toString())
                .post("/api/core/withdrawals")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse hall() {
        return given().get("/api/core/lots/" + lot.lot() + "/opening").then().statusCode(200);
    }

    private ValidatableResponse mine(String account) {
        return TestPerson.of(directory, account)
                .call()
                .get("/api/core/bids/mine?lot=" + lot.lot())
                .then()
                .statusCode(200);
    }

    private ObjectNode seen(String type) {
        var head = chain.head(lot.tender()).orElseThrow();
        var doc = CanonicalJson.object()
                .put("type", type)
                .put("v", 1)
                .put("tender", lot.tender().toString())
                .put("lot", lot.lot().toString());
        doc.putObject("seen").put("n", head.n()).put("hash", head.hash());
        return doc;
    }
}
