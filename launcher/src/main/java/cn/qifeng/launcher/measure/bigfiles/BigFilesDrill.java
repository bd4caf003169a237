package cn.qifeng.launcher.measure.bigfiles;

import cn.qifeng.cli.client.Api;
import cn.qifeng.launcher.demo.StagedTender;
import cn.qifeng.launcher.measure.AsService;
import cn.qifeng.launcher.measure.Bar;
import cn.qifeng.launcher.measure.Drill;
import cn.qifeng.launcher.measure.Figures;
import cn.qifeng.launcher.measure.OwnPlatform;
import cn.qifeng.launcher.measure.bidder.BidderClient;
import cn.qifeng.launcher.measure.bidder.SmallBid;
import cn.qifeng.launcher.up.TemporaryFolder;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code qifeng drill big-files}: a bid larger than the memory of both sides is sealed, handed in while the line breaks and
 * processes die, stored, opened and read again byte for byte; and a store that fills up refuses clearly and recovers.
 */
@Command(
        name = "big-files",
        description = "A bid larger than memory over a line that breaks; a store that fills up",
        mixinStandardHelpOptions = true)
public final class BigFilesDrill extends Drill {

    private static final String LOSE_PROGRESS = "lose-progress";
    private static final String DAMAGE_FRAME = "damage-frame";
    private static final String KEEP_BROKEN = "keep-broken";

    private static final int LARGE_FILE = 6;
    private static final int STEPS_MAX = 18_000;
    private static final int STEP_MS = 100;
    private static final int TRIES_MAX = 40;
    private static final int FULL_MB = 12;
    private static final int ENOUGH_MB = 96;

    @Option(names = "--size-mb", description = "of the large file (default: ${DEFAULT-VALUE})", defaultValue = "2048")
    private int megabytes;

    @Option(
            names = "--breaks",
            description = "how often the line breaks (default: ${DEFAULT-VALUE})",
            defaultValue = "9")
    private int breaks;

    @Option(names = "--seed", description = "draw the same moments again (default: another each time)")
    private Long seed;

    @Option(
            names = "--skip-full-disk",
            description = "leave the part out that mounts a small file system, as root only")
    private boolean skipFullDisk;

    private Random random;

    @Override
    protected Map<String, String> sabotages() {
        return Map.of(
                LOSE_PROGRESS, "the bidder forgets what it has sent already",
                DAMAGE_FRAME, "one byte of a stored frame is changed before the opening",
                KEEP_BROKEN, "the store leaves half an object behind when it is full");
    }

    @Override
    protected void measure(Figures figures) throws Exception {
        long drawn = seed == null ? new Random().nextInt(Integer.MAX_VALUE) : seed;
        random = new Random(drawn);
        figures.add("seed", drawn);
        progress("seed %d", drawn);
        history().note("seed", "seed", drawn);
        try (var folder = TemporaryFolder.make("qifeng-big");
                var platform = OwnPlatform.make().with("QIFENG_SERVICE_HEAP", Bidder.HEAP)) {
            progress("ready in %.1f s; %s of heap on each side", platform.start(), Bidder.HEAP);
            large(figures, platform, folder.path());
        }
        if (!skipFullDisk) {
            try (var folder = TemporaryFolder.make("qifeng-full");
                    var platform = OwnPlatform.make().with("QIFENG_OBJECTS_RESERVE_BYTES", "0")) {
                full(figures, platform, folder.path());
            }
        }
    }

    private void large(Figures figures, OwnPlatform platform, Path folder) throws Exception {
        var tender = StagedTender.publish(platform.address(), folder.resolve("tender"));
        var bidder = Bidder.prepare(
                tender,
                tender.company(0),
                Files.createDirectories(folder.resolve("bidder")),
                megabytes,
                random.nextLong());
        try (var line = BreakingLine.to(platform.address())) {
            planBreaks(line, bidder, platform);
            long began = System.nanoTime();
            handIn(bidder, line);
            progress(
                    "handed in after %.0f s: %d frames, %d breaks, %d times a frame once more",
                    (System.nanoTime() - began) / 1e9, line.frames(), line.broken(), line.again());
            figures.add("megabytes", megabytes)
                    .add("handInSeconds", (System.nanoTime() - began) / 1e9)
                    .add("frames", line.frames(), Bar.atLeast(megabytes))
                    .add("breaks", line.broken(), Bar.exactly(breaks))
                    .add("sentAgain", line.again())
                    .add("againAfterBreakMax", line.againAfterBreakMax(), Bar.atMost(1));
            history().note("handed-in", "frames", line.frames(), "again", line.again());
        }
        small(tender, 1);
        small(tender, 2);
        if (sabotaged(DAMAGE_FRAME)) {
            damage(FullStore.of(platform));
        }
        opened(figures, platform, tender, bidder);
    }

    /** A third of the breaks cuts the connection, a third kills the bidder's process, a third the service. */
    private void planBreaks(BreakingLine line, Bidder bidder, OwnPlatform platform) {
        long part = (long) megabytes << 20;
        for (int i = 0; i < breaks; i++) {
            int kind = i % 3;
            long bytes = part / (breaks + 1) * (i + 1) + random.nextInt((int) (part / (breaks + 1) / 2));
            line.breakAfter(bytes, () -> breakNow(kind, bidder, platform));
        }
    }

    private void breakNow(int kind, Bidder bidder, OwnPlatform platform) {
        try {
            var what = kind == 0 ? "the connection was cut" : kind == 1 ? "the bidder died" : "trading-core died";
            if (kind == 1) {
                bidder.kill();
            } else if (kind == 2) {
                platform.kill("trading-core");
            }
            progress("  %s", what);
            history().note("break", "how", what);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handIn(Bidder bidder, BreakingLine line) throws IOException, InterruptedException {
        for (int i = 0; i < TRIES_MAX; i++) {
            int exit = bidder.handIn(line.address());
            if (exit == 0) {
                return;
            }
            history().note("ended", "exit", exit);
            if (exit == 1 && line.full() > 0) {
                return;
            }
            if (sabotaged(LOSE_PROGRESS)) {
                bidder.forgetProgress();
            }
        }
        throw new IOException("the bid was not handed in: " + bidder.said());
    }

    private static void small(StagedTender tender, int number) {
        var company = tender.company(number);
        var bid = SmallBid.seal(tender.publication(), company.key(), null, 100_000_000L + number * 1_000_000L);
        var client = new BidderClient(tender.visitor(), company);
        var body = BidderClient.seal(tender.lot(), bid, client.upload(tender.lot(), bid));
        client.call((Api api) -> api.post("/api/core/seals", body, UUID.randomUUID()));
    }

    /** Flips one byte of one of the largest objects. */
    private void damage(Path objects) throws IOException {
        try (var files = Files.walk(objects)) {
            var largest = files.filter(Files::isRegularFile)
                    .max((one, other) -> Long.compare(size(one), size(other)))
                    .orElseThrow();
            try (var file = new RandomAccessFile(largest.toFile(), "rw")) {
                file.seek(1000);
                int was = file.read();
                file.seek(1000);
                file.write(was ^ 1);
            }
            history().note("sabotage", "damaged", largest.getFileName().toString());
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void opened(Figures figures, OwnPlatform platform, StagedTender tender, Bidder bidder) throws Exception {
        var results = open(figures, tender).path("results");
        int opened = 0;
        int same = 0;
        var service = AsService.of(platform);
        for (JsonNode result : results) {
            boolean good = result.path("status").asText().equals("OPENED");
            opened += good ? 1 : 0;
            var files = "/internal/lots/" + tender.lot() + "/bids/"
                    + result.path("bidId").asText() + "/files/";
            var manifest = good ? service.get(files + 2).path("files") : result.path("none");
            if (manifest.size() == LARGE_FILE) {
                long began = System.nanoTime();
                boolean alike = service.sm3(files + LARGE_FILE).equals(bidder.sm3())
                        && manifest.get(LARGE_FILE - 1).path("name").asText().equals(Bidder.NAME);
                same += alike ? 1 : 0;
                figures.add("readAgainSeconds", (System.nanoTime() - began) / 1e9);
            }
        }
        figures.add("opened", opened, Bar.exactly(3))
                .add("sameBytesAndName", same, Bar.exactly(1))
                .add("namesOnDisk", named(platform.data()), Bar.exactly(0));
        progress(
                "%d bids opened; the large file read again: %s", opened, same == 1 ? "the same bytes" : "NOT THE SAME");
    }

    private JsonNode open(Figures figures, StagedTender tender) throws Exception {
        long pressed = 0;
        for (int i = 0; i < STEPS_MAX; i++) {
            var view = tender.hall();
            if (view.has("results")) {
                figures.add("openSeconds", (System.nanoTime() - pressed) / 1e9);
                return view;
            }
            tender.takePart(view);
            if (pressed == 0 && view.path("state").asText().equals("UNSEALING")) {
                pressed = System.nanoTime();
            }
            Thread.sleep(STEP_MS);
        }
        throw new IOException("the opening did not come to its prices: " + tender.hall());
    }

    /** Files of the platform whose path has anything of the bidder's file name. */
    private static int named(Path data) throws IOException {
        try (var files = Files.walk(data)) {
            return (int) files.filter(file -> file.toString().contains("passwd")
                            || file.toString().contains("图纸"))
                    .count();
        }
    }

    private void full(Figures figures, OwnPlatform platform, Path folder) throws Exception {
        try (var store = FullStore.mount(platform, FULL_MB)) {
            progress("ready in %.1f s, its store has %d MB", platform.start(), FULL_MB);
            var tender = StagedTender.publish(platform.address(), folder.resolve("tender"));
            var bidder = Bidder.prepare(
                    tender,
                    tender.company(0),
                    Files.createDirectories(folder.resolve("bidder")),
                    2 * FULL_MB,
                    random.nextLong());
            try (var line = BreakingLine.to(platform.address())) {
                handIn(bidder, line);
                boolean clear = line.full() > 0 && bidder.said().contains("bidding/storage-full");
                if (sabotaged(KEEP_BROKEN)) {
                    store.leaveHalf();
                }
                int broken = store.broken(platform);
                progress("full: refused %d times, %d broken objects", line.full(), broken);
                store.grow(ENOUGH_MB);
                int exit = bidder.handIn(line.address());
                progress("larger: the same command ended with %d", exit);
                figures.add("fullRefusedClearly", clear ? 1 : 0, Bar.exactly(1))
                        .add("fullBrokenObjects", broken + store.broken(platform), Bar.exactly(0))
                        .add("fullRecovered", exit == 0 ? 1 : 0, Bar.exactly(1));
                history().note("full", "refusals", line.full(), "broken", broken, "exitAfterwards", exit);
            }
        }
    }
}
