package cn.qifeng.auditor;

import cn.qifeng.auditor.check.AwardCheck;
import cn.qifeng.auditor.check.BidsCheck;
import cn.qifeng.auditor.check.ChainCheck;
import cn.qifeng.auditor.check.Check;
import cn.qifeng.auditor.check.DocumentsCheck;
import cn.qifeng.auditor.check.DrawsCheck;
import cn.qifeng.auditor.check.HeadsCheck;
import cn.qifeng.auditor.check.OpeningCheck;
import cn.qifeng.auditor.check.PublicationCheck;
import cn.qifeng.auditor.check.ScoresCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The audit of one package (docs/evidence.md section 12). Needs no network and no part of the platform. */
public final class Audit {

    private static final List<Check> CHECKS = List.of(
            new HeadsCheck(),
            new ChainCheck(),
            new PublicationCheck(),
            new BidsCheck(),
            new DrawsCheck(),
            new OpeningCheck(),
            new ScoresCheck(),
            new AwardCheck(),
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
            manifest(state.dossier);
            for (Check check : CHECKS) {
                var finding = new Report.Finding(check.name(), check.run(state.dossier));
                findings.add(finding);
                progress.accept(finding);
            }
            return state.report(
                    state.anchors == null ? Report.Verdict.CONSISTENT : Report.Verdict.PROVED, null, null, findings);
        } catch (Broken broken) {
            return state.report(Report.Verdict.BROKEN, broken.object(), broken.reason(), findings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void manifest(Dossier dossier) {
        var manifest = dossier.manifest();
        Broken.unless(
                "evidence-package".equals(manifest.path("type").asText())
                        && manifest.path("v").asInt() == 1,
                "package.json",
                "not an evidence package");
        Broken.unless(
                Set.of("PUBLIC", "PARTY", "SUPERVISOR")
                        .contains(manifest.path("cut").asText()),
                "package.json#cut",
                "an unknown cut");
        Dossier.moment(manifest, "madeAt", "package.json");
        dossier.anchors().ifPresent(anchors -> {
            Broken.unless(
                    anchors.fingerprint().equals(manifest.path("trustFile").asText()),
                    "package.json#trustFile",
                    "made under another trust file");
            Broken.unless(
                    anchors.sandbox() == manifest.path("sandbox").asBoolean(),
                    "package.json#sandbox",
                    "sandbox and production are mixed");
        });
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
