package cn.qifeng.launcher.measure.mutate;

import cn.qifeng.auditor.Anchors;
import cn.qifeng.auditor.Audit;
import cn.qifeng.auditor.PackageFile;
import cn.qifeng.auditor.Report;
import cn.qifeng.auditor.mutation.Mutation;
import cn.qifeng.auditor.mutation.MutationRun;
import cn.qifeng.auditor.mutation.Mutations;
import cn.qifeng.auditor.mutation.Packages;
import cn.qifeng.launcher.measure.Bar;
import cn.qifeng.launcher.measure.Drill;
import cn.qifeng.launcher.measure.Figures;
import cn.qifeng.launcher.measure.OwnPlatform;
import cn.qifeng.launcher.up.Folders;
import cn.qifeng.launcher.up.TemporaryFolder;
import cn.qifeng.trust.json.CanonicalJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * {@code qifeng drill mutate}: changes real packages in thousands of ways. Both auditors must catch each change, name
 * the object that was changed, and say the same.
 */
@Command(
        name = "mutate",
        description = "Change real packages in thousands of ways; both auditors must catch and name each",
        mixinStandardHelpOptions = true)
public final class MutateDrill extends Drill {

    private static final String SKIP = "skip-check";
    private static final int PROGRESS_EVERY = 500;
    private static final Set<String> UNPROVEN_SIGNER = Set.of("bad-signature", "leads-to-no-root-of-the-trust-file");

    @Option(names = "--package", description = "the package to change (default: those of tenders on an own platform)")
    private Path file;

    @Option(names = "--trust", description = "its trust file")
    private Path trust;

    @Option(names = "--foreign", description = "the package of another tender in the same cut, to take objects from")
    private Path foreign;

    @Option(names = "--changes", description = "how many changes (default: ${DEFAULT-VALUE})", defaultValue = "10000")
    private int changes;

    @Option(names = "--seed", description = "draw the same changes again (default: another seed each time)")
    private Long seed;

    private final TreeMap<String, Integer> kinds = new TreeMap<>();
    private final Tally java = new Tally();
    private final Tally pages = new Tally();
    private int differences;
    private int done;
    private int proved;
    private int sorts;
    private int sortsLeft;
    private int elsewhere;
    private boolean enough = true;

    @Override
    protected Map<String, String> sabotages() {
        return Map.of(SKIP, "the auditor in Java does not look at the documents");
    }

    @Override
    protected void measure(Figures figures) throws Exception {
        boolean all = file != null && trust != null && foreign != null;
        if (!all && (file != null || trust != null || foreign != null)) {
            throw new ParameterException(
                    spec().commandLine(), "--package, --trust and --foreign belong together; or leave all three out");
        }
        long drawn = seed == null ? new Random().nextInt(Integer.MAX_VALUE) : seed;
        progress("seed %d", drawn);
        int packages = all ? 1 : Tenders.PACKAGES;
        try (var folder = TemporaryFolder.make("qifeng-mutate")) {
            if (all) {
                var other = Folders.fromCaller(foreign);
                var given = new Changed(Folders.fromCaller(file), Folders.fromCaller(trust), other, other);
                change(List.of(given), folder.path(), drawn);
            } else {
                change(own(folder.path()), folder.path(), drawn);
            }
            lies(figures, folder.path());
        }
        figures.add("seed", drawn)
                .add("provedUntouched", proved, Bar.exactly(2 * packages))
                .add("changes", done, Bar.exactly(changes))
                .add("missed", java.missed, Bar.exactly(0))
                .add("misnamed", java.misnamed, Bar.exactly(0))
                .add("missedByPages", pages.missed, Bar.exactly(0))
                .add("misnamedByPages", pages.misnamed, Bar.exactly(0))
                .add("differences", differences, Bar.exactly(0))
                .add("fieldSorts", sorts)
                .add("fieldSortsNotChanged", sortsLeft, enough ? Bar.exactly(0) : Bar.atLeast(0))
                .add("packagesOfAnotherInstallation", elsewhere, Bar.atLeast(all ? 0 : packages));
        kinds.forEach((kind, count) -> figures.add(kind.replace(' ', '-'), count));
    }

    private void lies(Figures figures, Path folder) throws IOException, InterruptedException {
        progress("packages of platforms that lie under their own signatures …");
        var lies = Lies.compare(folder, this::progress);
        figures.add("liesTold", lies.packages(), Bar.atLeast(Lies.LIES_MIN))
                .add("liesJudgedDifferently", lies.differences(), Bar.exactly(0));
    }

    /** Tenders that end in every way, on a platform of the drill's own. */
    private List<Changed> own(Path folder) throws Exception {
        Path elsewhere;
        try (var second = OwnPlatform.make()) {
            progress("starting a second installation …");
            second.start();
            elsewhere = Tenders.holdElsewhere(second.address(), folder, this::progress);
        }
        try (var platform = OwnPlatform.make()) {
            progress("starting a platform …");
            platform.start();
            return Tenders.hold(platform.address(), folder, elsewhere, this::progress);
        }
    }

    /** What one auditor missed and named wrongly. */
    private static final class Tally {

        private int missed;
        private int misnamed;

        private boolean add(boolean caught, boolean named) {
            missed += caught ? 0 : 1;
            misnamed += caught && !named ? 1 : 0;
            return caught && named;
        }
    }

    private void change(List<Changed> packages, Path folder, long drawn) throws IOException, InterruptedException {
        var random = new Random(drawn);
        for (int i = 0; i < packages.size(); i++) {
            int count = changes * (i + 1) / packages.size() - changes * i / packages.size();
            change(packages.get(i), folder, count, random);
        }
    }

    private void change(Changed changed, Path folder, int count, Random random)
            throws IOException, InterruptedException {
        var own = Packages.read(changed.file());
        var other = Packages.read(changed.foreign());
        var anchors = Anchors.read(changed.trust());
        var untouched = Audit.run(PackageFile.of(own), anchors, Audit.checks());
        proved += untouched.verdict() == Report.Verdict.PROVED ? 1 : 0;
        var skipped = sabotaged(SKIP) ? Set.of("documents") : Set.<String>of();
        var mutations = new Mutations(own, other, random);
        var run = new MutationRun(mutations, anchors, skipped);
        try (var handed = HandedOver.open(folder, changed, own)) {
            var outcome = run.run(count, (mutation, report) -> {
                handed.add(mutation, report);
                if (++done % PROGRESS_EVERY == 0) {
                    progress("%d of %d changes", done, changes);
                }
            });
            outcome.kinds().forEach((kind, times) -> kinds.merge(kind, times, Integer::sum));
            sorts += mutations.fieldSorts();
            sortsLeft += mutations.fieldSorts() - mutations.fieldSortsChanged();
            enough &= count >= 2 * mutations.fieldSorts();
            putElsewhere(changed, own, run, handed);
            progress(
                    "the pages' auditor looks at %s and its %d changes",
                    changed.file().getFileName(), count);
            proved += handed.compare(this::judge) ? 1 : 0;
        }
    }

    /** Puts the package of another installation in this one's place, when it is of another. */
    private void putElsewhere(Changed changed, Map<String, byte[]> own, MutationRun run, HandedOver handed)
            throws IOException {
        var objects = Packages.read(changed.elsewhere());
        if (!log(objects).equals(log(own))) {
            var mutation = Mutations.elsewhere(objects);
            handed.add(mutation, run.audit(mutation));
            kinds.merge(mutation.kind(), 1, Integer::sum);
            elsewhere++;
        }
    }

    private static String log(Map<String, byte[]> objects) {
        return CanonicalJson.decode(objects.get("package.json")).path("log").asText();
    }

    private void judge(HandedOver.Case one, HandedOver.Answer answer) {
        boolean good = java.add(one.caught(), one.named(one.object()));
        good &= pages.add(answer.caught(), one.named(answer.object()));
        boolean same = one.caught() == answer.caught()
                && alike(String.valueOf(one.code()), String.valueOf(answer.code()))
                && Mutation.file(one.object()).equals(Mutation.file(answer.object()));
        differences += same ? 0 : 1;
        var line = "%s %s: %s %s, pages %s %s"
                .formatted(one.kind(), one.place(), one.object(), one.code(), answer.object(), answer.code());
        history().note("change", "what", line, "good", good && same);
        if (!good || !same) {
            progress("  %s", line);
        }
    }

    /**
     * Whether both say the same. A changed certificate inside a signature cannot be read for one parser and leads to no
     * root for another; both codes say that the signer is not proven.
     */
    private static boolean alike(String one, String other) {
        return one.equals(other) || UNPROVEN_SIGNER.contains(one) && UNPROVEN_SIGNER.contains(other);
    }
}
