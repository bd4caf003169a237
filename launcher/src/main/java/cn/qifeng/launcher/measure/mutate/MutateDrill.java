package cn.qifeng.launcher.measure.mutate;

import cn.qifeng.auditor.Anchors;
import cn.qifeng.auditor.Audit;
import cn.qifeng.auditor.PackageFile;
import cn.qifeng.auditor.Report;
import cn.qifeng.auditor.mutation.MutationRun;
import cn.qifeng.auditor.mutation.Mutations;
import cn.qifeng.auditor.mutation.Packages;
import cn.qifeng.launcher.measure.Bar;
import cn.qifeng.launcher.measure.Drill;
import cn.qifeng.launcher.measure.Figures;
import cn.qifeng.launcher.up.Folders;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code qifeng drill mutate}: changes a real package in thousands of ways; the auditor must catch and name each. */
@Command(
        name = "mutate",
        description = "Change the package of a demo run in thousands of ways; the auditor must catch and name each",
        mixinStandardHelpOptions = true)
public final class MutateDrill extends Drill {

    private static final String SKIP = "skip-check";
    private static final int PROGRESS_EVERY = 500;

    @Option(names = "--package", required = true, description = "the package to change, evidence.zip of a demo run")
    private Path file;

    @Option(names = "--trust", required = true, description = "its trust file, trust.json of the same run")
    private Path trust;

    @Option(names = "--foreign", required = true, description = "the package of another tender, to take objects from")
    private Path foreign;

    @Option(names = "--changes", description = "how many changes (default: ${DEFAULT-VALUE})", defaultValue = "10000")
    private int changes;

    @Option(names = "--seed", description = "draw the same changes again (default: another seed each time)")
    private Long seed;

    @Override
    protected Map<String, String> sabotages() {
        return Map.of(SKIP, "the auditor does not look at the documents");
    }

    @Override
    protected void measure(Figures figures) {
        long drawn = seed == null ? new Random().nextLong() : seed;
        progress("seed %d", drawn);
        var own = Packages.read(Folders.fromCaller(file));
        var other = Packages.read(Folders.fromCaller(foreign));
        var anchors = Anchors.read(Folders.fromCaller(trust));
        var untouched = Audit.run(PackageFile.of(own), anchors, Audit.checks());
        figures.add("provedUntouched", untouched.verdict() == Report.Verdict.PROVED ? 1 : 0, Bar.exactly(1));
        var skipped = sabotaged(SKIP) ? Set.of("documents") : Set.<String>of();
        var done = new AtomicInteger();
        var run = new MutationRun(new Mutations(own, other, new Random(drawn)), anchors, skipped);
        var outcome = run.run(changes, (mutation, report) -> {
            history()
                    .note(
                            mutation.kind(),
                            "place",
                            mutation.place(),
                            "verdict",
                            report.verdict().name(),
                            "object",
                            report.object());
            if (done.incrementAndGet() % PROGRESS_EVERY == 0) {
                progress("%d of %d changes", done.get(), changes);
            }
        });
        outcome.examples().forEach(example -> progress("  %s", example));
        figures.add("changes", outcome.changes(), Bar.exactly(changes));
        figures.add("missed", outcome.missed(), Bar.exactly(0));
        figures.add("misnamed", outcome.misnamed(), Bar.exactly(0));
        outcome.kinds().forEach((kind, count) -> figures.add(kind.replace(' ', '-'), count));
    }
}
