package cn.qifeng.auditor.mutation;

import cn.qifeng.auditor.Anchors;
import cn.qifeng.auditor.Audit;
import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.PackageFile;
import cn.qifeng.auditor.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Audits changed packages and counts what was missed and what was named wrongly. */
public final class MutationRun {

    /** How many findings are kept word for word. */
    private static final int EXAMPLES_MAX = 100;

    private final Mutations mutations;
    private final Anchors anchors;
    private final Set<String> skipped;

    /**
     * What came of it.
     *
     * @param kinds changes by kind
     * @param examples what was missed or misnamed
     */
    public record Outcome(
            int changes, int missed, int misnamed, TreeMap<String, Integer> kinds, List<String> examples) {}

    /**
     * A run.
     *
     * @param skipped names of checks that are left out on purpose, usually none
     */
    public MutationRun(Mutations mutations, Anchors anchors, Set<String> skipped) {
        this.mutations = mutations;
        this.anchors = anchors;
        this.skipped = Set.copyOf(skipped);
    }

    /** Audits one change. */
    public Report audit(Mutation mutation) {
        return audit(mutation, Audit.checks());
    }

    /** Makes and audits {@code count} changes; {@code progress} hears of each with the auditor's report. */
    public Outcome run(int count, BiConsumer<Mutation, Report> progress) {
        var checks = Audit.checks().stream()
                .filter(check -> !skipped.contains(check.name()))
                .toList();
        var kinds = new TreeMap<String, Integer>();
        var examples = new ArrayList<String>();
        int missed = 0;
        int misnamed = 0;
        for (int i = 0; i < count; i++) {
            var mutation = mutations.next();
            kinds.merge(mutation.kind(), 1, Integer::sum);
            var report = audit(mutation, checks);
            progress.accept(mutation, report);
            boolean caught = report.verdict() == Report.Verdict.BROKEN;
            boolean named = caught && mutation.names(report.object());
            missed += caught ? 0 : 1;
            misnamed += caught && !named ? 1 : 0;
            if (!named && examples.size() < EXAMPLES_MAX) {
                examples.add(mutation.kind() + " " + mutation.place() + ": "
                        + (caught ? report.object() + " " + report.reason() : report.verdict()));
            }
        }
        return new Outcome(count, missed, misnamed, kinds, List.copyOf(examples));
    }

    private Report audit(Mutation mutation, List<cn.qifeng.auditor.check.Check> checks) {
        try {
            return Audit.run(PackageFile.of(mutation.objects()), anchors, checks);
        } catch (Broken broken) {
            return Report.unreadable(broken);
        }
    }
}
