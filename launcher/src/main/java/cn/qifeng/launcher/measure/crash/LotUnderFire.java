package cn.qifeng.launcher.measure.crash;

import cn.qifeng.auditor.Audit;
import cn.qifeng.auditor.Report;
import cn.qifeng.cli.client.ApiFailed;
import cn.qifeng.launcher.demo.StagedTender;
import cn.qifeng.launcher.measure.bidder.BidderClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** One lot from its first seal to its prices, with a part of the platform killed in every cycle. */
final class LotUnderFire {

    /** What is told of each cycle. */
    interface Cycle {

        /** A part was killed after so many milliseconds, and the platform was back after so many seconds. */
        void done(String phase, Killer.Victim victim, int delayMs, double backSeconds);
    }

    private static final List<String> STATES =
            List.of("SCHEDULED", "FREEZING", "LISTED", "DRAWING", "UNSEALING", "OPENED");
    private static final List<String> PHASES = List.of("SCHEDULED", "DRAWING", "UNSEALING", "OPENED");
    private static final int ACTS_MS_MIN = 800;
    private static final int DELAY_MS_MAX = 1_500;
    private static final int STEPS_MAX = 2_000;
    private static final int BACK_TRIES_MAX = 600;

    private final StagedTender tender;
    private final Killer killer;
    private final Random random;
    private final Cycle cycle;
    private final List<Bidder> bidders = new ArrayList<>();
    private final Hall hall;
    private volatile String state = "";

    LotUnderFire(
            StagedTender tender,
            List<StagedTender.Company> companies,
            Killer killer,
            Tally tally,
            Random random,
            Cycle cycle) {
        this.tender = tender;
        this.killer = killer;
        this.random = random;
        this.cycle = cycle;
        companies.forEach(company ->
                bidders.add(new Bidder(tender, new BidderClient(tender.visitor(), company), tally, random.nextLong())));
        this.hall = new Hall(bidders.stream().map(Bidder::ledger).toList(), tally);
    }

    /** Bidders seal, replace and withdraw, all at once, until one part dies; then everything is looked through. */
    void bidUnderFire() throws Exception {
        var stop = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(bidders.size());
        try {
            var running = new ArrayList<Future<?>>();
            for (Bidder bidder : bidders) {
                running.add(threads.submit(() -> {
                    while (!stop.get()) {
                        bidder.act();
                    }
                }));
            }
            int delay = ACTS_MS_MIN + random.nextInt(DELAY_MS_MAX);
            var victim = Killer.draw(random);
            TimeUnit.MILLISECONDS.sleep(delay);
            long began = System.nanoTime();
            killer.kill(victim);
            TimeUnit.MILLISECONDS.sleep(victim == Killer.Victim.GUARANTEE_BOND ? ACTS_MS_MIN : 0);
            stop.set(true);
            for (Future<?> bidder : running) {
                bidder.get(5, TimeUnit.MINUTES);
            }
            back();
            cycle.done("bidding", victim, delay, (System.nanoTime() - began) / 1e9);
        } finally {
            threads.shutdownNow();
        }
        checkBids();
    }

    /** Every bidder's own view against its ledger; what is in doubt is sent again. */
    void checkBids() {
        for (Bidder bidder : bidders) {
            bidder.check();
        }
    }

    /** Everybody has a bid when bidding ends. */
    void settle() {
        bidders.forEach(Bidder::settle);
        checkBids();
    }

    /** The opening goes on until one part dies, soon after it came to the {@code n}th phase; then the hall is looked through. */
    void openUnderFire(int n) throws Exception {
        var phase = PHASES.get(n % PHASES.size());
        var victim = Killer.draw(random);
        int delay = random.nextInt(DELAY_MS_MAX);
        var stop = new AtomicBoolean();
        ExecutorService driver = Executors.newSingleThreadExecutor();
        try {
            var driving = driver.submit(() -> {
                while (!stop.get()) {
                    step();
                }
            });
            await(phase);
            TimeUnit.MILLISECONDS.sleep(delay);
            long began = System.nanoTime();
            killer.kill(victim);
            stop.set(true);
            driving.get(5, TimeUnit.MINUTES);
            back();
            cycle.done("opening in " + state, victim, delay, (System.nanoTime() - began) / 1e9);
        } finally {
            driver.shutdownNow();
        }
        hall.check(tender.hall());
    }

    private void await(String phase) throws InterruptedException {
        for (int i = 0; i < STEPS_MAX && STATES.indexOf(state) < STATES.indexOf(phase); i++) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** The opening goes on to its prices, undisturbed. */
    void open() throws IOException {
        for (int i = 0; i < STEPS_MAX; i++) {
            var view = step();
            if (view != null && Hall.opened(view)) {
                hall.check(view);
                return;
            }
        }
        throw new IOException("the opening did not come to its prices: " + tender.hall());
    }

    /** One step, as far as the platform answers; {@code null} when it does not. */
    private JsonNode step() {
        try {
            var view = tender.hall();
            state = view.path("state").asText();
            hall.pressed(tender.takePart(view));
            TimeUnit.MILLISECONDS.sleep(100);
            return view;
        } catch (ApiFailed notNow) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** The bonds, and whether the auditor proves the package. */
    boolean proved(Path folder) throws IOException, InterruptedException {
        killer.awaitBond();
        bidders.forEach(Bidder::checkBonds);
        Files.createDirectories(folder);
        var file = folder.resolve("evidence.zip");
        tender.downloadPackage(file);
        Files.write(folder.resolve("trust.json"), tender.trustFile());
        var report = Audit.run(file, folder.resolve("trust.json"), finding -> {});
        if (report.verdict() != Report.Verdict.PROVED) {
            throw new IOException(
                    "the package is " + report.verdict() + ": " + report.object() + " " + report.reason());
        }
        return true;
    }

    /** Until trading-core is ready and really answers a caller again, also over connections that died with the database. */
    private void back() throws IOException, InterruptedException {
        killer.awaitCore();
        for (int i = 0; i < BACK_TRIES_MAX; i++) {
            try {
                tender.hall();
                return;
            } catch (ApiFailed notYet) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new IOException("trading-core is ready and does not answer");
    }
}
