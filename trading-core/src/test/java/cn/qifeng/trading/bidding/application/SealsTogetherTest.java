package cn.qifeng.trading.bidding.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.Refused;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.trading.SandboxResource;
import cn.qifeng.trading.bidding.application.CallingBidder.Claimed;
import cn.qifeng.trading.bidding.domain.Bid;
import cn.qifeng.trading.bidding.domain.Bidder;
import cn.qifeng.trading.bidding.domain.Bids;
import cn.qifeng.trading.bidding.domain.LotKey;
import cn.qifeng.trading.bidding.domain.LotKeys;
import cn.qifeng.trading.bidding.domain.SignedReceipt;
import cn.qifeng.trading.bidding.domain.Stamp;
import cn.qifeng.trading.clock.application.PlatformClock;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.application.PublishHead;
import cn.qifeng.trading.opening.BidderClient;
import cn.qifeng.trading.opening.TestBid;
import cn.qifeng.trading.opening.TestLots;
import cn.qifeng.trading.opening.TestPerson;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.tender.application.Progress;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@DisplayName("Seals decided together end as each would alone 合并裁决")
class SealsTogetherTest {

    private static final Duration LONG = Duration.ofDays(20);
    private static final int BIDDERS = 6;

    @Inject
    TestLots lots;

    @Inject
    Directory directory;

    @Inject
    PublishHead publishHead;

    @Inject
    LotKeySets keySets;

    @Inject
    LotKeys keys;

    @Inject
    PlatformClock clock;

    @Inject
    Chain chain;

    @Inject
    Progress progress;

    @Inject
    Bids bids;

    @Inject
    DecideSeals seals;

    @Inject
    SealTogether together;

    @Inject
    WithdrawBid withdraw;

    @Inject
    DataSource database;

    private final List<TestPerson> people = new ArrayList<>();
    private final List<UUID> spoiled = new ArrayList<>();
    private PublishedLot lot;

    @BeforeEach
    void publishALot() {
        publishHead.now();
        lot = lots.publish(LONG);
        people.clear();
        for (int i = 1; i <= BIDDERS; i++) {
            people.add(TestPerson.of(directory, "bidder" + i));
        }
    }

    /** A row that belongs to no lot would be named by every later check of the log. */
    @AfterEach
    void takeSpoiledRowsAway() throws SQLException {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement("delete from bid where id = ?")) {
            for (var id : spoiled) {
                delete.setObject(1, id);
                delete.executeUpdate();
            }
        }
    }

    @Test
    void eachGetsTheEndThatItWouldHaveAlone() {
        var oneByOne = new ArrayList<String>();
        cases().forEach(seal -> oneByOne.add(end(List.of(seal)).get(0)));
        var states = states();
        lot = lots.publish(LONG);

        assertThat(end(cases())).isEqualTo(oneByOne);

        assertThat(states()).isEqualTo(states);
        assertThat(oneByOne)
                .containsExactly(
                        "SEALED 1", "bidding/ticket", "SEALED 2", "SEALED 2", "SEALED 1", "envelope/wrong-sequence");
        assertThat(states).containsExactly("[LIVE]", "[]", "[REPLACED, LIVE]", "[WITHDRAWN, LIVE]", "[LIVE]", "[LIVE]");
    }

    @Test
    void aRepetitionGetsTheVeryReceiptAndARefusalIsSigned() {
        var bid = bid(0, null);
        var ticket = client(0).upload(bid);
        var key = UUID.randomUUID().toString();
        var first = decided(waiting(0, bid, ticket, key));

        var group = List.of(waiting(0, bid, ticket, key), waiting(1, bid(1, null), "none", random()));
        together.decide(group).forEach(Runnable::run);

        assertThat(group.get(0).await().hash()).isEqualTo(first.hash());
        assertThat(group.get(0).await().sig()).isEqualTo(first.sig());
        var refused = refusal(group.get(1));
        var signed = Statement.from(
                CanonicalJson.read(refused.facts().get("refusal").toString().getBytes(StandardCharsets.UTF_8)));
        signed.verify();
        assertThat(signed.doc().get("code").textValue()).isEqualTo("bidding/ticket");
    }

    @Test
    void oneThatCannotBeDecidedLeavesTheOthersTheirReceipts() {
        var group = new ArrayList<WaitingSeal>();
        for (int i = 0; i < BIDDERS; i++) {
            var bid = bid(i, null);
            group.add(waiting(i, bid, client(i).upload(bid), random()));
        }
        spoil(group.get(3));

        seals.add(group);

        for (int i = 0; i < BIDDERS; i++) {
            var seal = group.get(i);
            if (i == 3) {
                assertThat(catchThrowable(seal::await)).isInstanceOf(IllegalStateException.class);
            } else {
                assertThat(seal.await().seq()).isEqualTo(1);
            }
        }
    }

    @Test
    void twoSealsOfOneBidderFollowOneAnotherInTheOrderOfTheirLastBytes() {
        var first = bid(0, null);
        var second = bid(0, first);
        var earlier = waiting(0, first, client(0).upload(first), random());
        var later = waiting(0, second, client(0).upload(second), random());

        seals.add(List.of(later, earlier));

        assertThat(earlier.await().seq()).isEqualTo(1);
        assertThat(later.await().seq()).isEqualTo(2);
    }

    @Test
    void aDeadlineThatWasMovedCountsForTheNextGroup() throws SQLException {
        assertThat(refusedBy(waiting(0, bid(0, null), "none", random())).get("deadline"))
                .isEqualTo(new TextNode(Moments.format(lot.deadline())));
        var later = lot.deadline().plus(Duration.ofDays(1));
        try {
            QuarkusTransaction.requiringNew().run(() -> progress.moveDeadline(lot.lot(), later));
            assertThat(refusedBy(waiting(1, bid(1, null), "none", random())).get("deadline"))
                    .isEqualTo(new TextNode(Moments.format(later)));
        } finally {
            putDeadlineBack();
        }
    }

    /** No entry says that it was moved, which the re-hash of the log would find in the tests behind this one. */
    private void putDeadlineBack() throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update tender set bid_deadline = ?, row_version = row_version + 1 where lot_id = ?")) {
            update.setObject(1, lot.deadline().atOffset(ZoneOffset.UTC));
            update.setObject(2, lot.lot().value());
            assertThat(update.executeUpdate()).isOne();
        }
    }

    @Test
    void whoeverIsNoVerifiedBidderAnyMoreIsRefusedInTheNextGroup() throws SQLException {
        var first = bid(0, null);
        var second = bid(0, first);
        decided(waiting(0, first, client(0).upload(first), random()));
        var next = waiting(0, second, client(0).upload(second), random());
        try {
            state(next, "SUSPENDED");
            assertThat(end(List.of(next))).containsExactly("bidding/not-a-verified-bidder");
        } finally {
            state(next, "VERIFIED");
        }
        assertThat(states().get(0)).isEqualTo("[LIVE]");
    }

    private void state(WaitingSeal seal, String state) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("update party set state = ? where id = ?")) {
            update.setString(1, state);
            update.setString(2, seal.caller().party().toString());
            assertThat(update.executeUpdate()).isOne();
        }
    }

    /** The signed refusal of a seal that is decided now. */
    private JsonNode refusedBy(WaitingSeal seal) {
        together.decide(List.of(seal)).forEach(Runnable::run);
        var written = refusal(seal).facts().get("refusal").toString();
        return CanonicalJson.read(written.getBytes(StandardCharsets.UTF_8)).get("doc");
    }

    /** A good one, one with a foreign ticket, a replacement, one after a withdrawal, a repetition, one out of order. */
    private List<WaitingSeal> cases() {
        var all = new ArrayList<WaitingSeal>();
        var good = bid(0, null);
        all.add(waiting(0, good, client(0).upload(good), random()));
        all.add(waiting(1, bid(1, null), UUID.randomUUID() + ".00", random()));
        for (int i = 2; i <= 3; i++) {
            var former = bid(i, null);
            decided(waiting(i, former, client(i).upload(former), random()));
            if (i == 3) {
                withdrawn(i, former);
            }
            var next = bid(i, former);
            all.add(waiting(i, next, client(i).upload(next), random()));
        }
        var sealed = bid(4, null);
        var ticket = client(4).upload(sealed);
        var key = random();
        decided(waiting(4, sealed, ticket, key));
        all.add(waiting(4, sealed, ticket, key));
        var standing = bid(5, null);
        decided(waiting(5, standing, client(5).upload(standing), random()));
        var unrelated = bid(5, null);
        all.add(waiting(5, unrelated, client(5).upload(unrelated), random()));
        return all;
    }

    /** In a word each, what came of these seals, decided in one transaction. */
    private List<String> end(List<WaitingSeal> group) {
        together.decide(group).forEach(Runnable::run);
        return group.stream().map(this::end).toList();
    }

    private String end(WaitingSeal seal) {
        try {
            var receipt = seal.await();
            return receipt.doc().get("act").textValue() + " " + receipt.seq();
        } catch (Refused refused) {
            return refused.code().code();
        }
    }

    private Refused refusal(WaitingSeal seal) {
        return catchThrowableOfType(Refused.class, seal::await);
    }

    private SignedReceipt decided(WaitingSeal seal) {
        return seals.decide(seal);
    }

    private List<String> states() {
        return people.stream()
                .map(person ->
                        QuarkusTransaction.requiringNew()
                                .call(() -> bids.of(key(), bidder(person).uscc()))
                                .stream()
                                .map(Bid::state)
                                .toList()
                                .toString())
                .toList();
    }

    private void withdrawn(int i, TestBid bid) {
        var head = QuarkusTransaction.requiringNew()
                .call(() -> chain.head(lot.tender()))
                .orElseThrow();
        var doc = CanonicalJson.object()
                .put("type", "bid-withdrawal")
                .put("v", 1)
                .put("tender", lot.tender().toString())
                .put("lot", lot.lot().toString())
                .put("bidId", bid.bidId())
                .put("headerHash", bid.headerHash())
                .put("seq", bid.sealed().header().core().seq());
        doc.putObject("seen").put("n", head.n()).put("hash", head.hash());
        var person = people.get(i);
        withdraw.withdraw(bidder(person), Statement.of(doc, person.key()), new Stamp(clock.now(), 1));
    }

    /** Leaves a row of this bidder that nobody can read. */
    private void spoil(WaitingSeal seal) {
        QuarkusTransaction.requiringNew().run(() -> {
            try (var connection = database.getConnection();
                    var insert = connection.prepareStatement("insert into bid (id, lot_ref, bidder_ref, header_ref,"
                            + " sealed, version) values (?, ?, ?, ?, ?, 0)")) {
                spoiled.add(UUID.randomUUID());
                insert.setObject(1, spoiled.get(0));
                insert.setBytes(2, new byte[32]);
                insert.setBytes(
                        3,
                        key().bidderRef(directory.party(seal.caller().party()).uscc()));
                insert.setBytes(4, key().headerRef(new byte[32]));
                insert.setBytes(5, new byte[64]);
                insert.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private TestBid bid(int i, TestBid former) {
        var id = former == null
                ? TestBid.newBidId()
                : former.sealed().header().core().bidId();
        return TestBid.seal(lot, keySets.of(lot), people.get(i).key(), id, former, 100_000_000L + i, 500);
    }

    private BidderClient client(int i) {
        return new BidderClient(people.get(i), lot);
    }

    private WaitingSeal waiting(int i, TestBid bid, String ticket, String requestKey) {
        var request = new SealedRequest(
                lot.lot(), bid.sealed().headerDer(), bid.sealed().signature(), ticket, requestKey, System.nanoTime());
        var bidder = bidder(people.get(i));
        return WaitingSeal.open(key(), new Claimed(bidder.party(), bidder.certificateId()), request);
    }

    private Bidder bidder(TestPerson person) {
        var party = directory.party(
                directory.account(person.account()).orElseThrow().party().orElseThrow());
        return new Bidder(party.id(), party.name(), party.uscc(), person.key().certificateId());
    }

    private LotKey key() {
        return QuarkusTransaction.requiringNew().call(() -> keys.make(lot.lot()));
    }

    private static String random() {
        return UUID.randomUUID().toString();
    }
}
