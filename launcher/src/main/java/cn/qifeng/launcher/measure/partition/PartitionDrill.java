package cn.qifeng.launcher.measure.partition;

import cn.qifeng.launcher.demo.Demo;
import cn.qifeng.launcher.measure.Drill;
import cn.qifeng.launcher.measure.Figures;
import cn.qifeng.launcher.measure.OwnPlatform;
import cn.qifeng.launcher.measure.seat.Members;
import cn.qifeng.launcher.measure.seat.Totals;
import cn.qifeng.launcher.up.TemporaryFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Cuts sites of an evaluation off their platform: three networks on one machine, each group of sites that is neither
 * empty nor all of them, for a second and for half a minute. Reading, drafts and the journal go on; reveal and totals
 * wait; nothing that was written is lost, and an elder draft never replaces a newer one.
 */
@Command(
        name = "partition",
        description = "cut sites of an evaluation off the platform; no draft is lost, no score counts twice",
        mixinStandardHelpOptions = true)
public final class PartitionDrill extends Drill {

    static final String DROP_DRAFT = "drop-draft";
    static final String UNFENCED = "unfenced";
    private static final int LONG_SECONDS = 600;
    private static final int AT_THE_END = 2;

    @Option(
            names = "--seconds",
            split = ",",
            description = "how long each cut lasts (default: ${DEFAULT-VALUE})",
            defaultValue = "1,30")
    private List<Integer> seconds;

    @Option(names = "--long", description = "one more cut of two sites for ten minutes")
    private boolean tenMinutes;

    private final PartitionTally tally = new PartitionTally();
    private OwnPlatform platform;
    private Network network;
    private Course course;

    @Override
    protected Map<String, String> sabotages() {
        return Map.of(
                DROP_DRAFT, "one kept draft is deleted from the database",
                UNFENCED, "numbers of kept drafts are forgotten, so that an elder one replaces a newer");
    }

    @Override
    protected void measure(Figures figures) throws Exception {
        boolean proved;
        try (var out = TemporaryFolder.make("qifeng-drill");
                var net = Network.make();
                var made = OwnPlatform.make()) {
            network = net;
            platform = made;
            progress("ready in %.1f s", platform.start());
            var demo = new Demo(platform.address(), null, out.path(), 3, 1, null);
            proved = demo.run(watch(out.path())).proved();
            tally.doubleScores = Totals.doubles(
                    out.path().resolve("evidence.zip"), course.lines().size());
        } finally {
            if (course != null) {
                course.close();
            }
        }
        int cuts = Network.subsets().size() * seconds.size() + AT_THE_END + (tenMinutes ? 1 : 0);
        tally.tell(figures, cuts, proved);
    }

    private Demo.Watch watch(Path folder) {
        return new Demo.Watch() {
            @Override
            public boolean instead(String step, Demo.Seen seen) throws Exception {
                if (step.equals("score")) {
                    score(folder, seen);
                }
                return Totals.replaced(step);
            }

            @Override
            public void before(String step, Demo.Seen seen) {
                if (step.equals("publicity")) {
                    tally.totalsDiffer =
                            Totals.differing(course.sheets(), Members.views(course.lines(), seen.session()));
                }
            }
        };
    }

    private void score(Path folder, Demo.Seen seen) throws Exception {
        course = Course.of(
                platform, network, history(), tally, seen.tender(), seen.session(), folder, name -> sabotaged(name));
        for (int length : seconds) {
            for (List<Integer> cut : Network.subsets()) {
                course.cutWhileWriting(cut, length);
                progress("  sites %s cut off for %d s: %d drafts lost", cut, length, tally.draftsLost);
            }
        }
        if (tenMinutes) {
            course.cutWhileWriting(List.of(1, 2), LONG_SECONDS);
        }
        int longest = seconds.stream().mapToInt(it -> it).max().orElse(1);
        course.cutWhileCommitting(longest);
        course.cutWhileRevealing(longest);
    }
}
