package cn.qifeng.trading.opening;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.trading.StillSandboxResource;
import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.log.application.PublishHead;
import cn.qifeng.trading.opening.application.ScheduleOpening;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.envelope.BidFileRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@WithTestResource(StillSandboxResource.class)
@DisplayName("Nobody reads a bid before the opening 投标内容保密")
class CanaryTest {

    private static final List<BidFileRole> PARTS =
            List.of(BidFileRole.LETTER, BidFileRole.TECHNICAL, BidFileRole.PRICED_BILL);

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

    @Inject
    Residue residue;

    /** Every marker of this run begins with it. */
    private final String run = "canary" + Long.toString(System.nanoTime(), 36) + "-";

    private final List<Marker> secrets = new ArrayList<>(List.of(new Marker(run)));
    private final List<TestBid> bids = new ArrayList<>();

    @Test
    @DisplayName("no marker of letter, technical part, bill or price, and no bidder beside its lot, is found anywhere")
    void noTraceOfABidIsFoundAnywhere() throws IOException {
        publishHead.now();
        residue.startLogging();
        var lot = lots.publish(Duration.ofDays(21));
        scheduleOpening.ifMissing(lot.lot());
        for (int i = 1; i <= 3; i++) {
            bid(lot, "bidder" + i, 87_000_000_000L + i * 1_234_567L);
        }
        publishHead.always();

        var rows = residue.rows();
        var answers = residue.bodies(everyAnswer.about(lot));
        var files = residue.files();
        seesWhatIsThere(lot, rows, answers, files);
        for (var secret : secrets) {
            rows.forEach(
                    (where, bytes) -> assertThat(secret.inside(bytes)).as(where).isEmpty());
            answers.forEach(
                    (where, bytes) -> assertThat(secret.inside(bytes)).as(where).isEmpty());
            files.forEach(
                    (where, bytes) -> assertThat(secret.in(bytes)).as(where).isEmpty());
            assertThat(secret.inside(residue.log())).as("log").isEmpty();
        }
        nobodyStandsBesideTheLot(lot, rows, answers);
    }

    @Test
    @DisplayName("a marker is found in whatever it is packed")
    void aMarkerIsFoundInWhateverItIsPacked() throws IOException {
        var marker = new Marker("标记canary-" + UUID.randomUUID());
        var plain = ("xy" + marker.text() + "z").getBytes(StandardCharsets.UTF_8);
        var packed = new TreeMap<String, byte[]>();
        packed.put("plain", plain);
        packed.put("utf-16", marker.text().getBytes(StandardCharsets.UTF_16LE));
        packed.put("hex", HexFormat.of().formatHex(plain).getBytes(StandardCharsets.US_ASCII));
        for (int offset = 0; offset < 3; offset++) {
            packed.put("base64 " + offset, Base64.getEncoder().encode(Arrays.copyOfRange(plain, offset, plain.length)));
        }
        packed.put("gzip", gzipped(plain));
        packed.put("base64 of gzip", Base64.getEncoder().encode(gzipped(plain)));
        packed.put("hex of zip", HexFormat.of().formatHex(zipped(plain)).getBytes(StandardCharsets.US_ASCII));
        packed.put("gzip in zip", zipped(gzipped(plain)));

        packed.forEach((how, bytes) -> assertThat(marker.inside(bytes)).as(how).isNotEmpty());
        assertThat(marker.inside(gzipped("nothing of the kind".getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    private void bid(PublishedLot lot, String account, long priceFen) {
        var bidder = TestPerson.of(directory, account);
        var parts = new TreeMap<BidFileRole, byte[]>();
        for (var part : PARTS) {
            var text = "%PDF-1.7\n标书 " + run + part + UUID.randomUUID() + " 完";
            parts.put(part, text.repeat(40).getBytes(StandardCharsets.UTF_8));
        }
        var bid = TestBid.seal(lot, keySets.of(lot), bidder.key(), TestBid.newBidId(), null, priceFen, parts);
        secrets.add(new Marker(String.valueOf(priceFen)));
        var client = new BidderClient(bidder, lot);
        client.seal(bid, client.upload(bid)).statusCode(200);
        bids.add(bid);
    }

    /** The search would find something: the lot's name in tables, files and answers, and a ciphertext among the objects. */
    private void seesWhatIsThere(
            PublishedLot lot, Map<String, byte[]> rows, Map<String, byte[]> answers, Map<String, byte[]> files) {
        var name = new Marker(lot.name());
        assertThat(rows.values()).anyMatch(bytes -> !name.in(bytes).isEmpty());
        assertThat(answers.values()).anyMatch(bytes -> !name.in(bytes).isEmpty());
        assertThat(files.values()).anyMatch(bytes -> !name.in(bytes).isEmpty());
        var frame = new String(bids.get(0).frames().get(2).bytes(), StandardCharsets.ISO_8859_1);
        assertThat(files.values()).anyMatch(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains(frame));
        assertThat(answers).hasSizeGreaterThan(500);
    }

    private void nobodyStandsBesideTheLot(PublishedLot lot, Map<String, byte[]> rows, Map<String, byte[]> answers) {
        var bidders = List.of("bidder1", "bidder2", "bidder3").stream()
                .flatMap(account -> names(account).stream())
                .toList();
        var envelopes = bids.stream()
                .flatMap(bid -> List.of(bid.bidId(), bid.headerHash()).stream())
                .toList();
        rows.forEach((where, bytes) -> {
            var text = new String(bytes, StandardCharsets.UTF_8);
            assertThat(text).as(where).doesNotContain(envelopes);
            if (text.contains(lot.lot().toString())
                    || text.contains(lot.tender().toString())) {
                assertThat(text).as(where).doesNotContain(bidders);
            }
        });
        answers.forEach((where, bytes) -> {
            var text = new String(bytes, StandardCharsets.UTF_8);
            assertThat(text).as(where).doesNotContain(envelopes);
            if (where.contains("{lot}") || where.contains("/tenders/{id}")) {
                assertThat(text).as(where).doesNotContain(bidders);
            }
        });
        assertThat(new String(residue.log(), StandardCharsets.UTF_8))
                .doesNotContain(bidders)
                .doesNotContain(envelopes);
    }

    private List<String> names(String account) {
        var person = directory.account(account).orElseThrow();
        var party = directory.party(person.party().orElseThrow());
        var certificate = TestPerson.of(directory, account).key().certificateId();
        return List.of(
                party.name(),
                party.uscc().value(),
                party.id().toString(),
                person.id().toString(),
                certificate);
    }

    private static byte[] gzipped(byte[] plain) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    private static byte[] zipped(byte[] plain) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("a.txt"));
            zip.write(plain);
        }
        return out.toByteArray();
    }
}
