package cn.qifeng.launcher.measure.crash;

import cn.qifeng.launcher.demo.StagedTender;
import cn.qifeng.launcher.measure.Bar;
import cn.qifeng.launcher.measure.Drill;
import cn.qifeng.launcher.measure.Figures;
import cn.qifeng.launcher.measure.OwnPlatform;
import cn.qifeng.launcher.up.TemporaryFolder;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code qifeng drill crash}: kills the database or a service with SIGKILL at random points of sealing, replacing,
 * withdrawing and opening, lets it start again, and holds everything that was acknowledged against what is shown then.
 */
@Command(
        name = "crash",
        description = "kill -9 at random points of bidding and opening; nothing acknowledged is lost or counts twice",
        mixinStandardHelpOptions = true)
public final class CrashDrill extends Drill {

    private static final String DROP_BID = "drop-bid";
    private static final int CYCLES_PER_LOT = 10;
    private static final int OPENING_CYCLES_MAX = 4;
    private static final int COMPANIES = 5;

    @Option(names = "--cycles", description = "how many kills (default: ${DEFAULT-VALUE})", defaultValue = "20")
    private int cycles;

    @Option(
            names = "--seed",
            description = "draw the same acts, victims and moments again (default: another each time)")
    private Long seed;

    private final Map<Killer.Victim, Integer> kills = new EnumMap<>(Killer.Victim.class);
    private Tally tally;
    private Random random;
    private double longest;
    private int done;
    private int lots;
    private int proved;

    @Override
    protected Map<String, String> sabotages() {
        return Map.of(DROP_BID, "one acknowledged bid is deleted from the database behind the service's back");
    }

    @Override
    protected void measure(Figures figures) throws Exception {
        long drawn = seed == null ? new Random().nextInt(Integer.MAX_VALUE) : seed;
        random = new Random(drawn);
        tally = new Tally(history(), line -> progress("%s", line));
        progress("seed %d", drawn);
        history().note("seed", "seed", drawn);
        try (var folder = TemporaryFolder.make("qifeng-crash");
                var platform = OwnPlatform.make()) {
            progress("ready in %.1f s", platform.start());
            List<StagedTender.Company> companies = new ArrayList<>();
            while (done < cycles && tally.lost.get() == 0) {
                lot(platform, companies, folder);
            }
        }
        tell(figures, drawn);
    }

    private void tell(Figures figures, long drawn) {
        figures.add("seed", drawn)
                .add("cycles", done, Bar.exactly(cycles))
                .add("acknowledged", tally.acknowledged.get(), Bar.atLeast(1))
                .add("inDoubt", tally.inDoubt.get())
                .add("doneUnanswered", tally.doneUnanswered.get())
                .add("refused", tally.refused.get())
                .add("lost", tally.lost.get(), Bar.exactly(0))
                .add("phantom", tally.phantom.get(), Bar.exactly(0))
                .add("lots", lots)
                .add("proved", proved, Bar.exactly(lots))
                .add("backSecondsMax", longest);
        kills.forEach((victim, count) ->
                figures.add("kills-" + victim.name().toLowerCase(Locale.ROOT).replace('_', '-'), count));
    }

    private void lot(OwnPlatform platform, List<StagedTender.Company> companies, TemporaryFolder folder)
            throws Exception {
        var killer = new Killer(platform);
        killer.awaitBond();
        var tender = StagedTender.publish(platform.address(), folder.path().resolve("lot-" + lots));
        while (companies.size() < COMPANIES) {
            companies.add(tender.company(companies.size()));
        }
        lots++;
        int here = Math.min(CYCLES_PER_LOT, cycles - done);
        int opening = Math.min(OPENING_CYCLES_MAX, here / 2);
        var lot = new LotUnderFire(tender, companies, killer, tally, random, this::note);
        for (int i = 0; i < here - opening; i++) {
            lot.bidUnderFire();
        }
        lot.settle();
        if (sabotaged(DROP_BID)) {
            drop(platform);
            lot.checkBids();
            return;
        }
        for (int i = 0; i < opening; i++) {
            lot.openUnderFire(i);
        }
        lot.open();
        proved += lot.proved(folder.path().resolve("package-" + lots)) ? 1 : 0;
        progress("lot %d: opened, its package proved", lots);
    }

    private void note(String phase, Killer.Victim victim, int delayMs, double backSeconds) {
        done++;
        kills.merge(victim, 1, Integer::sum);
        longest = Math.max(longest, backSeconds);
        history()
                .note(
                        "kill",
                        "cycle",
                        done,
                        "phase",
                        phase,
                        "victim",
                        victim.name(),
                        "afterMs",
                        delayMs,
                        "backSeconds",
                        backSeconds);
        progress(
                "%3d of %d: %s killed while %s, back in %.1f s; %d acknowledged, %d in doubt, %d lost, %d phantom",
                done,
                cycles,
                victim,
                phase,
                backSeconds,
                tally.acknowledged.get(),
                tally.inDoubt.get(),
                tally.lost.get(),
                tally.phantom.get());
    }

    /** Deletes one standing bid behind the platform's back. */
    private void drop(OwnPlatform platform) throws Exception {
        try (var connection = platform.database("trading-core");
                var statement = connection.createStatement()) {
            int rows = statement.executeUpdate(
                    "delete from bid where ctid in (select ctid from bid where standing_ref is not null limit 1)");
            history().note("sabotage", "deletedBids", rows);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
