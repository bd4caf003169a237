package cn.qifeng.launcher.measure;

import cn.qifeng.cli.proof.Receipt;
import cn.qifeng.launcher.demo.Demo;
import cn.qifeng.launcher.up.TemporaryFolder;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Kills everything, services and database, in the middle of a small tender, starts it again, and looks whether anything
 * that was acknowledged is lost: receipts, entries, and in the end the whole package.
 */
@Command(
        name = "restart",
        description = "kill -9 of services and database while bids are handed in and between steps; nothing is lost",
        mixinStandardHelpOptions = true)
final class RestartDrill extends Drill {

    private static final String DROP_RECEIPT = "drop-receipt";
    private static final List<String> KILLED_BEFORE = List.of("freeze", "press", "vote");

    @Option(names = "--bids", description = "how many bids (default: ${DEFAULT-VALUE})", defaultValue = "3")
    private int bids;

    private OwnPlatform platform;
    private int kills;
    private double longest;
    private int lost;

    @Override
    protected Map<String, String> sabotages() {
        return Map.of(DROP_RECEIPT, "one sealed bid is deleted from the database while everything is down");
    }

    @Override
    protected void measure(Figures figures) throws Exception {
        boolean proved = false;
        try (var out = TemporaryFolder.make("qifeng-drill");
                var made = OwnPlatform.make()) {
            platform = made;
            progress("ready in %.1f s", platform.start());
            var demo = new Demo(platform.address(), null, out.path(), bids, 1, null);
            proved = demo.run(watch()).proved();
        } catch (RuntimeException failed) {
            progress("the tender came to nothing: %s", failed.getMessage());
            history().note("tender-failed", "why", failed.getMessage());
        }
        figures.add("kills", kills, Bar.atLeast(sabotaged(DROP_RECEIPT) ? 1 : 1 + KILLED_BEFORE.size()));
        figures.add("lost", lost, Bar.exactly(0));
        figures.add("readyAgainSecondsMax", longest);
        figures.add("proved", proved ? 1 : 0, Bar.exactly(1));
    }

    private Demo.Watch watch() {
        return new Demo.Watch() {
            private CompletableFuture<Void> whileSealing = CompletableFuture.completedFuture(null);

            @Override
            public void before(String step, Demo.Seen seen) throws Exception {
                whileSealing.get(10, TimeUnit.MINUTES);
                if (step.equals("seal")) {
                    whileSealing = CompletableFuture.runAsync(() -> killOnceOneBidIsIn(seen));
                } else if (KILLED_BEFORE.contains(step)) {
                    killBetween(step, seen);
                }
            }
        };
    }

    /** While bids are handed in: their clients have to go on by themselves. */
    private void killOnceOneBidIsIn(Demo.Seen seen) {
        try {
            while (seen.receipts().isEmpty()) {
                Thread.sleep(50);
            }
            again("seal", List.of());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void killBetween(String step, Demo.Seen seen) throws Exception {
        var receipts = seen.receipts().stream().map(Receipt::hash).toList();
        var head = seen.chainHead();
        again(step, receipts);
        var kept = new HashSet<>(seen.receiptHashesNow());
        var missing = new ArrayList<>(receipts);
        missing.removeAll(kept);
        lost += missing.size();
        boolean chain = seen.chainHead().equals(head);
        lost += chain ? 0 : 1;
        history().note("checked", "before", step, "receipts", receipts.size(), "missing", missing, "chainKept", chain);
        progress(
                "  %d receipts acknowledged, %d missing; chain %s",
                receipts.size(), missing.size(), chain ? "kept" : "CUT");
    }

    private void again(String step, List<String> receipts) throws Exception {
        progress("kill -9 of %d processes (%s) …", platform.processes().size(), step);
        history().note("kill", "step", step, "processes", platform.processes().size());
        platform.kill();
        kills++;
        boolean sabotage = sabotaged(DROP_RECEIPT) && !receipts.isEmpty();
        double ready = platform.start();
        longest = Math.max(longest, ready);
        history().note("ready", "seconds", ready);
        progress("  ready again in %.1f s", ready);
        if (sabotage) {
            drop();
        }
    }

    /** Deletes one bid behind the platform's back. */
    private void drop() throws Exception {
        try (var connection = platform.database("trading-core");
                var statement = connection.createStatement()) {
            int rows = statement.executeUpdate("delete from bid where ctid in (select ctid from bid limit 1)");
            history().note("sabotage", "deletedBids", rows);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
