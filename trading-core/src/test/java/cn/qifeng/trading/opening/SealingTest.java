package cn.qifeng.trading.opening;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trading.SandboxResource;
import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.bidding.application.ShowTraces;
import cn.qifeng.trading.bidding.application.ShownTraces.Look;
import cn.qifeng.trading.clock.application.MoveClock;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.application.PublishHead;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@DisplayName("Sealing 封标")
class SealingTest {

    private static final int LETTER = (1 << 20) + 5000;

    @Inject
    TestLots lots;

    @Inject
    Directory directory;

    @Inject
    PublishHead publishHead;

    @Inject
    Chain chain;

    @Inject
    MoveClock moveClock;

    @Inject
    ShowTraces traces;

    @Inject
    LotKeySets keySets;

    private TestPerson person;
    private KeySet set;
    private PublishedLot lot;
    private BidderClient client;

    @BeforeEach
    void publishALot() {
        publishHead.now();
        lot = lots.publish(Duration.ofDays(21));
        set = keySets.of(lot);
        person = TestPerson.of(directory, "bidder1");
        client = new BidderClient(person, lot);
    }

    @Test
    @DisplayName("R15 a seal before the deadline gets a receipt that proves itself")
    void givesAReceipt() {
        var bid = bid(TestBid.newBidId(), null, 100_000_000L);
        var receipt = receipt(
                client.seal(bid, client.upload(bid)).statusCode(200).extract().asByteArray());

        assertThat(receipt.verify().certificateId()).isNotEqualTo(person.key().certificateId());
        assertThat(receipt.doc().get("verdict").textValue()).isEqualTo("ON_TIME");
        assertThat(receipt.doc().get("headerHash").textValue()).isEqualTo(bid.headerHash());

        publishHead.always();
        mine().body("state", contains("LIVE")).body("[0].inclusion.contentHash", equalTo(receipt.hashHex()));
    }

    @Test
    @DisplayName("R15 a seal after the deadline is refused in writing")
    void refusesALateSeal() {
        var bid = bid(TestBid.newBidId(), null, 100_000_000L);
        var ticket = client.upload(bid);
        moveClock.forward(Duration.ofDays(21).plusSeconds(1));

        String refusal = client.seal(bid, ticket)
                .statusCode(409)
                .body("code", equalTo("bidding/late"))
                .body("law", equalTo("招标投标法 §28; 招标投标法实施条例 §36; 电子招标投标办法 §27"))
                .extract()
                .path("refusal");

        assertThat(receipt(refusal.getBytes(StandardCharsets.UTF_8)).verify()).isNotNull();
    }

    @Test
    @DisplayName("R16 a file that was not encrypted is refused at its first frame")
    void refusesPlainFiles() {
        var bid = bid(TestBid.newBidId(), null, 100_000_000L);
        var upload = client.open(bid);
        var frame = bid.frames().get(0);
        var plain = new byte[frame.bytes().length];
        System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, plain, 0, 9);

        client.put(upload, 1, 0, Sm3.hex(plain), plain).statusCode(422).body("code", equalTo("envelope/not-encrypted"));
    }

    @Test
    @DisplayName("R17 a withdrawal before the deadline has a receipt; after it, it would be a revocation")
    void withdrawsBeforeTheDeadlineOnly() {
        var bid = bid(TestBid.newBidId(), null, 100_000_000L);
        client.seal(bid, client.upload(bid)).statusCode(200);
        var statement = withdrawal(bid);

        var receipt = receipt(withdraw(statement).statusCode(200).extract().asByteArray());
        assertThat(receipt.doc().get("act").textValue()).isEqualTo("WITHDRAWN");
        mine().body("state", contains("WITHDRAWN"));
        assertThat(receipt(withdraw(statement).statusCode(200).extract().asByteArray())
                        .hashHex())
                .isEqualTo(receipt.hashHex());

        var next = TestBid.seal(
                lot, set, person.key(), bid.sealed().header().core().bidId(), bid, 1, 20);
        client.seal(next, client.upload(next)).statusCode(200);
        var late = withdrawal(next);
        moveClock.forward(Duration.ofDays(22));
        withdraw(late).statusCode(409).body("code", equalTo("bidding/revocation"));
    }

    @Test
    @DisplayName("R18 nobody sees who bids or how many before the opening, and every look is noted")
    void keepsTheListShut() {
        for (var role : List.of("supervisor", "system-admin", "centre", "agency", "audit-admin")) {
            given().auth()
                    .oauth2(TestTokens.of(role))
                    .get("/api/core/lots/" + lot.lot() + "/bids")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("bidding/secret-until-opening"));
        }
        given().get("/api/core/lots/" + lot.lot() + "/bids/count").then().statusCode(403);

        var looks = traces.of(lot.lot()).looks();
        assertThat(looks).hasSize(6).extracting(Look::what).contains("list", "count");
        assertThat(looks).extracting(Look::person).doesNotContainNull();
    }

    @Test
    void givesARepeatedRequestTheSameReceipt() {
        var bid = bid(TestBid.newBidId(), null, 100_000_000L);
        var ticket = client.upload(bid);
        var key = UUID.randomUUID().toString();
        var first = client.seal(bid, ticket, key).statusCode(200).extract().asString();

        client.seal(bid, ticket, key).statusCode(200).body(equalTo(first));
        client.seal(bid, ticket).statusCode(409).body("code", equalTo("bidding/header-used"));
    }

    @Test
    void replacesTheFormerBidAndKeepsOneStanding() {
        var id = TestBid.newBidId();
        var first = bid(id, null, 100_000_000L);
        client.seal(first, client.upload(first)).statusCode(200);
        var second = bid(id, first, 99_000_000L);
        var receipt = receipt(client.seal(second, client.upload(second))
                .statusCode(200)
                .extract()
                .asByteArray());

        mine().body("state", contains("REPLACED", "LIVE")).body("seq", contains(1, 2));
        assertThat(receipt.doc().get("prevReceipt").textValue()).isNotNull();

        var unrelated = bid(TestBid.newBidId(), null, 98_000_000L);
        client.seal(unrelated, client.upload(unrelated))
                .statusCode(422)
                .body("code", equalTo("envelope/wrong-sequence"))
                .body("refusal", notNullValue());
    }

    @Test
    void resumesAnUploadAndMissesNoFrame() {
        var bid = bid(TestBid.newBidId(), null, 100_000_000L);
        var upload = client.open(bid);
        client.put(upload, bid.frames().get(0)).statusCode(204);
        client.ticket(upload).statusCode(409).body("code", equalTo("bidding/upload-incomplete"));
        client.put(upload, bid.frames().get(0)).statusCode(204);

        person.call()
                .get("/api/core/uploads/" + upload)
                .then()
                .statusCode(200)
                .body("files[0].present", contains(0))
                .body("files[2].present", hasSize(0));

        var frame = bid.frames().get(2);
        client.put(upload, frame.n(), frame.i(), "00".repeat(32), frame.bytes())
                .statusCode(422)
                .body("code", equalTo("bidding/frame-differs"));
        var stranger = new BidderClient(TestPerson.of(directory, "bidder2"), lot);
        stranger.put(upload, frame).statusCode(404);
    }

    @Test
    void refusesTheTicketOfAnotherBidderAndAnEnvelopeForAnotherLot() {
        var bid = bid(TestBid.newBidId(), null, 100_000_000L);
        var ticket = client.upload(bid);
        var other = new BidderClient(TestPerson.of(directory, "bidder2"), lot);
        other.seal(bid, ticket).statusCode(422).body("code", equalTo("bidding/certificate"));

        var foreignLot = lots.publish(Duration.ofDays(21));
        var elsewhere = new BidderClient(person, foreignLot);
        elsewhere.seal(bid, elsewhere.upload(bid)).statusCode(422).body("code", equalTo("envelope/foreign-tender"));
    }

    private TestBid bid(byte[] id, TestBid former, long priceFen) {
        return TestBid.seal(lot, set, person.key(), id, former, priceFen, LETTER);
    }

    private ValidatableResponse mine() {
        return person.call().get("/api/core/bids/mine?lot=" + lot.lot()).then().statusCode(200);
    }

    private ValidatableResponse withdraw(Statement statement) {
        return person.call()
                .body(statement.toJson().toString())
                .post("/api/core/withdrawals")
                .then();
    }

    private Statement withdrawal(TestBid bid) {
        var head = chain.head(lot.tender()).orElseThrow();
        ObjectNode doc = CanonicalJson.object()
                .put("type", "bid-withdrawal")
                .put("v", 1)
                .put("tender", lot.tender().toString())
                .put("lot", lot.lot().toString())
                .put("bidId", bid.bidId())
                .put("headerHash", bid.headerHash())
                .put("seq", bid.sealed().header().core().seq());
        doc.putObject("seen").put("n", head.n()).put("hash", head.hash());
        return Statement.of(doc, person.key());
    }

    private static Statement receipt(byte[] json) {
        return Statement.from(CanonicalJson.read(json));
    }
}
