package cn.qifeng.trading.log;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trading.SandboxResource;
import cn.qifeng.trading.clock.application.MoveClock;
import cn.qifeng.trading.clock.application.PlatformClock;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.application.Proofs;
import cn.qifeng.trading.log.application.PublishHead;
import cn.qifeng.trading.log.domain.EntryRef;
import cn.qifeng.trading.log.domain.LogRefusal;
import cn.qifeng.trading.opening.TestSeals;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.log.MerkleProofs;
import cn.qifeng.trust.log.MerkleTree;
import cn.qifeng.trust.trustfile.TrustFile;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@DisplayName("Evidence log 存证日志")
class EvidenceLogTest {

    @Inject
    Chain chain;

    @Inject
    TestSeals seals;

    @Inject
    PublishHead publishHead;

    @Inject
    Proofs proofs;

    @Inject
    MoveClock moveClock;

    @Inject
    PlatformClock clock;

    @Test
    void chainsTheEntriesOfEachTenderByThemselves() {
        var one = TenderId.random();
        var other = TenderId.random();
        var first = append(one, "tender/published");
        append(other, "tender/published");
        var second = append(one, "tender/closed");

        var entries = chain.entries(one);
        assertThat(entries).extracting(entry -> entry.ref().n()).containsExactly(1L, 2L);
        assertThat(entries.get(1).head().get("prev").textValue()).isEqualTo(first.hash());
        assertThat(chain.head(one)).contains(second);
        get("/api/core/public/tenders/" + one + "/chain-head")
                .then()
                .statusCode(200)
                .body("n", org.hamcrest.Matchers.is(2))
                .body("hash", org.hamcrest.Matchers.is(second.hash()));
    }

    @Test
    void takesAnEntryOfAnotherServiceOnceHoweverOftenItArrives() {
        var tender = TenderId.random();
        var ids = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        var answers = new HashMap<UUID, Set<String>>();
        for (int one : new int[] {0, 1, 0, 2, 1, 0, 2}) {
            answers.computeIfAbsent(ids.get(one), id -> new HashSet<>()).add(delivered(ids.get(one), tender));
        }

        assertThat(chain.entries(tender)).extracting(entry -> entry.ref().id()).containsExactlyElementsOf(ids);
        assertThat(answers.values()).allMatch(same -> same.size() == 1);
    }

    /** What trading-core answers to a service that delivers an entry, under a key that it does not know. */
    private static String delivered(UUID id, TenderId tender) {
        return given().auth()
                .oauth2(TestTokens.ofService("remote-evaluation"))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body("{\"id\":\"%s\",\"tender\":\"%s\",\"type\":\"evaluation/convened\",\"body\":{\"session\":\"%s\"}}"
                        .formatted(id, tender, id))
                .post("/internal/evidence")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void refusesAStatementThatSawAnotherHistory() {
        var tender = TenderId.random();
        var ref = append(tender, "tender/published");
        var doc = CanonicalJson.object();
        doc.putObject("seen").put("n", 1).put("hash", ref.hash());
        chain.requireSeen(tender, doc);

        doc.putObject("seen").put("n", 1).put("hash", "00".repeat(32));
        var refused = catchThrowableOfType(Refused.class, () -> chain.requireSeen(tender, doc));
        assertThat(refused.code()).isEqualTo(LogRefusal.STALE_CHAIN);
    }

    @Test
    void publishesUnderThreeWitnessesAndProvesInclusionAndConsistency() {
        var receipt = Hex.decode(seals.receiptHash(seals.seal(seals.lot(), "bidder1", 101_000_000L)));
        var before = publishHead.always();
        var ref = append(TenderId.random(), "tender/published");
        var head = publishHead.now();

        assertThat(head.witnesses()).hasSize(3);
        assertThat(head.size()).isEqualTo(before.size() + 64);
        assertIncluded(ref.hash(), head.root());
        assertIncluded(Hex.encode(receipt), head.root());
        var consistency = proofs.consistency(before.size(), head.size());
        assertThat(MerkleProofs.verifyConsistency(
                        before.size(),
                        Hex.decode(before.root()),
                        head.size(),
                        Hex.decode(head.root()),
                        consistency.proof().stream().map(Hex::decode).toList()))
                .isTrue();
        assertThat(publishHead.now()).as("nothing waits").isEqualTo(publishHead.now());
    }

    @Test
    void handsOutATrustFileThatAllWitnessesSigned() {
        publishHead.now();
        var file = TrustFile.from(CanonicalJson.read(get("/api/core/trust-file").asByteArray()));

        assertThat(file.verify().sigs()).hasSize(3);
        assertThat(get("/api/core/log/heads/latest").jsonPath().getString("head.log"))
                .isEqualTo(file.anchors().log());
    }

    @Test
    void movesTheSandboxClockForwardOnlyAndAtOnce() {
        var from = clock.now();
        moveClock.forward(Duration.ofDays(1));
        assertThat(clock.now()).isAfterOrEqualTo(from.plus(Duration.ofDays(1)));

        var refused = catchThrowableOfType(Refused.class, () -> moveClock.to(Instant.EPOCH));
        assertThat(refused.code().code()).isEqualTo("clock/only-forward");
        assertThat(publishHead.now().witnesses())
                .as("witnesses judge machine time")
                .hasSize(3);
    }

    private EntryRef append(TenderId tender, String type) {
        return QuarkusTransaction.requiringNew()
                .call(() -> chain.append(tender, type, CanonicalJson.object().put("a", 1)));
    }

    private void assertIncluded(String contentHash, String root) {
        var leaf = proofs.inclusion(contentHash).orElseThrow();
        var entry = MerkleTree.entry(Hex.decode(leaf.nonce()), Hex.decode(contentHash));
        var proof = leaf.proof().stream().map(Hex::decode).toList();
        assertThat(MerkleProofs.verifyInclusion(entry, leaf.index(), leaf.size(), proof, Hex.decode(root)))
                .isTrue();
    }
}
