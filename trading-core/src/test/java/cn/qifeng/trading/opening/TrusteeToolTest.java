package cn.qifeng.trading.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import cn.qifeng.auditor.mutation.Packages;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.trading.SandboxResource;
import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.clock.application.DueActs;
import cn.qifeng.trading.clock.application.MoveClock;
import cn.qifeng.trading.keyset.application.KeySets;
import cn.qifeng.trading.log.application.PublishHead;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.cert.TrusteeSafe;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.keyset.KeySetPurpose;
import cn.qifeng.trust.keyset.Side;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@DisplayName("A trustee at its own client 保管人客户端")
class TrusteeToolTest {

    private static final List<String> TRUSTEES = List.of("supervisor", "notary", "operator");
    private static final List<Side> SIDES = List.of(Side.SUPERVISION, Side.NOTARY, Side.CENTRE);
    private static final char[] PASSWORD = "qifeng-demo".toCharArray();

    @TempDir
    Path folder;

    @Inject
    TestLots testLots;

    @Inject
    TestHall hall;

    @Inject
    KeySets keySets;

    @Inject
    LotKeySets lotKeySets;

    @Inject
    Directory directory;

    @Inject
    PublishHead publishHead;

    @Inject
    MoveClock moveClock;

    @Inject
    DueActs dueActs;

    private final List<TrusteeTool> tools = new ArrayList<>();
    private LyingPlatform platform;
    private PublishedLot lot;
    private UUID ceremony;

    @BeforeEach
    void start() throws IOException {
        publishHead.now();
        platform = new LyingPlatform(RestAssured.port);
        tools.clear();
        for (String account : TRUSTEES) {
            tools.add(TrusteeTool.of(folder, account, platform.address()));
        }
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void declaresItsKeyLostAndTheAgencyReplacesTheSet() throws IOException {
        lot = testLots.publish(Duration.ofDays(21));
        var former = lotKeySets.of(lot).idHex();
        var notary = tools.get(1);
        var why = List.of("--cause=LOST", "--reason=密钥介质损坏").toArray(String[]::new);
        assertThat(notary.run("lost", "--lot=" + lot.lot(), why[0], why[1]).out())
                .contains("1 key(s)");
        assertThat(notary.run("lost", "--lot=" + lot.lot(), why[0], why[1]).out())
                .contains("no key of this lot");

        var agency = TrusteeTool.of(folder, "agency", platform.address());
        var named = agency.keySet("name", lot, "--members=" + String.join(",", TRUSTEES), "--threshold=2");
        assertThat(named.exit()).as(named.err()).isZero();
        tools.forEach(tool -> tool.run("keys"));
        tools.forEach(tool -> tool.run("keys"));
        var signed = agency.keySet("replace", lot, "--reason=公证机构密钥介质损坏");
        assertThat(signed.exit()).as(signed.err()).isZero();
        assertThat(signed.out()).contains(former);
        for (int i = 0; i < 50 && lotKeySets.of(lot).idHex().equals(former); i++) {
            dueActs.runRound();
        }
        assertThat(lotKeySets.of(lot).idHex()).isNotEqualTo(former);
        var idle = agency.keySet("replace", lot, "--reason=再换", "--deadline=2099-01-01T00:00:00.000Z");
        assertThat(idle.exit()).isEqualTo(1);
    }

    @Test
    void holdsKeysDrawsVerifiesPressesAndDestroys() {
        unsealing();

        assertThat(tools.get(2).run("verify", "--lot=" + lot.lot()).out())
                .contains("envelopes to open 待启封 3")
                .contains("coefficient drawn");
        for (TrusteeTool tool : tools.subList(0, 2)) {
            var pressed = tool.run("press", "--lot=" + lot.lot());
            assertThat(pressed.exit()).as(pressed.err()).isZero();
        }
        hall.await(lot, "OPENED").body("results.status", everyItem(equalTo("OPENED")));

        var early = tools.get(0).run("destroy", "--lot=" + lot.lot());
        assertThat(early.exit()).isEqualTo(1);
        assertThat(early.err()).contains("trustee/key-still-needed");
        moveClock.forward(Duration.ofSeconds(61));
        dueActs.runRound();
        hall.sign(lot, TestPerson.of(directory, "supervisor")).statusCode(204);
        hall.sign(lot, TestPerson.of(directory, "agency")).statusCode(204);
        hall.await(lot, "RECORDED");
        assertThat(tools.get(0).run("destroy", "--lot=" + lot.lot()).out()).contains("Destroyed 已销毁");
        assertThat(safe(0).names()).isEmpty();
    }

    @Test
    void refusesWhatDoesNotFitAndSendsNothing() {
        unsealing();
        var packages = "/api/core/tenders/" + lot.tender() + "/package?cut=TRUSTEE";

        lieOnce(packages, TrusteeToolTest::swapTwoLines);
        refusedToPress("trustee/evidence-broken", "not-in-the-log");
        lieOnce(packages, objects -> swapFiles(objects, "header.der"));
        refusedToPress("trustee/evidence-broken", "not-the-header-of-the-list");
        lieOnce(packages, objects -> without(objects, "receipt.json"));
        refusedToPress("trustee/evidence-broken", "missing");
        lieOnce(packages, TrusteeToolTest::anotherCoefficient);
        refusedToPress("trustee/evidence-broken", "not-in-the-log");
        platform.tellsTheTruth();

        keepsAnotherNumberThanTheDraw();
        refusedToPress("trustee/foreign-draw", "the number that you committed to");
        sawAnotherChain();
        refusedToPress("client/other-chain", "chain[2]");
    }

    @Test
    void refusesASetWithAKeyThatItDidNotMake() {
        unsealing();
        change(0, safe -> safe.with("key:" + ceremony, Sm2.bytes32(Sm2.newPrivateKey(new SecureRandom()))));

        refusedToPress("trustee/foreign-key-set", "the key that you made");
        var keys = tools.get(0).run("keys", "--ceremony=" + ceremony);
        assertThat(keys.err()).contains("trustee/foreign-key-set");
    }

    @Test
    void givesNoEvidenceBeforeTheDrawAndToNoStranger() throws IOException {
        listed();
        var verified = tools.get(0).run("verify", "--lot=" + lot.lot());
        assertThat(verified.exit()).isEqualTo(1);
        assertThat(verified.err()).contains("supervision/no-trustee-cut");
        var stranger = TrusteeTool.of(folder, "bidder1", platform.address());
        assertThat(stranger.run("verify", "--lot=" + lot.lot()).err()).contains("supervision/not-a-trustee");
    }

    private void listed() {
        ceremony = UUID.randomUUID();
        var tender = TenderId.random();
        var id = LotId.random();
        var people = TestPerson.of(directory, TRUSTEES);
        var members = new ArrayList<KeySets.Member>();
        for (int i = 0; i < people.size(); i++) {
            members.add(new KeySets.Member(people.get(i).id(), people.get(i).name(), SIDES.get(i)));
        }
        keySets.open(ceremony, tender, KeySetPurpose.LOT, id.value(), 2, members);
        for (TrusteeTool tool : tools) {
            var held = tool.run("keys", "--ceremony=" + ceremony);
            assertThat(held.exit()).as(held.err()).isZero();
        }
        lot = testLots.publish(tender, id, keySets.requireComplete(ceremony), Duration.ofDays(21), null);
        dueActs.runRound();
        for (int i = 1; i <= 3; i++) {
            seal("bidder" + i, 100_000_000L + i);
        }
        moveClock.forward(Duration.ofDays(21).plusSeconds(2));
        hall.await(lot, "LISTED");
    }

    private void unsealing() {
        listed();
        moveClock.forward(Duration.ofSeconds(61));
        var draw = hall.await(lot, "DRAWING").extract().<String>path("draw.id");
        for (int step = 0; step < 3; step++) {
            for (TrusteeTool tool : tools) {
                var drawn = tool.run("draw", "--draw=" + draw);
                assertThat(drawn.exit()).as(drawn.err()).isZero();
            }
        }
        hall.await(lot, "UNSEALING");
    }

    private void seal(String account, long priceFen) {
        var bidder = TestPerson.of(directory, account);
        var client = new BidderClient(bidder, lot);
        var bid = TestBid.seal(lot, lotKeySets.of(lot), bidder.key(), TestBid.newBidId(), null, priceFen, 100);
        client.seal(bid, client.upload(bid)).statusCode(200);
    }

    private void refusedToPress(String code, String what) {
        platform.posts().clear();
        var pressed = tools.get(0).run("press", "--lot=" + lot.lot());
        assertThat(pressed.exit()).as(pressed.out()).isEqualTo(1);
        assertThat(pressed.err()).contains(code).contains(what);
        assertThat(platform.posts()).noneMatch(path -> path.endsWith("/presses"));
    }

    private void lieOnce(String path, UnaryOperator<Map<String, byte[]>> change) {
        platform.lies((asked, answer) -> asked.equals(path) ? changed(answer, change) : answer);
    }

    private byte[] changed(byte[] zip, UnaryOperator<Map<String, byte[]>> change) {
        try {
            var path = Files.write(folder.resolve("told.zip"), zip);
            var objects = change.apply(Packages.read(path));
            Packages.write(objects, path);
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another bid list: two bids have each other's envelope. */
    private static Map<String, byte[]> swapTwoLines(Map<String, byte[]> objects) {
        return entry(objects, "lot/bid-list", body -> {
            var first = (ObjectNode) body.path("bids").path(0);
            var second = (ObjectNode) body.path("bids").path(1);
            var hash = first.path("headerHash").asText();
            first.put("headerHash", second.path("headerHash").asText());
            second.put("headerHash", hash);
        });
    }

    private static Map<String, byte[]> anotherCoefficient(Map<String, byte[]> objects) {
        return entry(
                objects,
                "draw/result",
                body -> body.putArray("values").add("0.960").add("0.980"));
    }

    private static Map<String, byte[]> entry(Map<String, byte[]> objects, String type, Consumer<ObjectNode> change) {
        for (var object : objects.entrySet()) {
            if (object.getKey().startsWith("chain/")) {
                var json = CanonicalJson.decode(object.getValue());
                if (json.at("/entry/head/type").asText().equals(type)) {
                    change.accept((ObjectNode) json.at("/entry/body"));
                    object.setValue(CanonicalJson.encode(json));
                }
            }
        }
        return objects;
    }

    private static Map<String, byte[]> swapFiles(Map<String, byte[]> objects, String name) {
        var found = objects.keySet().stream()
                .filter(one -> one.endsWith("/" + name))
                .toList();
        var first = objects.get(found.get(0));
        objects.put(found.get(0), objects.get(found.get(1)));
        objects.put(found.get(1), first);
        return objects;
    }

    private static Map<String, byte[]> without(Map<String, byte[]> objects, String name) {
        objects.remove(objects.keySet().stream()
                .filter(one -> one.endsWith("/" + name))
                .findFirst()
                .orElseThrow());
        return objects;
    }

    private void keepsAnotherNumberThanTheDraw() {
        change(0, safe -> {
            var draw = safe.names().stream()
                    .filter(name -> name.startsWith("nonce:"))
                    .findFirst()
                    .orElseThrow();
            return safe.with(draw, new byte[32]);
        });
    }

    private void sawAnotherChain() {
        change(0, safe -> {
            var draw = safe.names().stream()
                    .filter(name -> name.startsWith("nonce:"))
                    .findFirst()
                    .orElseThrow();
            return safe.without(draw);
        });
        try {
            var chain = tools.get(0).folder().resolve("safe/chain-" + lot.tender() + ".json");
            var seen = CanonicalJson.decode(Files.readAllBytes(chain)).put("2", "0".repeat(64));
            Files.write(chain, CanonicalJson.encode(seen));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TrusteeSafe safe(int trustee) {
        try {
            return TrusteeSafe.read(
                    Files.readAllBytes(tools.get(trustee).folder().resolve("safe/safe.json")), PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void change(int trustee, UnaryOperator<TrusteeSafe> change) {
        try {
            Files.write(
                    tools.get(trustee).folder().resolve("safe/safe.json"),
                    change.apply(safe(trustee)).write(PASSWORD, new SecureRandom()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
