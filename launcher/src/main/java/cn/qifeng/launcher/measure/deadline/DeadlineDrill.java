package cn.qifeng.launcher.measure.deadline;

import cn.qifeng.launcher.demo.StagedTender;
import cn.qifeng.launcher.measure.Bar;
import cn.qifeng.launcher.measure.Drill;
import cn.qifeng.launcher.measure.Figures;
import cn.qifeng.launcher.measure.OwnPlatform;
import cn.qifeng.launcher.up.TemporaryFolder;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code qifeng drill deadline}: many seals aimed at half a second around a deadline, at two instances of trading-core on
 * one database, with bodies that dribble, repetitions, and processes that stand still. Nobody who was in time is turned
 * away, nobody who was late is taken, everybody is answered.
 */
@Command(
        name = "deadline",
        description = "seals aimed at a deadline at two instances, with slow bodies, repetitions and pauses",
        mixinStandardHelpOptions = true)
public final class DeadlineDrill extends Drill {

    private static final String LATE_ACCEPT = "late-accept";
    private static final long MILLI = 1_000_000L;
    private static final int AROUND_MS = 500;
    private static final int BEFORE_SECONDS = 15;
    private static final int ANSWER_SECONDS_MAX = 120;
    private static final int THREADS = 4;
    private static final int CLIENTS = 8;
    private static final int RATE_COMPANIES = 40;
    private static final int WARM_UP_ROUNDS = 4;
    private static final int SLOW_PERCENT = 30;
    private static final int REPEATED_PERCENT = 10;
    private static final int REPEAT_MS_MAX = 400;
    private static final int SLOW_MS_MAX = 2_000;
    private static final int AGAIN_MAX = 20;
    private static final int BEHIND_MS = 300;

    @Option(names = "--attempts", description = "how many seals (default: ${DEFAULT-VALUE})", defaultValue = "1000")
    private int attempts;

    @Option(names = "--seed", description = "draw the same moments and pauses again (default: another each time)")
    private Long seed;

    private final List<String> before = new ArrayList<>();
    private StagedTender tender;
    private List<URI> nodes;
    private Random random;
    private int companies;

    @Override
    protected Map<String, String> sabotages() {
        return Map.of(
                LATE_ACCEPT, "the legal clock is put back by 300 ms in the database, so that late seals look early");
    }

    @Override
    protected void measure(Figures figures) throws Exception {
        long drawn = seed == null ? new Random().nextInt(Integer.MAX_VALUE) : seed;
        random = new Random(drawn);
        progress("seed %d", drawn);
        history().note("seed", "seed", drawn);
        figures.add("seed", drawn);
        try (var folder = TemporaryFolder.make("qifeng-deadline");
                var platform = OwnPlatform.make()) {
            progress("ready in %.1f s", platform.start());
            try (var second = SecondNode.start(platform)) {
                var first = URI.create(platform.settings("remote-evaluation").getProperty("qifeng.url.trading-core"));
                nodes = List.of(first, second.address());
                tender = StagedTender.publish(platform.address(), folder.path());
                double rate = rate();
                progress("two instances; %.0f seals a second; %d bidders get ready …", rate, attempts);
                var ready = Field.prepare(tender, Field.companies(tender, companies, attempts, THREADS), 1, THREADS);
                ready.forEach(one -> one.get(0).client().token());
                volley(figures, platform, List.of(platform.pid("trading-core"), second.pid()), ready, rate);
            }
        }
    }

    /** Seals a second that one instance takes in peace, both being warm. */
    private double rate() throws Exception {
        double seconds = 1;
        for (int i = 0; i <= WARM_UP_ROUNDS; i++) {
            var rate = new SealRate(nodes.get((i + 1) % nodes.size()), tender.lot(), CLIENTS);
            var rows = Field.prepare(tender, Field.companies(tender, companies, RATE_COMPANIES, THREADS), 1, THREADS);
            companies += RATE_COMPANIES;
            rows.forEach(row -> before.add(row.get(0).bid().headerHash()));
            seconds = rate.seals(rows);
        }
        return RATE_COMPANIES / seconds;
    }

    private void volley(
            Figures figures, OwnPlatform platform, List<Long> pids, List<List<Field.Ready>> ready, double rate)
            throws Exception {
        var deadline = tender.publication().terms().bidDeadline();
        tender.moveTo(deadline.minusSeconds(BEFORE_SECONDS));
        long deadlineNanos = nanosOf(deadline);
        if (sabotaged(LATE_ACCEPT)) {
            putBack(platform);
        }
        var shots = shots(ready, deadlineNanos);
        var pauses = new Pauses(pids, deadlineNanos, random);
        try (var volley = new Volley(shots, nodes, tender.lot())) {
            progress(
                    "%d connections stand; the deadline is in %.1f s",
                    shots.size(), (deadlineNanos - System.nanoTime()) / 1e9);
            var threads = pauses.start();
            volley.fire(deadlineNanos + TimeUnit.SECONDS.toNanos(ANSWER_SECONDS_MAX));
            for (var thread : threads) {
                thread.join();
            }
        }
        var judge = new Judge(tender.trust(), deadline, deadlineNanos, history());
        int again = again(shots);
        shots.forEach(judge::judge);
        judge.judgeList(list(), before);
        figures.add("again", again);
        tell(figures, shots, judge, pauses, rate);
    }

    /** {@link System#nanoTime()} of a moment of legal time: both clocks are this machine's, and the sandbox's offset is known. */
    private long nanosOf(Instant deadline) {
        var clock = tender.visitor().get("/api/core/clock");
        var offset = Duration.between(
                Instant.parse(clock.path("machine").asText()),
                Instant.parse(clock.path("legal").asText()));
        long nanos = System.nanoTime();
        return nanos + Duration.between(Instant.now().plus(offset), deadline).toNanos();
    }

    private void putBack(OwnPlatform platform) throws Exception {
        try (var connection = platform.database("trading-core");
                var statement = connection.createStatement()) {
            statement.executeUpdate("update legal_clock set offset_ms = offset_ms - " + BEHIND_MS);
            history().note("sabotage", "behindMs", BEHIND_MS);
        }
    }

    private List<Shot> shots(List<List<Field.Ready>> ready, long deadlineNanos) {
        var shots = new ArrayList<Shot>();
        for (var one : ready) {
            long aim = deadlineNanos + (random.nextInt(2 * AROUND_MS * 1_000) - AROUND_MS * 1_000L) * 1_000;
            long slow = random.nextInt(100) < SLOW_PERCENT ? random.nextInt(SLOW_MS_MAX) * MILLI : 0;
            var shot = new Shot(one.get(0), UUID.randomUUID(), random.nextInt(nodes.size()), aim, slow, null);
            shots.add(shot);
            if (random.nextInt(100) < REPEATED_PERCENT) {
                long later = aim + random.nextInt(REPEAT_MS_MAX) * MILLI;
                shots.add(new Shot(shot.ready, shot.key, random.nextInt(nodes.size()), later, 0, shot));
            }
        }
        return shots;
    }

    /** Sends again, to the other node, what was not decided, as a client does; returns how many had to be. */
    private int again(List<Shot> shots) throws IOException, InterruptedException {
        var undecided = shots.stream().filter(shot -> !shot.decided()).toList();
        for (var shot : undecided) {
            for (int i = 0; i < AGAIN_MAX && !shot.decided(); i++) {
                history().note("again", "who", shot.ready.client().company().uscc(), "status", shot.status);
                var repeated =
                        new Shot(shot.ready, shot.key, (shot.node + 1) % nodes.size(), System.nanoTime(), 0, shot);
                try (var one = new Volley(List.of(repeated), nodes, tender.lot())) {
                    one.fire(System.nanoTime() + TimeUnit.SECONDS.toNanos(ANSWER_SECONDS_MAX));
                }
                shot.status = repeated.status;
                shot.answer = repeated.answer;
                shot.answeredNanos = repeated.answeredNanos;
                TimeUnit.MILLISECONDS.sleep(shot.decided() ? 0 : 250);
            }
        }
        return undecided.size();
    }

    private JsonNode list() throws IOException, InterruptedException {
        for (int i = 0; i < ANSWER_SECONDS_MAX * 4; i++) {
            var hall = tender.hall();
            if (hall.has("bidList")) {
                return hall.path("bidList").path("list").path("bids");
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
        throw new IOException("the lot was not frozen: " + tender.hall());
    }

    private void tell(Figures figures, List<Shot> shots, Judge judge, Pauses pauses, double rate) {
        var unpaused = shots.stream()
                .filter(shot -> shot.decided() && !pauses.touched(shot))
                .mapToLong(shot -> shot.answeredNanos - shot.sentNanos)
                .toArray();
        Arrays.sort(unpaused);
        double p99 = unpaused.length == 0 ? 0 : unpaused[(unpaused.length - 1) * 99 / 100] / 1e9;
        figures.add(
                        "attempts",
                        (double)
                                shots.stream().filter(it -> it.original == null).count(),
                        Bar.exactly(attempts))
                .add("repetitions", (double)
                        shots.stream().filter(it -> it.original != null).count())
                .add("pauses", pauses.made().size(), Bar.atLeast(1))
                .add("receipts", judge.accepted, Bar.atLeast(1))
                .add("held", judge.held)
                .add("refusals", judge.refused, Bar.atLeast(1))
                .add("unanswered", judge.unanswered, Bar.exactly(0))
                .add("wrong", judge.wrong, Bar.exactly(0))
                .add("sealsPerSecond", rate)
                .add("unpaused", unpaused.length, Bar.atLeast(attempts / 10.0))
                .add("p99Millis", p99 * 1e3)
                .add("p99Ratio", p99 / (attempts / rate), Bar.atMost(2));
    }
}
