package cn.qifeng.trading.opening;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.qifeng.auditor.Report.Verdict;
import cn.qifeng.kit.sql.Sql;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.trading.SandboxResource;
import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.bidding.domain.LotKeys;
import cn.qifeng.trading.bidding.domain.Traces;
import cn.qifeng.trading.clock.application.DueActs;
import cn.qifeng.trading.clock.application.MoveClock;
import cn.qifeng.trading.clock.application.PlatformClock;
import cn.qifeng.trading.log.application.PublishHead;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.supervision.PackageAudit;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.envelope.BidHeader;
import cn.qifeng.trust.envelope.BidOpener;
import cn.qifeng.trust.envelope.BidRelease;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@DisplayName("Opening in mode BIDDERS 投标人自解密开标")
class ReleaseTest {

    private static final int MINUTES = 30;

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
    PlatformClock clock;

    @Inject
    DueActs dueActs;

    @Inject
    Sql sql;

    @Inject
    Traces traces;

    @Inject
    LotKeys lotKeys;

    @Inject
    ObjectMapper json;

    private final Map<String, TestBid> bids = new LinkedHashMap<>();
    private PublishedLot lot;
    private List<TestPerson> people;

    @BeforeEach
    void publishALot() {
        publishHead.now();
        lot = testLots.publishForRelease(Duration.ofDays(21), MINUTES);
        people = TestPerson.of(directory, List.of("supervisor", "notary", "operator"));
        dueActs.runRound();
    }

    @Test
    void opensWhatWasReleasedAndRevokesWhatItsBidderDidNotRelease() {
        openTheWindow(4);
        var first = release("bidder1").statusCode(200).extract().jsonPath();
        assertThat(first.getString("doc.type")).isEqualTo("release-receipt");
        assertThat(first.getString("doc.bidId")).isEqualTo(bids.get("bidder1").bidId());
        release("bidder1").statusCode(409).body("code", equalTo("opening/released"));
        release("bidder2").statusCode(200);
        releaseOfAnothersBidIsRefused();
        release("bidder3").statusCode(200);
        hall.of(lot)
                .body("release.bids.releasedAt.findAll { it != null }", hasSize(3))
                .body("draw", nullValue())
                .body("events.findAll { it.type == 'lot/released' }.body", hasItem(nullValue()));

        moveClock.forward(Duration.ofMinutes(MINUTES).plusSeconds(2));
        press(hall.await(lot, "DRAWING")
                .body(
                        "release.bids.find { it.bidId == '"
                                + bids.get("bidder4").bidId() + "' }.outcome",
                        equalTo("REVOKED")));
        hall.await(lot, "OPENED").body("results.findAll { it.status == 'OPENED' }", hasSize(3));
        var missing = result("bidder4");
        assertThat(missing.getString("status")).isEqualTo("REVOKED");
        assertThat(missing.getString("finding")).isEqualTo("opening/foreign-release");
        assertThat(missing.getString("bid")).isNull();
        assertThat(hall.types(lot))
                .containsSubsequence(
                        "lot/bid-list", "lot/names", "lot/released", "lot/release-list", "draw/opened", "lot/pressed");
        record();
        auditsAllCuts();
        theNoticeCallsItRevokedAndNotInvalid();
    }

    private void theNoticeCallsItRevokedAndNotInvalid() {
        given().get("/notices/" + lot.tender() + "/opening")
                .then()
                .statusCode(200)
                .body(containsString("未解密，视为撤销"), not(containsString("无效")));
    }

    @Test
    void takesNoReleaseBehindTheWindowUnlessTwoPersonsMadeItLonger() {
        openTheWindow(3);
        release("bidder1").statusCode(200);
        release("bidder2").statusCode(200);
        var until = clock.now().plus(Duration.ofMinutes(MINUTES + 20));
        extend("agency", until).statusCode(204);
        extend("agency", until).statusCode(409).body("code", equalTo("opening/signed"));
        hall.of(lot).body("release.asked.by", equalTo("AGENCY"));
        extend("supervisor", until).statusCode(204);
        extend("bidder1", until).statusCode(403);

        moveClock.forward(Duration.ofMinutes(MINUTES + 10));
        dueActs.runRound();
        release("bidder3").statusCode(200);
        moveClock.forward(Duration.ofMinutes(11));
        press(hall.await(lot, "DRAWING"));
        hall.await(lot, "OPENED").body("results.findAll { it.status == 'OPENED' }", hasSize(3));
        assertThat(hall.types(lot)).contains("lot/release-extended");
        record();
        auditsAllCuts();
    }

    @Test
    void withdrawsWhatAnOutageKeptFromBeingReleasedAndWaitsForTwoPersonsFirst() {
        openTheWindow(4);
        release("bidder1").statusCode(200);
        release("bidder2").statusCode(200);
        release("bidder3").statusCode(200);
        anOutageOf(Duration.ofSeconds(90));
        moveClock.forward(Duration.ofMinutes(MINUTES).plusSeconds(2));
        dueActs.runRound();
        hall.of(lot).body("state", equalTo("RELEASING")).body("release.paused", equalTo(true));

        moveClock.forward(Duration.ofSeconds(61));
        press(hall.await(lot, "DRAWING"));
        hall.await(lot, "OPENED");
        assertThat(result("bidder4").getString("status")).isEqualTo("DEEMED_WITHDRAWN");
        assertThat(result("bidder4").getString("finding")).isEqualTo("service-outage");
        record();
        auditsAllCuts();
    }

    @Test
    void namesTheReleaseThatDoesNotOpenItsEnvelopeAsInvalid() {
        openTheWindow(3);
        release("bidder1").statusCode(200);
        release("bidder2").statusCode(200);
        var other =
                TestBid.seal(lot, keySets.of(lot), person("bidder3").key(), TestBid.newBidId(), null, 1_000_000L, 100);
        send("bidder3", releaseDoc("bidder3", other.sealed().header(), other.ownKey()))
                .statusCode(200);
        moveClock.forward(Duration.ofMinutes(MINUTES).plusSeconds(2));
        var drawing = hall.await(lot, "DRAWING");
        hall.draw(lot, UUID.fromString(drawing.extract().path("draw.id")), people);
        hall.await(lot, "UNSEALING");
        people.forEach(trustee -> hall.press(lot, trustee).statusCode(204));
        hall.await(lot, "OPENED");
        assertThat(result("bidder3").getString("status")).isEqualTo("INVALID");
        assertThat(result("bidder3").getString("finding")).isEqualTo("envelope/too-few-shares");
        record();
        auditsAllCuts();
    }

    @Test
    void stopsOverASealThatShowsUpWhileBidsAreReleasedAndGivesTheTimeBack() {
        openTheWindow(3);
        release("bidder1").statusCode(200);
        aSealShowsUp();
        dueActs.runRound();
        hall.of(lot).body("suspension.cause", equalTo("NOT_RECORDED")).body("state", equalTo("RELEASING"));
        given().spec(person("bidder2").call())
                .get(path("/releases/to-do"))
                .then()
                .statusCode(409)
                .body("code", equalTo("opening/suspended"));
        moveClock.forward(Duration.ofMinutes(MINUTES).plusSeconds(2));
        dueActs.runRound();
        hall.of(lot).body("state", equalTo("RELEASING"));

        decide("supervisor");
        decide("tenderer");
        release("bidder2").statusCode(200);
        release("bidder3").statusCode(200);
        moveClock.forward(Duration.ofMinutes(MINUTES).plusSeconds(2));
        press(hall.await(lot, "DRAWING"));
        hall.await(lot, "OPENED").body("results.findAll { it.status == 'OPENED' }", hasSize(3));
        record();
        auditsAllCuts();
    }

    private void aSealShowsUp() {
        var doc = CanonicalJson.object()
                .put("stamp", Moments.format(lot.deadline().minusSeconds(1)));
        var trace = CanonicalJson.object();
        trace.set("doc", doc);
        QuarkusTransaction.requiringNew()
                .run(() -> traces.add(lotKeys.of(lot.lot()).orElseThrow(), Traces.Kind.UNRECORDED, List.of(trace)));
    }

    private void decide(String account) {
        var person = person(account);
        var doc = hall.doc(lot, "suspension-decision")
                .put("suspended", hall.of(lot).extract().<String>path("suspension.entry"))
                .put("until", Moments.format(lot.deadline().plus(Duration.ofDays(1))))
                .put("reason", "平台停机");
        person.call()
                .body(person.sign(doc))
                .post(path("/suspension-decisions"))
                .then()
                .statusCode(204);
    }

    private void openTheWindow(int bidders) {
        for (int i = 1; i <= bidders; i++) {
            seal("bidder" + i, 100_000_000L + i * 1_000_000L);
        }
        moveClock.forward(Duration.ofDays(21).plusSeconds(2));
        hall.await(lot, "LISTED");
        moveClock.forward(Duration.ofSeconds(61));
        hall.await(lot, "RELEASING").body("names", hasSize(bidders)).body("draw", nullValue());
    }

    private void releaseOfAnothersBidIsRefused() {
        var own = bids.get("bidder2").sealed().header();
        var foreign = releaseDoc("bidder2", own, bids.get("bidder2").ownKey());
        var bidder = person("bidder4");
        bidder.call()
                .body(Statement.of(foreign, bidder.key()).toJson().toString())
                .post(path("/releases"))
                .then()
                .statusCode(422)
                .body("code", equalTo("opening/foreign-release"))
                .body("field", equalTo("bidId"));
    }

    private void press(ValidatableResponse drawing) {
        hall.draw(lot, UUID.fromString(drawing.extract().path("draw.id")), people);
        hall.await(lot, "UNSEALING").body("results", nullValue());
        var forEverything = hall.pressDoc(lot, people.get(0));
        forEverything.remove("releaseList");
        hall.send(lot, people.get(0), forEverything).statusCode(422);
        hall.press(lot, people.get(0)).statusCode(204);
        hall.press(lot, people.get(2)).statusCode(204);
    }

    private void record() {
        moveClock.forward(Duration.ofSeconds(61));
        hall.await(lot, "OPENED");
        dueActs.runRound();
        hall.sign(lot, person("supervisor")).statusCode(204);
        hall.sign(lot, person("agency")).statusCode(204);
        hall.await(lot, "RECORDED");
    }

    private void auditsAllCuts() {
        for (String cut : List.of("PUBLIC", "SUPERVISOR")) {
            var audit = PackageAudit.of(lot.tender(), cut);
            assertThat(audit.report().verdict()).as("%s", audit.report()).isEqualTo(Verdict.PROVED);
        }
    }

    private JsonPath result(String account) {
        var all = hall.of(lot).extract().jsonPath();
        return new JsonPath(json.valueToTree(all.getMap(
                        "results.find { it.bidId == '" + bids.get(account).bidId() + "' }"))
                .toString());
    }

    private void anOutageOf(Duration length) {
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        "update release_beat set beat_at = ? where lot = ?",
                        clock.read().machine().minus(length),
                        lot.lot().value()));
        dueActs.runRound();
    }

    private ValidatableResponse release(String account) {
        return send(
                account,
                releaseDoc(
                        account,
                        bids.get(account).sealed().header(),
                        bids.get(account).ownKey()));
    }

    private ValidatableResponse send(String account, ObjectNode doc) {
        var bidder = person(account);
        return bidder.call()
                .body(Statement.of(doc, bidder.key()).toJson().toString())
                .post(path("/releases"))
                .then();
    }

    /** The doc of a release of the account's listed bid, with the wraps of {@code header}. */
    private ObjectNode releaseDoc(String account, BidHeader header, BigInteger ownKey) {
        JsonPath toDo = person(account)
                .call()
                .get(path("/releases/to-do"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(Sm3.hex(Base64.getDecoder().decode(toDo.getString("header"))))
                .isEqualTo(toDo.getString("headerHash"));
        var head = json.<ObjectNode>valueToTree(toDo.getMap("checkpoint.head"));
        var wraps = new BidOpener(new Sm4Gcm()).release(header, keySets.of(lot), ownKey);
        var doc = new BidRelease(
                        lot.tender().value(),
                        lot.lot().value(),
                        toDo.getString("bidId"),
                        toDo.getString("headerHash"),
                        toDo.getString("bidList"),
                        Sm3.hex(CanonicalJson.encode(head)),
                        toDo.getString("trusteeSet"),
                        wraps)
                .toDoc();
        return hall.seen(lot, doc);
    }

    private ValidatableResponse extend(String account, Instant until) {
        var person = person(account);
        var doc = hall.doc(lot, "release-extension")
                .put("closesAt", Moments.format(until))
                .put("reason", "部分投标人网络中断");
        return person.call()
                .body(person.sign(doc))
                .post(path("/releases/extensions"))
                .then();
    }

    private void seal(String account, long priceFen) {
        var bidder = person(account);
        var client = new BidderClient(bidder, lot);
        var bid = TestBid.seal(lot, keySets.of(lot), bidder.key(), TestBid.newBidId(), null, priceFen, 3000);
        assertThat(bid.sealed().header().trustees()).isEmpty();
        client.seal(bid, client.upload(bid)).statusCode(200);
        bids.put(account, bid);
    }

    private TestPerson person(String account) {
        return TestPerson.of(directory, account);
    }

    private String path(String below) {
        return "/api/core/lots/" + lot.lot() + below;
    }
}
