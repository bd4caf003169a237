package cn.qifeng.trading.opening;

import static org.assertj.core.api.Assertions.assertThat;
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
import cn.qifeng.trust.hash.Hex;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
@DisplayName("Trustees who stay away or lie 保管人缺席或不实")
class FailingTrusteesTest {

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
        moveClock.forward(Duration.ofDays(2));
        dueActs.runRound();
        hall.of(lot).body("state", equalTo("UNSEALING")).body("results", nullValue());
        PackageAudit.get(lot.tender(), "SUPERVISOR").statusCode(409);

        hall.press(lot, people.get(2)).statusCode(204);
        opensAll();
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
