package cn.qifeng.trading.opening;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trading.StillSandboxResource;
import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.log.application.PublishHead;
import cn.qifeng.trading.opening.application.ScheduleOpening;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.tender.domain.PublishedLot;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@WithTestResource(StillSandboxResource.class)
@DisplayName("Nobody learns how many bid 投标人数量保密")
class BidCountTest {

    private static final List<Integer> COUNTS = List.of(0, 3, 5);

    @Inject
    TestLots lots;

    @Inject
    Directory directory;

    @Inject
    PublishHead publishHead;

    @Inject
    LotKeySets keySets;

    @Inject
    ScheduleOpening scheduleOpening;

    @Inject
    EveryAnswer everyAnswer;

    @Test
    @DisplayName("everybody is answered the same about lots with 0, 3 and 5 bids")
    void everybodyIsAnsweredTheSameWhateverTheCount() {
        publishHead.now();
        var published = COUNTS.stream().map(count -> lot()).toList();
        IntStream.range(0, COUNTS.size()).forEach(i -> bid(published.get(i), COUNTS.get(i)));
        publishHead.always();

        var answers = published.stream().map(this::answers).toList();

        assertThat(answers.get(0)).hasSizeGreaterThan(500);
        var told = new ArrayList<String>();
        answers.get(0).forEach((name, answer) -> {
            for (int i = 1; i < COUNTS.size(); i++) {
                var other = answers.get(i).get(name);
                if (!other.equals(answer)) {
                    told.add("%s with %d bids: %s%n%nwith none: %s".formatted(name, COUNTS.get(i), other, answer));
                }
            }
        });
        assertThat(told).isEmpty();
    }

    @Test
    @DisplayName("a bid brings no head about, and the next head grows the tree by as much as without bids")
    void neitherHeadsNorTreeSizesTellOfBids() {
        publishHead.now();
        var growth = new ArrayList<Long>();
        for (int count : COUNTS) {
            var lot = lot();
            var before = publishHead.always();
            bid(lot, count);
            given().get("/api/core/tenders/" + lot.tender() + "/package").then().statusCode(200);
            given().auth()
                    .oauth2(TestTokens.ofService("guarantee-bond"))
                    .post("/internal/heads")
                    .then()
                    .statusCode(200);

            assertThat(latest()).as("%d bids are not published yet", count).isEqualTo(before.size());
            growth.add(publishHead.always().size() - before.size());
            List<?> heads = given().get("/api/core/log/heads?from=" + before.size())
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("heads");
            assertThat(heads).as("%d bids", count).hasSize(2);
        }
        assertThat(growth).containsOnly(64L);
    }

    private PublishedLot lot() {
        var lot = lots.publish(Duration.ofDays(21));
        scheduleOpening.ifMissing(lot.lot());
        return lot;
    }

    private void bid(PublishedLot lot, int count) {
        for (int i = 1; i <= count; i++) {
            var bidder = TestPerson.of(directory, "bidder" + i);
            var client = new BidderClient(bidder, lot);
            var bid =
                    TestBid.seal(lot, keySets.of(lot), bidder.key(), TestBid.newBidId(), null, 100_000_000L + i, 3000);
            client.seal(bid, client.upload(bid)).statusCode(200);
        }
    }

    private Map<String, String> answers(PublishedLot lot) {
        var plain = new LinkedHashMap<String, String>();
        everyAnswer
                .about(lot)
                .forEach((question, answer) -> plain.put(
                        question.name(),
                        WithoutNames.of(
                                answer, lot.lot().toString(), lot.tender().toString())));
        return plain;
    }

    private static long latest() {
        return given().get("/api/core/log/heads/latest")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("head.size");
    }
}
