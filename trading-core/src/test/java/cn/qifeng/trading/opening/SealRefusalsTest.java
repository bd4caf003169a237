package cn.qifeng.trading.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.trading.SandboxResource;
import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.log.application.PublishHead;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.sign.Statement;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@DisplayName("Envelopes that are not taken 拒收")
class SealRefusalsTest {

    private static final int LETTER = (1 << 20) + 5000;

    @Inject
    TestLots lots;

    @Inject
    Directory directory;

    @Inject
    PublishHead publishHead;

    @Inject
    LotKeySets keySets;

    @Inject
    Stored stored;

    private TestPerson person;
    private KeySet set;
    private PublishedLot lot;
    private BidderClient client;
    private TestBid bid;

    @BeforeEach
    void publishALotAndSealABid() {
        publishHead.now();
        lot = lots.publish(Duration.ofDays(21));
        set = keySets.of(lot);
        person = TestPerson.of(directory, "bidder1");
        client = new BidderClient(person, lot);
        bid = bid(lot, set, person, 20);
    }

    @ParameterizedTest
    @EnumSource(Flaw.class)
    void aFlawIsNamedInASignedRefusalAndNothingIsStored(Flaw flaw) {
        var ticket = client.upload(bid);
        var before = stored.now();
        var sent = flaw.of(bid, person.key());

        String refusal = client.seal(sent.header(), sent.signature(), ticket, key())
                .statusCode(422)
                .body("code", equalTo(flaw.code()))
                .extract()
                .path("refusal");

        assertThat(stored.now()).isEqualTo(before);
        var signed = Statement.from(CanonicalJson.read(refusal.getBytes(StandardCharsets.UTF_8)));
        signed.verify();
        assertThat(signed.doc().get("code").textValue()).isEqualTo(flaw.code());
        assertThat(signed.doc().get("headerHash").textValue()).isEqualTo(Sm3.hex(sent.header()));
        assertThat(mine()).isEmpty();
        client.seal(bid, ticket).statusCode(200);
    }

    @Test
    void anEnvelopeSealedToTheTrusteesOfAnotherLotIsRefused() {
        var elsewhere = keySets.of(lots.publish(Duration.ofDays(21)));
        var foreign = TestBid.seal(lot, elsewhere, person.key(), TestBid.newBidId(), null, 1_000L, 20);
        var ticket = client.upload(foreign);
        var before = stored.now();

        client.seal(foreign, ticket).statusCode(422).body("code", equalTo("envelope/foreign-trustees"));

        assertThat(stored.now()).isEqualTo(before);
    }

    @Test
    void anEnvelopeOfAnotherLotIsRefusedHereWhereverItCameFrom() {
        var elsewhere = lots.publish(Duration.ofDays(21));
        var copied = TestBid.seal(elsewhere, keySets.of(elsewhere), person.key(), TestBid.newBidId(), null, 1_000L, 20);
        var ticket = client.upload(copied);
        var before = stored.now();

        client.seal(copied, ticket).statusCode(422).body("code", equalTo("envelope/foreign-tender"));

        assertThat(stored.now()).isEqualTo(before);
    }

    @Test
    void theFramesAreComparedWithTheHeader() {
        var other = bid(lot, set, person, 20);
        var changed = client.upload(other);
        var before = stored.now();

        client.seal(bid, changed).statusCode(422).body("code", equalTo("envelope/frames-differ"));

        assertThat(stored.now()).isEqualTo(before);
        client.seal(other, changed).statusCode(200);
    }

    @Test
    void anUploadOfFewerFilesThanTheHeaderIsRefused() {
        var short1 = shorter(2);
        var before = stored.now();

        client.seal(bid, short1).statusCode(422).body("code", equalTo("envelope/frames-missing"));

        assertThat(stored.now()).isEqualTo(before);
    }

    @Test
    void aTruncatedALongerAndAnUnannouncedFrameLeaveNoObject() {
        var upload = client.open(bid);
        var frame = bid.frames().get(0);
        var before = stored.now();
        var cut = Arrays.copyOf(frame.bytes(), frame.bytes().length - 1);
        var longer = Arrays.copyOf(frame.bytes(), frame.bytes().length + 1);

        client.put(upload, 1, 0, Sm3.hex(cut), cut).statusCode(422).body("code", equalTo("bidding/frame-length"));
        client.put(upload, 1, 0, Sm3.hex(longer), longer).statusCode(422).body("code", equalTo("bidding/frame-length"));
        client.put(upload, 1, 1, frame.sm3(), frame.bytes()).statusCode(422).body("code", equalTo("bidding/layout"));
        client.put(upload, 9, 0, frame.sm3(), frame.bytes()).statusCode(422).body("code", equalTo("bidding/layout"));
        client.put(upload, 1, 0, "00".repeat(32), frame.bytes())
                .statusCode(422)
                .body("code", equalTo("bidding/frame-differs"));

        assertThat(stored.now()).isEqualTo(before);
        client.ticket(upload).statusCode(409).body("code", equalTo("bidding/upload-incomplete"));
    }

    @Test
    void aFrameThatIsStoredIsNotReplacedByAnother() {
        var upload = client.open(bid);
        client.put(upload, bid.frames().get(0)).statusCode(204);
        var before = stored.now();
        var other = bid.frames().get(0).bytes().clone();
        other[0] ^= 1;

        client.put(upload, 1, 0, Sm3.hex(other), other).statusCode(409).body("code", equalTo("bidding/frame-taken"));

        assertThat(stored.now()).isEqualTo(before);
    }

    @Test
    void aTicketCountsOnlyForTheUploadItWasGivenFor() {
        var ticket = client.upload(bid);
        var stolen = new BidderClient(TestPerson.of(directory, "bidder2"), lot);
        var theirs = bid(lot, set, stolen.person(), 20);
        stolen.seal(theirs, ticket).statusCode(422).body("code", equalTo("bidding/ticket"));
        client.seal(bid, ticket.substring(0, 37) + "00".repeat(32))
                .statusCode(422)
                .body("code", equalTo("bidding/ticket"));
        client.seal(bid, ticket).statusCode(200);
        var next = TestBid.seal(
                lot, set, person.key(), bid.sealed().header().core().bidId(), bid, 99_000_000L, 20);

        client.seal(next, ticket).statusCode(422).body("code", equalTo("envelope/frames-differ"));

        assertThat(mine()).extracting("state").containsExactly("LIVE");
    }

    @Test
    void theSameEnvelopeIsNeverTakenTwiceNotEvenAfterAReplacement() {
        client.seal(bid, client.upload(bid)).statusCode(200);
        var before = stored.now();
        client.seal(bid, "whatever").statusCode(409).body("code", equalTo("bidding/header-used"));
        assertThat(stored.now()).isEqualTo(before);

        var second = TestBid.seal(
                lot, set, person.key(), bid.sealed().header().core().bidId(), bid, 99_000_000L, 20);
        client.seal(second, client.upload(second)).statusCode(200);
        client.seal(bid, client.upload(bid)).statusCode(409).body("code", equalTo("bidding/header-used"));

        assertThat(mine()).extracting("state").containsExactly("REPLACED", "LIVE");
    }

    @Test
    void aRequestKeyBelongsToOneSeal() {
        var key = key();
        client.seal(bid, client.upload(bid), key).statusCode(200);
        var second = TestBid.seal(
                lot, set, person.key(), bid.sealed().header().core().bidId(), bid, 99_000_000L, 20);

        client.seal(second, client.upload(second), key)
                .statusCode(422)
                .body("code", equalTo("bidding/no-idempotency-key"));

        assertThat(mine()).extracting("state").containsExactly("LIVE");
    }

    @Test
    void anAnnouncementOutsideTheFormatOpensNoUpload() {
        var before = stored.now();
        for (var files : List.of(
                List.of(),
                List.of(file(1, 0, 1)),
                List.of(file(1, 0, 1), file(3, 0, 1)),
                List.of(file(1, 0, 1), file(2, 5_000_000, 1)),
                List.of(file(1, 0, 1), file(2, -1, 1)))) {
            person.call()
                    .body(Map.of("lotId", lot.lot().toString(), "files", files))
                    .post("/api/core/uploads")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("bidding/layout"));
        }
        assertThat(stored.now()).isEqualTo(before);
    }

    @Test
    void anUploadShowsItsOwnFramesInTheOrderOfTheFile() {
        var large = bid(lot, set, person, LETTER);
        var upload = client.open(large);
        client.put(upload, large.frames().get(3)).statusCode(204);
        client.put(upload, large.frames().get(2)).statusCode(204);

        person.call()
                .get("/api/core/uploads/" + upload)
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("files", hasSize(3))
                .body("files[2].present", contains(0, 1));
    }

    private static TestBid bid(PublishedLot lot, KeySet set, TestPerson bidder, int letterBytes) {
        return TestBid.seal(lot, set, bidder.key(), TestBid.newBidId(), null, 100_000_000L, letterBytes);
    }

    /** A ticket for an upload of only the first files of the bid. */
    private String shorter(int files) {
        var announced = bid.sealed().header().files().stream()
                .limit(files)
                .map(it -> file(it.n(), it.length(), it.frameCount()))
                .toList();
        String upload = person.call()
                .body(Map.of("lotId", lot.lot().toString(), "files", announced))
                .post("/api/core/uploads")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        bid.frames().stream()
                .filter(it -> it.n() <= files)
                .forEach(it -> client.put(upload, it).statusCode(204));
        return client.ticket(upload).statusCode(200).extract().path("ticket");
    }

    private static Map<String, Object> file(int n, long length, int frames) {
        return Map.of("n", n, "length", length, "frameCount", frames);
    }

    private List<Map<String, Object>> mine() {
        return person.call()
                .get("/api/core/bids/mine?lot=" + lot.lot())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
