package cn.qifeng.launcher.measure.hall;

import cn.qifeng.launcher.demo.Demo;
import cn.qifeng.launcher.demo.Variant;
import cn.qifeng.launcher.measure.Drill;
import cn.qifeng.launcher.measure.Figures;
import cn.qifeng.launcher.measure.OwnPlatform;
import cn.qifeng.launcher.measure.seat.Members;
import cn.qifeng.launcher.measure.seat.Totals;
import cn.qifeng.launcher.up.TemporaryFolder;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * A whole evaluation in a hall with a media server, from check-in to the signed report, while remote-evaluation is killed with
 * SIGKILL: as members write, as they commit, and as they reveal, or at the first of these alone. Everybody's browser is in the hall, and without a confirmed
 * recording nobody commits to anything. Afterwards a supervisor fetches everything that was recorded over HTTP, and both the
 * recording and the packages are audited.
 */
@Command(
        name = "hall",
        description = "kill -9 of remote-evaluation while a panel meets, is recorded and scores; nothing is lost",
        mixinStandardHelpOptions = true)
public final class HallDrill extends Drill {

    static final String DROP_DRAFT = "drop-draft";
    static final String SHORTEN = "shorten";
    private static final int KILLS_MAX = 3;

    @Option(names = "--rework", description = "the panel reviews once more, in the same hall")
    private boolean rework;

    @Option(
            names = "--kind",
            description = "of the hall: JANUS or MESH (default: ${DEFAULT-VALUE})",
            defaultValue = "JANUS")
    private String kind;

    @Option(
            names = "--kills",
            description =
                    "how often the service dies, at most three times: as members write, commit, reveal (default: ${DEFAULT-VALUE})",
            defaultValue = "3")
    private int kills;

    @Option(
            names = "--members",
            description = "of the panel: 5, 7 or 9; a mesh takes at most 5 (default: ${DEFAULT-VALUE})",
            defaultValue = "5")
    private int members;

    private HallTally tally;
    private OwnPlatform platform;
    private HallCourse course;
    private Path folder;

    @Override
    protected Map<String, String> sabotages() {
        return Map.of(
                DROP_DRAFT, "one kept draft is deleted from the database while the service is dead",
                SHORTEN, "the last bytes of one recorded file are cut off before it is looked at");
    }

    @Override
    protected void measure(Figures figures) throws Exception {
        if (kills < 1 || kills > KILLS_MAX) {
            throw new ParameterException(spec().commandLine(), "--kills takes 1 to " + KILLS_MAX);
        }
        tally = new HallTally(members, kills);
        var variant = Variant.USUAL.withRework(rework).withMembers(members);
        try (var out = TemporaryFolder.make("qifeng-drill");
                var made = OwnPlatform.make().with("QIFENG_HALL_RECORDING_COMPULSORY", "true")) {
            folder = out.path();
            platform = made;
            progress("ready in %.1f s", platform.start());
            var demo = new Demo(platform.address(), null, folder, 3, 1, null, variant);
            tally.proved = demo.run(watch()).proved() ? 1 : 0;
            tally.doubleScores = rework
                    ? 0
                    : Totals.doubles(
                            folder.resolve("evidence.zip"), course.lines().size());
            new PlayBack(platform, course.supervisor(), course.session(), folder)
                    .look(tally, sabotaged(SHORTEN), line -> progress("%s", line));
        } finally {
            if (course != null) {
                course.close();
            }
        }
        tally.tell(figures);
    }

    private Demo.Watch watch() {
        return new Demo.Watch() {
            @Override
            public void before(String step, Demo.Seen seen) throws Exception {
                switch (step) {
                    case "panel" -> course = HallCourse.planned(platform, history(), tally, seen.lot(), folder, kind);
                    case "time", "rescore" -> {
                        course.enter(seen.tender());
                        progress(
                                "  %d members in the hall, all recorded",
                                course.lines().size());
                    }
                    case "publicity" -> {
                        tally.totalsDiffer =
                                Totals.differing(course.sheets(), Members.views(course.lines(), course.session()));
                        course.awaitClosed();
                    }
                    case "publicity2" -> course.awaitClosed();
                    default -> {
                        // goes as in every tender
                    }
                }
            }

            @Override
            public boolean instead(String step, Demo.Seen seen) throws Exception {
                if (step.equals("score")) {
                    course.scoreUnderFire(sabotaged(DROP_DRAFT), line -> progress("%s", line));
                }
                return Totals.replaced(step);
            }
        };
    }
}
