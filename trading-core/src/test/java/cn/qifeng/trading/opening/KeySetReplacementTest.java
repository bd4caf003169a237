package cn.qifeng.trading.opening;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.qifeng.auditor.Report.Verdict;
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
import cn.qifeng.trust.keyset.KeySet;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** A lot whose notary loses its key, and gets a new set in which the agency's side sits. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@DisplayName("A new key set after the publication 密钥组更替")
class KeySetReplacementTest {

    @Inject
    TestLots testLots;

    @Inject
    TestHall hall;

    @Inject
    Replacements replacements;

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
    private KeySet first;
    private TestPerson supervisor;
    private TestPerson notary;
    private TestPerson operator;

    @BeforeEach
    void publishALot() {
        publishHead.now();
        lot = testLots.publish(Duration.ofDays(21));
        first = keySets.of(lot);
        supervisor = TestPerson.of(directory, "supervisor");
        notary = TestPerson.of(directory, "notary");
        operator = TestPerson.of(directory, "operator");
        dueActs.runRound();
    }

    @Test
    void opensTheBidsOfBothSetsAtOneInstant() {
        seal("bidder1", first, 101_000_000L).statusCode(200);
        seal("bidder2", first, 102_000_000L).statusCode(200);
        declareLost(notary, first, "LOST").statusCode(204);
        declareLost(notary, first, "LOST").statusCode(409).body("code", equalTo("succession/declared"));
        var second = replace();
        seal("bidder3", first, 103_000_000L).statusCode(422).body("code", equalTo("bidding/key-set-replaced"));
        seal("bidder3", second, 103_000_000L).statusCode(200);
        shows(second).body("[0].state", equalTo("FORMER")).body("[1].state", equalTo("IN_FORCE"));
        hall.of(lot).body("keySets.toOpen", everyItem(nullValue()));

        unseal();
        hall.of(lot).body("keySets.toOpen", contains(2, 1));
        hall.press(lot, notary).statusCode(204);
        hall.press(lot, notary).statusCode(409).body("code", equalTo("opening/pressed"));
        hall.press(lot, operator).statusCode(204);
        hall.press(lot, operator).statusCode(204);
        dueActs.runRound();
        hall.of(lot).body("state", equalTo("UNSEALING")).body("results", nullValue());
        hall.press(lot, supervisor).statusCode(204);
        hall.await(lot, "OPENED").body("results.status", contains("OPENED", "OPENED", "OPENED"));
        isProved();
    }

    @Test
    void asksNobodyOfASetThatHasNoBid() {
        var second = replace();
        for (int i = 1; i <= 3; i++) {
            seal("bidder" + i, second, 100_000_000L + i).statusCode(200);
        }
        unseal();
        hall.of(lot).body("keySets.toOpen", contains(0, 3));
        hall.send(lot, supervisor, pressDocOf(first)).statusCode(422).body("code", equalTo("opening/foreign-list"));
        hall.press(lot, supervisor).statusCode(204);
        hall.press(lot, notary).statusCode(204);
        hall.await(lot, "OPENED");
        isProved();
    }

    @Test
    void replacesABidThatIsSealedToTheFormerSet() {
        var client = TestPerson.of(directory, "bidder1");
        var id = TestBid.newBidId();
        var former = TestBid.seal(lot, first, client.key(), id, null, 101_000_000L, 100);
        var bidder = new BidderClient(client, lot);
        bidder.seal(former, bidder.upload(former)).statusCode(200);
        var second = replace();
        var later = TestBid.seal(lot, second, client.key(), id, former, 99_000_000L, 100);
        bidder.seal(later, bidder.upload(later)).statusCode(200);
        seal("bidder2", second, 102_000_000L).statusCode(200);
        seal("bidder3", second, 103_000_000L).statusCode(200);
        unseal();
        hall.of(lot).body("keySets.toOpen", contains(0, 3));
        hall.press(lot, supervisor).statusCode(204);
        hall.press(lot, operator).statusCode(204);
        hall.await(lot, "OPENED");
        isProved();
    }

    @Test
    void movesTheDeadlineWhereASetCannotOpen() {
        var later = lot.deadline().plus(Duration.ofDays(1));
        replacements.toSign(lot, "换人", later).statusCode(409).body("code", equalTo("succession/no-new-set"));
        replacements.hold(lot);
        replacements.toSign(lot, "换人", later).statusCode(422).body("code", equalTo("succession/deadline-stays"));
        var client = TestPerson.of(directory, "bidder1");
        var id = TestBid.newBidId();
        var former = TestBid.seal(lot, first, client.key(), id, null, 101_000_000L, 100);
        var bidder = new BidderClient(client, lot);
        bidder.seal(former, bidder.upload(former)).statusCode(200);
        declareLost(notary, first, "LOST").statusCode(204);
        declareLost(operator, first, "OFFICE_ENDED").statusCode(204);
        toSign("两名保管人离任").statusCode(422).body("code", equalTo("succession/former-set-cannot-open"));
        replacements.toSign(lot, "两名保管人离任", lot.deadline()).statusCode(422);
        var second = replacements.replace(lot, later);
        given().get("/api/core/public/tenders/" + lot.tender())
                .then()
                .body("tender.deadline", equalTo(later.toString()));
        given().get("/notices/" + lot.tender()).then().statusCode(200).body(containsString("时间由"));
        shows(second, 2).body("[0].state", equalTo("LOST"));
        seal("bidder2", first, 102_000_000L).statusCode(409).body("code", equalTo("bidding/key-set-lost"));

        moveClock.forward(Duration.ofDays(21).plusSeconds(2));
        dueActs.runRound();
        hall.of(lot).body("state", equalTo("SCHEDULED"));
        var again = TestBid.seal(lot, second, client.key(), id, former, 99_000_000L, 100);
        bidder.seal(again, bidder.upload(again)).statusCode(200);
        seal("bidder2", second, 102_000_000L).statusCode(200);
        seal("bidder3", second, 103_000_000L).statusCode(200);
        unseal(Duration.ofDays(1));
        hall.of(lot).body("keySets.toOpen", contains(0, 3));
        hall.press(lot, supervisor).statusCode(204);
        hall.press(lot, notary).statusCode(204);
        hall.await(lot, "OPENED").body("results.status", contains("OPENED", "OPENED", "OPENED"));
        isProved();
    }

    @Test
    void whatStaysSealedToALostSetCountsAsWithdrawn() {
        seal("bidder4", first, 104_000_000L).statusCode(200);
        declareLost(notary, first, "LOST").statusCode(204);
        declareLost(operator, first, "LOST").statusCode(204);
        var second = replacements.replace(lot, lot.deadline().plus(Duration.ofDays(1)));
        for (int i = 1; i <= 3; i++) {
            seal("bidder" + i, second, 100_000_000L + i).statusCode(200);
        }
        unseal(Duration.ofDays(22));
        hall.of(lot)
                .body("bidList.list.bids.state", containsInAnyOrder("SET_LOST", "LIVE", "LIVE", "LIVE"))
                .body("names", hasSize(3));
        hall.press(lot, supervisor).statusCode(204);
        hall.press(lot, operator).statusCode(204);
        hall.await(lot, "OPENED").body("results", hasSize(3));
        isProved();
    }

    @Test
    void aLotWithTooFewBidsBesidesThoseOfALostSetFails() {
        seal("bidder1", first, 101_000_000L).statusCode(200);
        seal("bidder2", first, 102_000_000L).statusCode(200);
        declareLost(notary, first, "LOST").statusCode(204);
        declareLost(operator, first, "LOST").statusCode(204);
        var second = replacements.replace(lot, lot.deadline().plus(Duration.ofDays(1)));
        seal("bidder3", second, 103_000_000L).statusCode(200);
        moveClock.forward(Duration.ofDays(22).plusSeconds(2));
        hall.await(lot, "FAILED");
        isProved();
    }

    @Test
    void replacesNothingWithoutANewSetItsSignerAndTimeToSealAgain() {
        toSign("换人").statusCode(409).body("code", equalTo("succession/no-new-set"));
        replacements.hold(lot);
        toSign(" ").statusCode(422).body("code", equalTo("succession/statement"));
        var agency = TestPerson.of(directory, "agency");
        var doc = hall.seen(
                lot, CanonicalJson.read(toSign("换人").statusCode(200).extract().asByteArray()));
        replacements.send(lot, notary.sign(doc)).statusCode(403).body("code", equalTo("tender/foreign-signer"));
        doc.put("reason", "另一个理由").put("replaces", "00".repeat(32));
        replacements.send(lot, agency.sign(doc)).statusCode(422).body("code", equalTo("succession/statement"));
        moveClock.forward(Duration.ofDays(21).minusSeconds(30));
        toSign("换人").statusCode(409).body("code", equalTo("succession/too-late"));
    }

    @Test
    void takesADeclarationFromMembersAloneAndBeforeTheDeadline() {
        declareLost(TestPerson.of(directory, "agency"), first, "LOST")
                .statusCode(403)
                .body("code", equalTo("succession/not-a-member"));
        declareLost(notary, first, "STOLEN").statusCode(422).body("code", equalTo("succession/statement"));
        moveClock.forward(Duration.ofDays(21).plusSeconds(2));
        declareLost(notary, first, "LOST").statusCode(409).body("code", equalTo("succession/too-late"));
    }

    private ValidatableResponse seal(String account, KeySet set, long priceFen) {
        var bidder = TestPerson.of(directory, account);
        var client = new BidderClient(bidder, lot);
        var bid = TestBid.seal(lot, set, bidder.key(), TestBid.newBidId(), null, priceFen, 3000);
        return client.seal(bid, client.upload(bid));
    }

    private ValidatableResponse declareLost(TestPerson person, KeySet set, String cause) {
        var doc = hall.doc(lot, "key-lost")
                .put("set", set.idHex())
                .put("cause", cause)
                .put("reason", "密钥介质损坏");
        return person.call()
                .body(person.sign(doc))
                .post("/api/core/lots/" + lot.lot() + "/key-losses")
                .then();
    }

    private ValidatableResponse toSign(String reason) {
        return replacements.toSign(lot, reason, null);
    }

    private KeySet replace() {
        return replacements.replace(lot, null);
    }

    private ValidatableResponse shows(KeySet second) {
        return shows(second, 1);
    }

    private ValidatableResponse shows(KeySet second, int lost) {
        return given().get("/api/core/lots/" + lot.lot() + "/key-sets")
                .then()
                .statusCode(200)
                .body("set", contains(first.idHex(), second.idHex()))
                .body("[0].members.findAll { it.lostAt != null }", hasSize(lost));
    }

    /** The deadline, the names and the draw by the members of the set in force. */
    private void unseal() {
        unseal(Duration.ofDays(21));
    }

    private void unseal(Duration toDeadline) {
        moveClock.forward(toDeadline.plusSeconds(2));
        hall.await(lot, "LISTED");
        moveClock.forward(Duration.ofSeconds(61));
        var draw = hall.await(lot, "DRAWING").extract().<String>path("draw.id");
        hall.draw(lot, UUID.fromString(draw), List.of(supervisor, notary, operator));
        hall.await(lot, "UNSEALING").body("results", nullValue());
        trusteeCutIsProved();
    }

    private void trusteeCutIsProved() {
        var cut = PackageAudit.of(operator.call()
                .get("/api/core/tenders/" + lot.tender() + "/package?cut=TRUSTEE")
                .then());
        assertThat(cut.report().verdict()).as("%s", cut.report()).isEqualTo(Verdict.PROVED);
    }

    private ObjectNode pressDocOf(KeySet set) {
        return hall.pressDoc(lot, supervisor).put("set", set.idHex());
    }

    private void isProved() {
        for (var cut : List.of("PUBLIC", "SUPERVISOR")) {
            var report = PackageAudit.of(lot.tender(), cut).report();
            assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.PROVED);
        }
    }
}
