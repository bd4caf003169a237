package cn.qifeng.launcher.measure.deadline;

import cn.qifeng.launcher.demo.StagedTender;
import cn.qifeng.launcher.measure.Bar;
import cn.qifeng.launcher.measure.Figures;
import cn.qifeng.launcher.measure.Measurement;
import cn.qifeng.launcher.measure.OwnPlatform;
import cn.qifeng.launcher.measure.bidder.BidderClient;
import cn.qifeng.launcher.up.TemporaryFolder;
import cn.qifeng.trust.cipher.Sm2;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code qifeng bench deadline}: how many seals a second trading-core takes, beside plain inserts of one row through the
 * same service by the same clients.
 */
@Command(
        name = "deadline",
        description = "seals a second beside plain one-row inserts a second, same service, same clients",
        mixinStandardHelpOptions = true)
public final class DeadlineBench extends Measurement {

    private static final int PREPARE_THREADS = 4;
    private static final int WARM_UP_ROUNDS_MIN = 5;
    private static final int WARM_UP_ROUNDS_MAX = 20;

    /** A service at a deadline has run for days: its compilers have little left to do. */
    private static final double COMPILERS_MAX = 0.1;

    private static final int ENVELOPES_EACH = 2;
    private static final int INSERTS_PER_SEAL = 2;

    @Option(names = "--clients", description = "how many at a time (default: ${DEFAULT-VALUE})", defaultValue = "16")
    private int clients;

    @Option(names = "--rounds", description = "of each kind, in turn (default: ${DEFAULT-VALUE})", defaultValue = "5")
    private int rounds;

    @Option(
            names = "--companies",
            description = "that seal in one round, two envelopes each (default: ${DEFAULT-VALUE})",
            defaultValue = "60")
    private int companies;

    private int numbered;
    private Spent forSeals = Spent.NOTHING;
    private Spent forInserts = Spent.NOTHING;

    @Override
    protected void measure(Figures figures) throws Exception {
        try (var folder = TemporaryFolder.make("qifeng-deadline");
                var platform = OwnPlatform.make()) {
            progress("ready in %.1f s; signatures verified by %s", platform.start(), Sm2.verifierState());
            var core = URI.create(platform.settings("remote-evaluation").getProperty("qifeng.url.trading-core"));
            var tender = StagedTender.publish(platform.address(), folder.path());
            var rate = new SealRate(core, tender.lot(), clients);
            warmUp(platform, tender, rate);
            double seals = 0;
            double inserts = 0;
            for (int i = 0; i < rounds; i++) {
                var round = round(platform, tender, rate);
                progress("round %d: %.0f seals, %.0f inserts a second", i + 1, round.seals, round.inserts);
                seals += 1 / round.seals;
                inserts += 1 / round.inserts;
            }
            int measured = rounds * companies * ENVELOPES_EACH;
            figures.add("clients", clients)
                    .add("sealsMeasured", measured)
                    .add("sealsPerSecond", rounds / seals)
                    .add("insertsPerSecond", rounds / inserts)
                    .add("sealPerInsert", inserts / seals, Bar.atLeast(0.5));
            forSeals.each(measured, "seal", figures);
            forInserts.each(measured * INSERTS_PER_SEAL, "insert", figures);
        }
    }

    /** Until seals let the compilers of trading-core take no more than a tenth of its time. */
    private void warmUp(OwnPlatform platform, StagedTender tender, SealRate rate) throws Exception {
        progress("warming up …");
        for (int i = 1; i <= WARM_UP_ROUNDS_MAX; i++) {
            forSeals = Spent.NOTHING;
            forInserts = Spent.NOTHING;
            round(platform, tender, rate);
            if (i >= WARM_UP_ROUNDS_MIN && forSeals.compilersShare() <= COMPILERS_MAX) {
                break;
            }
        }
        progress("compilers took %.2f of trading-core's time in the last round", forSeals.compilersShare());
        forSeals = Spent.NOTHING;
        forInserts = Spent.NOTHING;
    }

    /** Seals and inserts a second. */
    private record Round(double seals, double inserts) {}

    /** Fresh companies, so that nobody's list of envelopes grows from round to round. */
    private Round round(OwnPlatform platform, StagedTender tender, SealRate rate) throws Exception {
        List<BidderClient> senders = new ArrayList<>();
        for (var client : Field.companies(tender, numbered, companies, PREPARE_THREADS)) {
            senders.add(rate.direct(client));
        }
        numbered += companies;
        var rows = Field.prepare(tender, senders, ENVELOPES_EACH, PREPARE_THREADS);
        int each = ENVELOPES_EACH * INSERTS_PER_SEAL;
        var before = Spent.soFar(platform);
        double inserts = companies * each / rate.inserts(senders, each);
        var between = Spent.soFar(platform);
        double seals = companies * ENVELOPES_EACH / rate.seals(rows);
        forInserts = forInserts.and(between.since(before));
        forSeals = forSeals.and(Spent.soFar(platform).since(between));
        return new Round(seals, inserts);
    }
}
