package cn.qifeng.auditor;

import cn.qifeng.auditor.check.AwardCheck;
import cn.qifeng.auditor.check.BidsCheck;
import cn.qifeng.auditor.check.BlindFilesCheck;
import cn.qifeng.auditor.check.ChainCheck;
import cn.qifeng.auditor.check.Check;
import cn.qifeng.auditor.check.ClarificationsCheck;
import cn.qifeng.auditor.check.ContractCheck;
import cn.qifeng.auditor.check.DocumentsCheck;
import cn.qifeng.auditor.check.DrawsCheck;
import cn.qifeng.auditor.check.EvaluationTimeCheck;
import cn.qifeng.auditor.check.FailureCheck;
import cn.qifeng.auditor.check.FaultsCheck;
import cn.qifeng.auditor.check.FindingsCheck;
import cn.qifeng.auditor.check.HallCheck;
import cn.qifeng.auditor.check.HandoversCheck;
import cn.qifeng.auditor.check.HeadsCheck;
import cn.qifeng.auditor.check.HeldCheck;
import cn.qifeng.auditor.check.InformationCheck;
import cn.qifeng.auditor.check.ManifestCheck;
import cn.qifeng.auditor.check.OpeningCheck;
import cn.qifeng.auditor.check.OwnScoresCheck;
import cn.qifeng.auditor.check.PanelCheck;
import cn.qifeng.auditor.check.PublicationCheck;
import cn.qifeng.auditor.check.RecordingsCheck;
import cn.qifeng.auditor.check.ReleasesCheck;
import cn.qifeng.auditor.check.ReworkCheck;
import cn.qifeng.auditor.check.ScoresCheck;
import cn.qifeng.auditor.check.ScreeningCheck;
import cn.qifeng.auditor.check.SeatsCheck;
import cn.qifeng.auditor.check.SuspensionsCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/** The audit of one package (docs/evidence.md section 12). Needs no network and no part of the platform. */
public final class Audit {

    private static final List<Check> CHECKS = List.of(
            new HeadsCheck(),
            new ChainCheck(),
            new PublicationCheck(),
            new ManifestCheck(),
            new HeldCheck(),
            new SuspensionsCheck(),
            new BidsCheck(),
            new ReleasesCheck(),
            new DrawsCheck(),
            new OpeningCheck(),
            new PanelCheck(),
            new SeatsCheck(),
            new HallCheck(),
            new EvaluationTimeCheck(),
            new FaultsCheck(),
            new RecordingsCheck(),
            new HandoversCheck(),
            new ClarificationsCheck(),
            new InformationCheck(),
            new FindingsCheck(),
            new BlindFilesCheck(),
            new ReworkCheck(),
            new ScreeningCheck(),
            new ScoresCheck(),
            new FailureCheck(),
            new AwardCheck(),
            new ContractCheck(),
            new OwnScoresCheck(),
            new DocumentsCheck());

    private final List<Check> checks;
    private final Consumer<Report.Finding> progress;
    private final List<Report.Finding> findings = new ArrayList<>();
    private Anchors anchors;
    private Dossier dossier;
    private Check running;

    private Audit(List<Check> checks, Consumer<Report.Finding> progress) {
        this.checks = checks;
        this.progress = progress;
    }

    /**
     * Audits a package.
     *
     * @param path the ZIP file
     * @param trustFile the user's own trust file, or {@code null}: then the best verdict is consistent, not anchored
     * @param progress told after each check
     */
    public static Report run(Path path, Path trustFile, Consumer<Report.Finding> progress) {
        var audit = new Audit(CHECKS, progress);
        try {
            audit.anchors = trustFile == null ? null : Anchors.read(trustFile);
            try (var file = PackageFile.open(path)) {
                return audit.of(file);
            }
        } catch (Broken broken) {
            return audit.broken(broken);
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
        var audit = new Audit(checks, finding -> {});
        audit.anchors = anchors;
        try {
            return audit.of(file);
        } catch (Broken broken) {
            return audit.broken(broken);
        }
    }

    /** All checks in the order in which they run. */
    public static List<Check> checks() {
        return CHECKS;
    }

    private Report of(PackageFile file) {
        dossier = new Dossier(file, anchors);
        for (Check check : checks) {
            running = check;
            var finding = new Report.Finding(check.name(), count(check));
            findings.add(finding);
            progress.accept(finding);
        }
        return report(anchors == null ? Report.Verdict.CONSISTENT : Report.Verdict.PROVED, null);
    }

    /** A value that has not the form it should have breaks the package, not the auditor. */
    private int count(Check check) {
        try {
            return check.run(dossier);
        } catch (IllegalArgumentException
                | IndexOutOfBoundsException
                | NoSuchElementException
                | ArithmeticException malformed) {
            throw new Broken("package", "malformed", String.valueOf(malformed.getMessage()));
        }
    }

    private Report broken(Broken broken) {
        return report(Report.Verdict.BROKEN, broken);
    }

    private Report report(Report.Verdict verdict, Broken broken) {
        return new Report(
                verdict,
                broken == null || running == null ? null : running.name(),
                broken == null ? null : broken.object(),
                broken == null ? null : broken.code(),
                broken == null ? null : broken.reason(),
                dossier == null ? null : dossier.manifest().path("tender").asText(),
                dossier == null ? null : dossier.manifest().path("cut").asText(),
                anchors == null ? null : anchors.fingerprint(),
                dossier != null && dossier.manifest().path("sandbox").asBoolean(),
                List.copyOf(findings),
                dossier == null ? List.of() : List.copyOf(dossier.withheld()),
                dossier == null
                        ? List.of()
                        : dossier.attested().stream().distinct().toList(),
                dossier == null ? List.of() : List.copyOf(dossier.falseBlames()));
    }
}
