package cn.qifeng.trading.opening;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.qifeng.auditor.Report.Verdict;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trading.OfficialPaper;
import cn.qifeng.trading.SandboxResource;
import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.clock.application.DueActs;
import cn.qifeng.trading.clock.application.MoveClock;
import cn.qifeng.trading.log.application.PublishHead;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.supervision.PackageAudit;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trading.tender.domain.Stage;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@DisplayName("Opening of a lot 开标")
class OpeningTest {

    @Inject
    TestLots testLots;

    @Inject
    TestHall testHall;

    @Inject
    Lots lots;

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

    private final List<TestBid> bids = new ArrayList<>();
    private PublishedLot lot;
    private List<TestPerson> people;

    @BeforeEach
    void publishALot() {
        publishHead.now();
        lot = testLots.publish(Duration.ofDays(21));
        people = TestPerson.of(directory, List.of("supervisor", "notary", "operator"));
        dueActs.runRound();
    }

    @Test
    void goesFromSealedBidsToASignedRecord() {
        seal("bidder1", 101_000_000L);
        seal("bidder2", 102_000_000L);
        seal("bidder3", 103_000_000L);
        hall().body("state", equalTo("SCHEDULED")).body("bidList", nullValue());
        tellsOfNoBidBeforeTheOpening();

        moveClock.forward(Duration.ofDays(21).plusSeconds(2));
        await("LISTED").body("bidList.list.bids", hasSize(3)).body("names", nullValue());
        PackageAudit.get(lot.tender(), "PUBLIC").statusCode(409).body("code", equalTo("supervision/opening-runs"));
        partyCut(TestPerson.of(directory, "bidder1")).statusCode(409).body("code", equalTo("supervision/opening-runs"));
        moveClock.forward(Duration.ofSeconds(61));
        var drawId = await("DRAWING").body("names", hasSize(3)).extract().<String>path("draw.id");
        testHall.draw(lot, UUID.fromString(drawId), people);
        await("UNSEALING").body("results", nullValue());
        assertThat(owes(people.get(0))).contains("opening/press");

        press(people.get(0)).statusCode(204);
        press(people.get(0)).statusCode(409).body("code", equalTo("opening/pressed"));
        assertThat(owes(people.get(0))).doesNotContain("opening/press");
        hall().body("state", equalTo("UNSEALING")).body("results", nullValue());
        press(people.get(1)).statusCode(204);
        await("OPENED").body("results.status", org.hamcrest.Matchers.everyItem(equalTo("OPENED")));
        assertThat(prices()).containsExactlyInAnyOrder(101_000_000, 102_000_000, 103_000_000);

        objectAndAnswer();
        moveClock.forward(Duration.ofSeconds(61));
        sign("supervisor").statusCode(204);
        sign("bidder1").statusCode(204);
        sign("agency").statusCode(204);
        await("RECORDED").body("record.signatures", hasSize(3));
        assertThat(stage()).isEqualTo(Stage.EVALUATING);
        assertThat(types())
                .containsSubsequence(
                        "lot/bid-list", "lot/names", "draw/result", "lot/pressed", "lot/opened", "lot/opening-record");
        givesOutOpenedFilesToServicesOnly();
        packagesWhatAnyoneCanCheck();
    }

    private void tellsOfNoBidBeforeTheOpening() {
        for (String account : List.of("bidder1", "bidder5")) {
            partyCut(TestPerson.of(directory, account))
                    .statusCode(409)
                    .body("code", equalTo("supervision/no-party-cut"));
        }
        var before = PackageAudit.of(lot.tender(), "SUPERVISOR");
        assertThat(before.report().verdict()).as("%s", before.report()).isEqualTo(Verdict.PROVED);
        assertThat(before.names()).noneMatch(name -> name.startsWith("bids/"));
    }

    private List<String> owes(TestPerson person) {
        return given().auth()
                .oauth2(person.token())
                .get("/api/core/tasks/mine")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("findAll { it.lot == '%s' }.code".formatted(lot.lot()), String.class);
    }

    @Test
    void failsWithTwoBidsAndOpensNone() {
        seal("bidder1", 101_000_000L);
        seal("bidder2", 102_000_000L);
        moveClock.forward(Duration.ofDays(21).plusSeconds(2));

        await("FAILED").body("failed.count", equalTo(2)).body("bidList", nullValue());
        assertThat(types()).contains("lot/failed").doesNotContain("lot/bid-list", "lot/opened");
        assertThat(stage()).isEqualTo(Stage.FAILED);
        for (String cut : List.of("PUBLIC", "SUPERVISOR")) {
            var failed = PackageAudit.of(lot.tender(), cut);
            assertThat(failed.report().verdict()).as("%s", failed.report()).isEqualTo(Verdict.PROVED);
            assertThat(failed.report().attested()).anyMatch(line -> line.contains("how many bids"));
            assertThat(failed.names()).noneMatch(name -> name.startsWith("bids/"));
        }
    }

    private void seal(String account, long priceFen) {
        var bidder = TestPerson.of(directory, account);
        var client = new BidderClient(bidder, lot);
        var bid = TestBid.seal(lot, keySets.of(lot), bidder.key(), TestBid.newBidId(), null, priceFen, 3000);
        client.seal(bid, client.upload(bid)).statusCode(200);
        bids.add(bid);
    }

    private void objectAndAnswer() {
        var bidder = TestPerson.of(directory, "bidder2");
        String id = bidder.call()
                .body(bidder.sign(doc("opening-objection").put("text", "请核对本公司工期")))
                .post("/api/core/lots/" + lot.lot() + "/objections")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        var agency = TestPerson.of(directory, "agency");
        agency.call()
                .body(agency.sign(
                        doc("opening-objection-answer").put("objection", id).put("text", "经核对无误")))
                .post("/api/core/lots/" + lot.lot() + "/objections/" + id + "/answer")
                .then()
                .statusCode(204);
    }

    private void givesOutOpenedFilesToServicesOnly() {
        var bid = bids.get(0);
        var path = "/internal/lots/" + lot.lot() + "/bids/" + bid.bidId() + "/files/3";
        byte[] letter = given().auth()
                .oauth2(TestTokens.ofService("remote-evaluation"))
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(letter).isEqualTo(bid.letter());
        var part = given().auth()
                .oauth2(TestTokens.ofService("remote-evaluation"))
                .header("Range", "bytes=2-5")
                .get(path)
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes 2-5/" + letter.length)
                .extract()
                .asByteArray();
        assertThat(part).isEqualTo(Arrays.copyOfRange(letter, 2, 6));
        given().auth()
                .oauth2(TestTokens.ofService("remote-evaluation"))
                .header("Range", "bytes=" + letter.length + "-")
                .get(path)
                .then()
                .statusCode(422)
                .body("code", equalTo("opening/no-such-range"));
        given().auth().oauth2(TestTokens.of("supervisor")).get(path).then().statusCode(403);
    }

    private void packagesWhatAnyoneCanCheck() {
        publishesASealedRecord();
        var shown = PackageAudit.of(lot.tender(), "PUBLIC");
        assertThat(shown.report().verdict()).as("%s", shown.report()).isEqualTo(Verdict.PROVED);
        assertThat(shown.report().withheld()).hasSize(2).allMatch(entry -> entry.endsWith("lot/pressed"));
        assertThat(shown.names())
                .filteredOn(name -> name.endsWith(".enc"))
                .hasSize(3)
                .allMatch(name -> name.endsWith("/1.enc"));

        var whole = PackageAudit.of(lot.tender(), "SUPERVISOR");
        assertThat(whole.report().verdict()).as("%s", whole.report()).isEqualTo(Verdict.PROVED);
        assertThat(whole.report().withheld()).isEmpty();
        assertThat(whole.names()).filteredOn(name -> name.endsWith(".enc")).hasSize(9);

        givesEachBidderItsOwnCutOnly();
        given().get("/api/core/tenders/" + lot.tender() + "/package?cut=SUPERVISOR")
                .then()
                .statusCode(401);
    }

    private void givesEachBidderItsOwnCutOnly() {
        var first = TestPerson.of(directory, "bidder1");
        var own = PackageAudit.of(partyCut(first));
        assertThat(own.report().verdict()).as("%s", own.report()).isEqualTo(Verdict.PROVED);
        var bid = bids.get(0).bidId();
        assertThat(own.names()).contains("bids/" + bid + "-1/3.enc");
        assertThat(own.names())
                .filteredOn(name -> name.endsWith(".enc") && !name.contains(bid))
                .hasSize(2)
                .allMatch(name -> name.endsWith("/1.enc"));
        partyCut(TestPerson.of(directory, "bidder5")).statusCode(403).body("code", equalTo("supervision/not-a-party"));
        partyCut(TestPerson.of(directory, "agency")).statusCode(403);
        PackageAudit.get(lot.tender(), "PARTY").statusCode(401);
    }

    private ValidatableResponse partyCut(TestPerson person) {
        return person.call()
                .get("/api/core/tenders/" + lot.tender() + "/package?cut=PARTY")
                .then();
    }

    private void publishesASealedRecord() {
        JsonPath documents = given().get("/api/core/public/tenders/" + lot.tender())
                .then()
                .statusCode(200)
                .body("notices.kind", contains("opening"))
                .extract()
                .jsonPath();
        var record = given().get("/api/core/public/tenders/" + lot.tender() + "/documents/"
                        + documents.getString("documents.find { it.name == '开标记录.pdf' }.sm3"))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        OfficialPaper.of(record)
                .says(
                        "开标记录",
                        lot.name(),
                        lot.code().value(),
                        lot.dealCode().value(),
                        lot.agency().name())
                .says("1,010,000.00", "1,020,000.00", "1,030,000.00", "人民币", "抽取系数K", "请核对本公司工期", "经核对无误")
                .isSealed();
    }

    private Stage stage() {
        return QuarkusTransaction.requiringNew().call(() -> lots.of(lot.lot()).stage());
    }

    private List<Integer> prices() {
        return hall().extract().path("results.bid.priceFen");
    }

    private ValidatableResponse hall() {
        return testHall.of(lot);
    }

    private ValidatableResponse await(String state) {
        return testHall.await(lot, state);
    }

    private ValidatableResponse press(TestPerson person) {
        return testHall.press(lot, person);
    }

    private ValidatableResponse sign(String account) {
        return testHall.sign(lot, TestPerson.of(directory, account));
    }

    private ObjectNode doc(String type) {
        return testHall.doc(lot, type);
    }

    private List<String> types() {
        return testHall.types(lot);
    }
}
