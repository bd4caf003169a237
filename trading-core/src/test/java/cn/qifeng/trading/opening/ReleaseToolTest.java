package cn.qifeng.trading.opening;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.cli.client.Api;
import cn.qifeng.cli.seal.BidFiles;
import cn.qifeng.cli.seal.Envelope;
import cn.qifeng.cli.seal.HandIn;
import cn.qifeng.cli.seal.Publication;
import cn.qifeng.cli.seal.ReleaseCommand;
import cn.qifeng.kernel.ChineseCapitals;
import cn.qifeng.kernel.Fen;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.trading.SandboxResource;
import cn.qifeng.trading.clock.application.DueActs;
import cn.qifeng.trading.clock.application.MoveClock;
import cn.qifeng.trading.log.application.PublishHead;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.envelope.BidDocument;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.trustfile.TrustFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@DisplayName("A bidder releases a bid that it sealed offline 离线封标后的放行")
class ReleaseToolTest {

    private static final int MINUTES = 30;

    @TempDir
    Path folder;

    @Inject
    TestLots testLots;

    @Inject
    TestHall hall;

    @Inject
    Directory directory;

    @Inject
    PublishHead publishHead;

    @Inject
    MoveClock moveClock;

    @Inject
    DueActs dueActs;

    private LyingPlatform platform;
    private PublishedLot lot;

    @BeforeEach
    void publishALot() throws IOException {
        publishHead.now();
        lot = testLots.publishForRelease(Duration.ofDays(21), MINUTES);
        dueActs.runRound();
        publishHead.now();
        platform = new LyingPlatform(RestAssured.port);
        for (String bidder : List.of("bidder1", "bidder2", "bidder3")) {
            TrusteeTool.of(folder, bidder, platform.address());
            seal(bidder);
        }
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void rehearsesBeforeTheDeadlineAndReleasesInTheWindow() throws IOException {
        platform.posts().clear();
        var rehearsed = run("bidder1", "--rehearse");
        assertThat(rehearsed.exit()).as(rehearsed.err()).isZero();
        assertThat(rehearsed.out()).contains("Rehearsed").contains("3 trustees").contains("nothing was released");
        assertThat(platform.posts()).allMatch(path -> path.startsWith("/api/core/sessions/"));
        assertThat(run("bidder1").err()).contains("opening/wrong-step");

        openTheWindow();
        refusesOtherTrusteesThanItSealedTo();
        for (String bidder : List.of("bidder1", "bidder2", "bidder3")) {
            var released = run(bidder);
            assertThat(released.exit()).as(released.err()).isZero();
            assertThat(folder.resolve(bidder + "/envelope/release-receipt.json"))
                    .exists();
        }
        var again = run("bidder1");
        assertThat(again.exit()).as(again.err()).isZero();
        moveClock.forward(Duration.ofMinutes(MINUTES).plusSeconds(2));
        assertThat(hall.await(lot, "DRAWING").extract().<List<String>>path("release.bids.outcome"))
                .containsOnly("RELEASED");
    }

    @Test
    void aRehearsalNamesADamagedEnvelopeAndAnotherKey() throws IOException {
        var frames = folder.resolve("bidder1/envelope/files/3.enc");
        var bytes = Files.readAllBytes(frames);
        bytes[5] ^= 1;
        Files.write(frames, bytes);
        assertThat(run("bidder1", "--rehearse").err()).contains("envelope/frame-forged");

        var notes = folder.resolve("bidder2/envelope/seal.json");
        var changed = CanonicalJson.decode(Files.readAllBytes(notes)).put("ownKey", "11".repeat(32));
        Files.write(notes, CanonicalJson.encode(changed));
        assertThat(run("bidder2", "--rehearse").err()).contains("envelope/wrap-differs");
    }

    private void refusesOtherTrusteesThanItSealedTo() {
        var other = testLots.publishForRelease(Duration.ofDays(21), MINUTES);
        var foreign = CanonicalJson.read(given().get("/api/core/public/tenders/" + other.tender())
                        .asByteArray())
                .path("keySet");
        platform.lies((path, answer) -> path.endsWith("/releases/to-do") ? withSet(answer, foreign) : answer);
        platform.posts().clear();
        var refused = run("bidder1");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("sealing/other-envelope").contains("trusteeSet");
        assertThat(platform.posts()).noneMatch(path -> path.endsWith("/releases"));
        platform.tellsTheTruth();
    }

    private static byte[] withSet(byte[] answer, JsonNode set) {
        ObjectNode due = CanonicalJson.read(answer);
        due.set("keySet", set);
        return CanonicalJson.encode(due);
    }

    private void openTheWindow() {
        moveClock.forward(Duration.ofDays(21).plusSeconds(2));
        hall.await(lot, "LISTED");
        moveClock.forward(Duration.ofSeconds(61));
        hall.await(lot, "RELEASING");
    }

    private TrusteeTool.Said run(String bidder, String... more) {
        var home = folder.resolve(bidder);
        var arguments = new ArrayList<>(List.of(
                "--trust=" + home.resolve("trust.json"),
                "--key=" + home.resolve("me.qkf"),
                "--password=qifeng-demo",
                "--address=" + platform.address(),
                "--bid=" + home.resolve("envelope")));
        arguments.addAll(List.of(more));
        return TrusteeTool.said(new ReleaseCommand(), arguments);
    }

    private void seal(String bidder) throws IOException {
        var home = folder.resolve(bidder);
        var trust = TrustFile.from(CanonicalJson.read(Files.readAllBytes(home.resolve("trust.json"))))
                .verify();
        var api = Api.at(URI.create(platform.address()));
        var downloaded = api.get("/api/core/public/tenders/" + lot.tender());
        var publication =
                Publication.verify(downloaded, api.get("/api/core/log/proofs/" + lot.publicationHash()), trust);
        var letter = Files.writeString(home.resolve("letter.pdf"), "投标函");
        var price = new Fen(100_000_000L);
        var bid = new BidDocument(
                price,
                ChineseCapitals.of(price),
                300,
                "合格",
                90,
                "张三",
                new BidDocument.Security(BidDocument.Form.BOND, new Fen(20_000_000L), "BH-1"));
        var key = TestPerson.of(directory, bidder).key();
        var envelope = Envelope.seal(
                publication,
                new BidFiles(bid, letter, letter, letter, List.of()),
                key,
                Optional.empty(),
                null,
                home.resolve("envelope"));
        new HandIn(api, key, trust).deliver(envelope);
    }
}
