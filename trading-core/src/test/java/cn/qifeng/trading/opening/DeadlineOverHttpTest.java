package cn.qifeng.trading.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.trading.SandboxResource;
import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.clock.application.MoveClock;
import cn.qifeng.trading.clock.persistence.StoppedClock;
import cn.qifeng.trading.log.application.PublishHead;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@DisplayName("The deadline counts by the last byte read 截止时刻")
class DeadlineOverHttpTest {

    private static final Duration SOON = Duration.ofMinutes(1);

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

    @TestHTTPResource("/")
    URI address;

    @Inject
    MoveClock moveClock;

    private TestPerson person;
    private PublishedLot lot;
    private BidderClient client;
    private TestBid bid;
    private String ticket;

    @BeforeEach
    void uploadABidToALotThatEndsSoon() {
        publishHead.now();
        lot = lots.publish(SOON);
        person = TestPerson.of(directory, "bidder1");
        client = new BidderClient(person, lot);
        bid = TestBid.seal(lot, keySets.of(lot), person.key(), TestBid.newBidId(), null, 100_000_000L, 3000);
        ticket = client.upload(bid);
    }

    /** Heads that were made under a stopped clock must not lie ahead of those of later tests. */
    @AfterEach
    void letTheRealClockOvertakeTheStoppedOne() {
        moveClock.forward(SOON.multipliedBy(2));
    }

    @Test
    void atTheDeadlineASealIsOnTime() {
        StoppedClock.at(lot.deadline());

        var receipt = Statement.from(CanonicalJson.read(
                client.seal(bid, ticket).statusCode(200).extract().asByteArray()));

        receipt.verify();
        assertThat(receipt.doc().get("verdict").textValue()).isEqualTo("ON_TIME");
        assertThat(moment(receipt.doc())).isBetween(lot.deadline().minusMillis(50), lot.deadline());
    }

    @Test
    void oneMillisecondLaterItIsLateAndNothingIsStored() {
        StoppedClock.at(lot.deadline().plusMillis(1));
        var before = stored.now();

        String refusal = client.seal(bid, ticket)
                .statusCode(409)
                .body("code", equalTo("bidding/late"))
                .extract()
                .path("refusal");

        var signed = Statement.from(CanonicalJson.read(refusal.getBytes(StandardCharsets.UTF_8)));
        signed.verify();
        assertThat(moment(signed.doc())).isEqualTo(lot.deadline().plusMillis(1));
        assertThat(storedOnce(before)).isEqualTo(before);
    }

    @Test
    void aBodyWhoseLastByteComesTooLateIsLateHoweverEarlyItBegan() throws IOException {
        var clock = StoppedClock.at(lot.deadline().minusSeconds(20));
        var before = stored.now();

        var answer = slowly(() -> clock.to(lot.deadline().plusMillis(1), 0));

        assertThat(answer).startsWith("HTTP/1.1 409").contains("bidding/late");
        assertThat(storedOnce(before)).isEqualTo(before);
    }

    @Test
    void aBodyWhoseLastByteComesAtTheDeadlineIsOnTime() throws IOException {
        var clock = StoppedClock.at(lot.deadline().minusSeconds(20));

        var answer = slowly(() -> clock.to(lot.deadline(), 0));

        assertThat(answer).startsWith("HTTP/1.1 200").contains("ON_TIME");
    }

    @Test
    void whatTheErrorBoundStraddlesIsHeldAndUpToTheBoundTheStampStands() {
        var clock = StoppedClock.at(lot.deadline());
        clock.to(lot.deadline().plusMillis(400), 500);
        client.seal(bid, ticket).statusCode(409).body("code", equalTo("bidding/late"));
        clock.to(lot.deadline().plusMillis(600), 599);
        client.seal(bid, ticket).statusCode(409).body("code", equalTo("bidding/late"));

        clock.to(lot.deadline().plusMillis(400), 600);
        client.seal(bid, ticket).statusCode(200).body("doc.verdict", equalTo("HELD"));

        person.call()
                .get("/api/core/bids/mine?lot=" + lot.lot())
                .then()
                .statusCode(200)
                .body("state", contains("HELD"));
    }

    @Test
    void aHeldReplacementLeavesTheFormerBidLive() {
        var clock = StoppedClock.at(lot.deadline().minusSeconds(5));
        client.seal(bid, ticket).statusCode(200).body("doc.verdict", equalTo("ON_TIME"));
        var later = TestBid.seal(
                lot, keySets.of(lot), person.key(), bid.sealed().header().core().bidId(), bid, 90_000_000L, 2000);
        var ticketOfLater = client.upload(later);

        clock.to(lot.deadline().plusMillis(400), 600);
        client.seal(later, ticketOfLater).statusCode(200).body("doc.verdict", equalTo("HELD"));

        person.call()
                .get("/api/core/bids/mine?lot=" + lot.lot())
                .then()
                .statusCode(200)
                .body("state", contains("LIVE", "HELD"));
    }

    @Test
    void aRepeatedRequestAfterTheDeadlineGetsTheReceiptOfTheFirst() {
        var clock = StoppedClock.at(lot.deadline());
        var key = UUID.randomUUID().toString();
        var first = client.seal(bid, ticket, key).statusCode(200).extract().asString();

        clock.to(lot.deadline().plusMillis(500), 0);

        client.seal(bid, ticket, key).statusCode(200).body(equalTo(first));
    }

    @Test
    void ofOnePersonTwoMegabytesWaitAtATimeAndTheRestMayComeAgain() throws IOException {
        var waiting = bodiesUntilTooMuch();
        client.seal(bid, ticket).statusCode(409).body("code", equalTo("bidding/too-much-at-once"));

        for (var socket : waiting) {
            socket.close();
        }
        for (int i = 0; i < 100; i++) {
            var answer = client.seal(bid, ticket);
            if (answer.extract().statusCode() == 200) {
                return;
            }
            answer.body("code", equalTo("bidding/too-much-at-once"));
        }
        client.seal(bid, ticket).statusCode(200);
    }

    @Test
    void withoutATokenNoBodyIsRead() throws IOException {
        var head = "POST /api/core/seals HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\n"
                + "Connection: close\r\nContent-Length: 100000\r\n\r\n";
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(head.formatted(address.getAuthority()).getBytes(StandardCharsets.US_ASCII));
            var answer = new byte[12];
            socket.getInputStream().readNBytes(answer, 0, answer.length);
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 401");
        }
    }

    /** What is stored once messages that other acts left in the outbox have gone. */
    private Map<String, Long> storedOnce(Map<String, Long> before) {
        for (int i = 0; i < 200 && !stored.now().equals(before); i++) {
            LockSupport.parkNanos(20_000_000);
        }
        return stored.now();
    }

    /**
     * Begins bodies until one more is too much; what no ticket covers changes nothing. Eight are needed, but the question
     * itself may stand in the way of the eighth, which is then refused and has to be begun again.
     */
    private List<Socket> bodiesUntilTooMuch() throws IOException {
        var waiting = new ArrayList<Socket>();
        for (int i = 0; i < 200; i++) {
            waiting.add(begun());
            String code = client.seal(bid, "no ticket").extract().path("code");
            if (code.equals("bidding/too-much-at-once")) {
                assertThat(waiting).hasSizeGreaterThanOrEqualTo(8);
                return waiting;
            }
            LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("eight bodies were never counted");
    }

    /** A seal of the largest length of which nothing but the head has come. */
    private Socket begun() throws IOException {
        var head = "POST /api/core/seals HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nIdempotency-Key: %s\r\n"
                        .formatted(address.getAuthority(), person.token(), UUID.randomUUID())
                + "Content-Type: application/json\r\nContent-Length: " + 256 * 1024 + "\r\n\r\n{";
        var socket = new Socket(address.getHost(), address.getPort());
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Sends a seal but for its last byte, does something else, and sends the rest; gives the whole answer. */
    private String slowly(Runnable meanwhile) throws IOException {
        var body = client.body(bid.sealed().headerDer(), bid.sealed().signature(), ticket)
                .getBytes(StandardCharsets.UTF_8);
        var head = "POST /api/core/seals HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nIdempotency-Key: %s\r\n"
                        .formatted(address.getAuthority(), person.token(), UUID.randomUUID())
                + "Content-Type: application/json\r\nConnection: close\r\nContent-Length: " + body.length + "\r\n\r\n";
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(body, 0, body.length - 1);
            out.flush();
            meanwhile.run();
            out.write(body, body.length - 1, 1);
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Instant moment(ObjectNode doc) {
        return Moments.parse(doc.get("stamp").textValue());
    }
}
