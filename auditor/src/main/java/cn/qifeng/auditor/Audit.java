package cn.qifeng.auditor;

import cn.qifeng.auditor.check.AwardCheck;
import cn.qifeng.auditor.check.BidsCheck;
import cn.qifeng.auditor.check.ChainCheck;
import cn.qifeng.auditor.check.Check;
import cn.qifeng.auditor.check.ContractCheck;
import cn.qifeng.auditor.check.DocumentsCheck;
import cn.qifeng.auditor.check.DrawsCheck;
import cn.qifeng.auditor.check.HeadsCheck;
import cn.qifeng.auditor.check.ManifestCheck;
import cn.qifeng.auditor.check.OpeningCheck;
import cn.qifeng.auditor.check.PanelCheck;
import cn.qifeng.auditor.check.PublicationCheck;
import cn.qifeng.auditor.check.ScoresCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The audit of one package (docs/evidence.md section 12). Needs no network and no part of the platform. */
public final class Audit {

    private static final List<Check> CHECKS = List.of(
            new HeadsCheck(),
            new ChainCheck(),
            new PublicationCheck(),
            new ManifestCheck(),
            new BidsCheck(),
            new DrawsCheck(),
            new OpeningCheck(),
            new PanelCheck(),
            new ScoresCheck(),
            new AwardCheck(),
            new ContractCheck(),
            new DocumentsCheck());

    private Audit() {}

    /**
     * Audits a package.
     *
     * @param path the ZIP file
     * @param trustFile the user's own trust file, or {@code null}: then the best verdict is consistent, not anchored
     * @param progress told after each check
     */
    public static Report run(Path path, Path trustFile, Consumer<Report.Finding> progress) {
        var findings = new ArrayList<Report.Finding>();
        var state = new State();
        try (var file = PackageFile.open(path)) {
            state.anchors = trustFile == null ? null : Anchors.read(trustFile);
            state.dossier = new Dossier(file, state.anchors);
            return run(state, findings, CHECKS, progress);
        } catch (Broken broken) {
            return state.report(Report.Verdict.BROKEN, broken.object(), broken.reason(), findings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Audits an open package with some of the checks; for tests of the auditor, which count what no check finds.
     *
     * @param checks checks of {@link #checks()} in their order
     */
    public static Report run(PackageFile file, Anchors anchors, List<Check> checks) {
        var findings = new ArrayList<Report.Finding>();
        var state = new State();
        try {
            state.anchors = anchors;
            state.dossier = new Dossier(file, anchors);
            return run(state, findings, checks, finding -> {});
        } catch (Broken broken) {
            return state.report(Report.Verdict.BROKEN, broken.object(), broken.reason(), findings);
        }
    }

    /** All checks in the order in which they run. */
    public static List<Check> checks() {
        return CHECKS;
    }

    private static Report run(
            State state, List<Report.Finding> findings, List<Check> checks, Consumer<Report.Finding> progress) {
        for (Check check : checks) {
            var finding = new Report.Finding(check.name(), check.run(state.dossier));
            findings.add(finding);
            progress.accept(finding);
        }
        return state.report(
                state.anchors == null ? Report.Verdict.CONSISTENT : Report.Verdict.PROVED, null, null, findings);
    }

    private static final class State {

        private Anchors anchors;
        private Dossier dossier;

        private Report report(Report.Verdict verdict, String object, String reason, List<Report.Finding> findings) {
            return new Report(
                    verdict,
                    object,
                    reason,
                    dossier == null ? null : dossier.manifest().path("tender").asText(),
                    dossier == null ? null : dossier.manifest().path("cut").asText(),
                    anchors == null ? null : anchors.fingerprint(),
                    dossier != null && dossier.manifest().path("sandbox").asBoolean(),
                    List.copyOf(findings),
                    dossier == null ? List.of() : List.copyOf(dossier.withheld()),
                    dossier == null ? List.of() : List.copyOf(dossier.attested()));
        }
    }
}
