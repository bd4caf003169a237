package cn.qifeng.launcher.measure.opening;

import cn.qifeng.cli.client.Api;
import cn.qifeng.launcher.demo.StagedTender;
import cn.qifeng.launcher.measure.Bar;
import cn.qifeng.launcher.measure.Figures;
import cn.qifeng.launcher.measure.Measurement;
import cn.qifeng.launcher.measure.OwnPlatform;
import cn.qifeng.launcher.measure.bidder.BidderClient;
import cn.qifeng.launcher.measure.bidder.SmallBid;
import cn.qifeng.launcher.up.TemporaryFolder;
import cn.qifeng.trust.gcrypt.Gcrypt;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code qifeng bench opening}: how long the hall waits between the last press and the prices, beside the pure decryption
 * of the same bytes by the same library on as many threads.
 */
@Command(
        name = "opening",
        description = "from the last press to the reveal, beside the pure decryption of the same bytes",
        mixinStandardHelpOptions = true)
public final class OpeningBench extends Measurement {

    private static final int UPLOADS_AT_ONCE = 2;
    private static final int STEPS_MAX = 3_000;
    private static final int STEP_MS = 100;
    private static final int PURE_ROUNDS = 3;

    /** What group E of the national catalogue asks: more than 100 files, or more than 1 GB, a minute; this holds both. */
    private static final double FILES_PER_MINUTE_MIN = 100;

    private static final double GB_PER_MINUTE_MIN = 1;

    @Option(names = "--bids", description = "how many bids (default: ${DEFAULT-VALUE})", defaultValue = "50")
    private int bids;

    @Option(names = "--size-mb", description = "of each bid (default: ${DEFAULT-VALUE})", defaultValue = "20")
    private int megabytes;

    @Override
    protected void measure(Figures figures) throws Exception {
        try (var folder = TemporaryFolder.make("qifeng-opening");
                var platform = OwnPlatform.make()) {
            progress("ready in %.1f s; frames are opened by %s", platform.start(), Gcrypt.state());
            var tender = StagedTender.publish(platform.address(), folder.path());
            var sealed = sealAll(tender);
            progress("%d bids of %d MB are sealed", sealed.size(), megabytes);
            bringToPresses(tender);
            tender.preparePress(0).send();
            var last = tender.preparePress(1);
            double seconds;
            JsonNode revealed;
            try (var hall = HallWatch.open(platform.address(), tender)) {
                long began = System.nanoTime();
                last.send();
                double answered = (System.nanoTime() - began) / 1e9;
                revealed = hall.reveal();
                seconds = (System.nanoTime() - began) / 1e9;
                progress("the last press was answered after %.2f s, prices were shown after %.2f s", answered, seconds);
                figures.add("pressAnsweredSeconds", answered);
            }
            tell(figures, platform, sealed, revealed, seconds);
        }
    }

    private void tell(
            Figures figures, OwnPlatform platform, List<PureDecryption.Bid> sealed, JsonNode revealed, double seconds)
            throws Exception {
        var pure = new PureDecryption(platform, sealed);
        double decrypt = pure.medianSeconds(PURE_ROUNDS);
        int opened = 0;
        for (JsonNode result : revealed.path("results")) {
            opened += result.path("status").asText().equals("OPENED") ? 1 : 0;
        }
        figures.add("revealSeconds", seconds)
                .add("decryptSeconds", decrypt)
                .add("decryptThreads", PureDecryption.THREADS)
                .add("gigabytes", pure.bytes() / 1e9)
                .add("opened", opened, Bar.exactly(bids))
                .add("gbPerMinute", pure.bytes() / 1e9 / seconds * 60, Bar.atLeast(GB_PER_MINUTE_MIN))
                .add("filesPerMinute", pure.files() / seconds * 60, Bar.atLeast(FILES_PER_MINUTE_MIN))
                .add("openPerDecrypt", decrypt / seconds, Bar.atLeast(0.6));
    }

    private List<PureDecryption.Bid> sealAll(StagedTender tender) throws Exception {
        var companies = new ArrayList<StagedTender.Company>();
        for (int i = 0; i < bids; i++) {
            companies.add(tender.company(i));
        }
        progress("%d companies are registered", companies.size());
        var threads = Executors.newFixedThreadPool(UPLOADS_AT_ONCE);
        try {
            var sealed = new ArrayList<PureDecryption.Bid>();
            for (var one : threads.invokeAll(companies.stream()
                    .<Callable<PureDecryption.Bid>>map(
                            company -> () -> seal(tender, company, companies.indexOf(company)))
                    .toList())) {
                sealed.add(one.get());
            }
            return sealed;
        } finally {
            threads.shutdownNow();
        }
    }

    private PureDecryption.Bid seal(StagedTender tender, StagedTender.Company company, int number) {
        var bid = SmallBid.seal(
                tender.publication(), company.key(), null, 100_000_000L + number * 1_000_000L, megabytes << 20);
        var client = new BidderClient(tender.visitor(), company);
        var ticket = client.upload(tender.lot(), bid);
        var body = BidderClient.seal(tender.lot(), bid, ticket);
        client.call((Api api) -> api.post("/api/core/seals", body, UUID.randomUUID()));
        return new PureDecryption.Bid(
                UUID.fromString(ticket.substring(0, ticket.indexOf('.'))),
                bid.sealed().header(),
                bid.sealed().keys());
    }

    private static void bringToPresses(StagedTender tender) throws Exception {
        for (int i = 0; i < STEPS_MAX; i++) {
            var view = tender.hall();
            if (view.path("state").asText().equals("UNSEALING")) {
                return;
            }
            tender.takePart(view);
            Thread.sleep(STEP_MS);
        }
        throw new IOException("the opening did not come to the presses: " + tender.hall());
    }
}
