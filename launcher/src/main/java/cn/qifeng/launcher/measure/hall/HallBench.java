package cn.qifeng.launcher.measure.hall;

import cn.qifeng.launcher.measure.Bar;
import cn.qifeng.launcher.measure.Figures;
import cn.qifeng.launcher.measure.Measurement;
import cn.qifeng.launcher.up.TemporaryFolder;
import java.util.ArrayList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What it costs to hold and record a hall, in processor seconds a second, read from Linux's books by process.
 *
 * <p>Three members in headless Chromiums of their own, with made-up cameras of 320×180 at 10 pictures a second, meet by
 * direct lines beside the platform's recorder: {@code cpuPerStreamMesh} is its JVM and its encoders, for each member;
 * {@code framesSeen} the pictures that came on all lines between browsers and to the recorder, for each that was due. Then
 * members of one Chromium meet in turns in the platform's Janus room and in a bare Janus, with the same publishers, the same
 * subscriptions, and the packets of everybody kept by Janus in both: {@code cpuPerStreamJanus} is recorder JVM and Janus,
 * {@code janusOverhead} the median over rounds of what the platform's room took for each second that the bare one took in the
 * turn beside it.
 */
@Command(
        name = "hall",
        description =
                "Hold and record halls of real browsers: direct lines, our Janus room, and a bare Janus beside it",
        mixinStandardHelpOptions = true)
public final class HallBench extends Measurement {

    private static final double OVERHEAD_MAX = 1.2;
    private static final double FRAMES_MIN = 0.8;

    @Option(
            names = "--rounds",
            description = "turns in each Janus room (default: ${DEFAULT-VALUE})",
            defaultValue = "5")
    private int rounds;

    @Option(names = "--seconds", description = "of a look (default: ${DEFAULT-VALUE})", defaultValue = "15")
    private int seconds;

    @Option(names = "--members", description = "of the Janus rooms (default: ${DEFAULT-VALUE})", defaultValue = "5")
    private int members;

    @Override
    protected void measure(Figures figures) throws Exception {
        try (var folder = TemporaryFolder.make("qifeng-hall")) {
            mesh(folder, figures);
            janus(folder, figures);
        }
    }

    private void mesh(TemporaryFolder folder, Figures figures) throws Exception {
        progress("three members by direct lines …");
        try (var hall = new MeshHall(folder.path())) {
            var cost = hall.measure(2 * seconds);
            figures.add("cpuPerStreamMesh", cost.perStream())
                    .add("framesSeen", cost.seen().all(), Bar.atLeast(FRAMES_MIN))
                    .add("framesSeenOnTheWorstLine", cost.seen().fewest());
        }
    }

    private void janus(TemporaryFolder folder, Figures figures) throws Exception {
        var own = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        var bare = new ArrayList<Double>();
        var seen = new ArrayList<Double>();
        try (var halls = new JanusHalls(folder.path(), members)) {
            progress("%d members in a Janus room of ours and in a bare one, %d rounds …", members, rounds);
            halls.own(seconds / 2);
            halls.bare(seconds / 2);
            for (int round = 0; round < rounds; round++) {
                boolean first = round % 2 == 0;
                var without = first ? null : halls.bare(seconds);
                var with = halls.own(seconds);
                without = first ? halls.bare(seconds) : without;
                own.add(with.perStream());
                bare.add(without.perStream());
                ratios.add(with.perStream() / without.perStream());
                seen.add(with.seen().all());
                progress(
                        "  ours %.4f, bare %.4f of a processor for each member; pictures %.2f and %.2f",
                        with.perStream(),
                        without.perStream(),
                        with.seen().all(),
                        without.seen().all());
            }
        }
        figures.add("cpuPerStreamJanus", Figures.median(own))
                .add("cpuPerStreamBareJanus", Figures.median(bare))
                .add("janusOverhead", Figures.median(ratios), Bar.atMost(OVERHEAD_MAX))
                .add("framesSeenJanus", Figures.median(seen));
    }
}
