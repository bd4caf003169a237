package cn.qifeng.launcher.measure.superuser;

import cn.qifeng.auditor.Audit;
import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Report;
import cn.qifeng.cli.client.ApiFailed;
import cn.qifeng.launcher.demo.StagedTender;
import cn.qifeng.launcher.measure.Bar;
import cn.qifeng.launcher.measure.Drill;
import cn.qifeng.launcher.measure.Figures;
import cn.qifeng.launcher.measure.OwnPlatform;
import cn.qifeng.launcher.up.TemporaryFolder;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * {@code qifeng drill superuser}: one who holds database and object store of a running tender alters what is stored, in one
 * way after another. The re-hash, the opening itself or an auditor must notice and name each, and reading everything must
 * give nothing of a bid away.
 */
@Command(
        name = "superuser",
        description = "Alter database and object store of a running tender; each attack is noticed and named",
        mixinStandardHelpOptions = true)
public final class SuperuserDrill extends Drill {

    private static final String BLIND = "blind-to-frames";
    private static final String PLAIN = "plain-canary";
    private static final int COMPANIES = 4;
    private static final int ATTACKS_MIN = 100;
    private static final int STEPS_MAX = 3000;
    private static final int EXPORTS_MAX = 5;
    private static final Duration STEP = Duration.ofHours(2);
    private static final Duration AGAIN = Duration.ofMinutes(5);
    private static final String LATE_WITNESS = "the-witness-clock-is-far-from-the-head";

    private int attacks;
    private int unnoticed;
    private int misnamed;
    private int falseAlarms;

    private OwnPlatform platform;
    private Breach breach;
    private Rehash rehash;

    @Override
    protected Map<String, String> sabotages() {
        return Map.of(
                BLIND, "the database swallows what a re-hash finds in frames",
                PLAIN, "an upload is stored with its file's name in plain text");
    }

    @Override
    protected void measure(Figures figures) throws Exception {
        int canaries;
        try (var folder = TemporaryFolder.make("qifeng-superuser");
                var own = OwnPlatform.make()) {
            platform = own;
            progress("ready in %.1f s", own.start());
            try (var opened = Breach.of(own)) {
                breach = opened;
                canaries = run(folder.path());
            }
        }
        figures.add("attacks", attacks, Bar.atLeast(ATTACKS_MIN))
                .add("unnoticed", unnoticed, Bar.exactly(0))
                .add("misnamed", misnamed, Bar.exactly(0))
                .add("falseAlarms", falseAlarms, Bar.exactly(0))
                .add("canaries", canaries, Bar.exactly(0));
    }

    private int run(Path folder) throws Exception {
        var tender = StagedTender.publish(platform.address(), folder.resolve("one"));
        var second = StagedTender.publish(platform.address(), folder.resolve("two"));
        var companies = new ArrayList<StagedTender.Company>();
        for (int i = 0; i < COMPANIES; i++) {
            companies.add(tender.company(i));
        }
        rehash = new Rehash(tender.visitor());
        var scene = new Scene(breach, tender, companies);
        var bids = bids(scene, new Scene(breach, second, companies), second);
        int canaries = canaries(scene, companies, List.of(tender, second));
        if (sabotaged(BLIND)) {
            Weakening.blindToFrames(breach);
        }
        quiet("before");
        rehashed(bids.all());
        rehashed(new LogAttacks(breach, tender.tender()).all());
        quiet("between");
        opening(tender, new SuspensionAttacks(tender.lot(), second.lot()));
        var openings = new OpeningAttacks(tender.lot(), tender.tender());
        rehashed(openings.stored());
        Files.write(folder.resolve("trust.json"), tender.trustFile());
        for (Attack attack : openings.exported()) {
            exported(attack, tender, folder);
        }
        quiet("after");
        return canaries;
    }

    private BidAttacks bids(Scene scene, Scene other, StagedTender second) throws Exception {
        var replaced = scene.seal(0, null);
        var beforeReplacing = breach.copy("bid", replaced.where());
        var live = scene.seal(0, scene.bids().get(0));
        var alone = scene.seal(1, null);
        scene.seal(2, null);
        var withdrawn = scene.seal(3, null);
        var beforeWithdrawing = breach.copy("bid", withdrawn.where());
        scene.withdraw(3, scene.bids().get(4));
        var foreign = other.seal(1, null);
        var lots = List.of(scene.tender().lot(), second.lot());
        return new BidAttacks(live, alone, replaced, beforeReplacing, withdrawn, beforeWithdrawing, foreign, lots);
    }

    /** Reads everything before anything was opened. */
    private int canaries(Scene scene, List<StagedTender.Company> companies, List<StagedTender> tenders)
            throws Exception {
        if (sabotaged(PLAIN)) {
            Weakening.plainUpload(breach);
        }
        var secrets = Stream.concat(
                        Stream.of(Scene.MARKER), scene.bids().stream().map(bid -> String.valueOf(bid.priceFen())))
                .toList();
        var names = companies.stream()
                .flatMap(company -> Stream.of(company.name(), company.uscc()))
                .toList();
        var ids = tenders.stream()
                .flatMap(tender -> Stream.of(tender.lot(), tender.tender()))
                .toList();
        var found = new Canaries(breach).read(secrets, names, ids);
        breach.restore();
        found.forEach(one -> progress("  read in %s", one));
        history().note("canaries", "found", found);
        return found.size();
    }

    /** Nothing was altered, and nothing may be told. */
    private void quiet(String when) throws Exception {
        var told = rehash.told();
        falseAlarms += told.size();
        history().note("quiet", "when", when, "told", told);
        told.forEach(one -> progress("  told though nothing is altered: %s", one));
    }

    private void rehashed(List<Attack> all) throws Exception {
        for (Attack attack : all) {
            rehashed(attack);
        }
    }

    private void rehashed(Attack attack) throws Exception {
        attack.act().on(breach);
        try {
            judge(attack, "re-hash", rehash.told());
        } finally {
            breach.restore();
        }
    }

    private void exported(Attack attack, StagedTender tender, Path folder) throws Exception {
        attack.act().on(breach);
        try {
            var file = folder.resolve("package-" + attacks + ".zip");
            judge(attack, "auditor", audited(tender, file, folder.resolve("trust.json")));
        } finally {
            breach.restore();
        }
    }

    /** A head that a busy machine brought to its witnesses too late breaks a package by itself; then the next one is taken. */
    private static List<String> audited(StagedTender tender, Path file, Path trust) {
        try {
            var report = audit(tender, file, trust);
            for (int i = 0; i < EXPORTS_MAX && LATE_WITNESS.equals(report.code()); i++) {
                report = audit(tender, file, trust);
            }
            return report.object() == null ? List.of() : List.of(report.object() + " " + report.reason());
        } catch (Broken broken) {
            return List.of(broken.object());
        } catch (ApiFailed refused) {
            return List.of("no package: " + refused.getMessage());
        }
    }

    private static Report audit(StagedTender tender, Path file, Path trust) {
        tender.downloadPackage(file);
        return Audit.run(file, trust, finding -> {});
    }

    private void judge(Attack attack, String by, List<String> told) {
        attacks++;
        boolean named = attack.named(told);
        unnoticed += told.isEmpty() ? 1 : 0;
        misnamed += !told.isEmpty() && !named ? 1 : 0;
        history().note("attack", "what", attack.name(), "noticedBy", by, "told", told, "named", named);
        progress("%s %s: %s", named ? "✓" : "✗", attack.name(), told.isEmpty() ? "unnoticed" : told.get(0));
        if (!named) {
            progress("    told: %s, expected one of %s", told, attack.names());
        }
    }

    /** The opening goes on to its prices; its trustees stay away twice, and each time it is suspended and goes on again. */
    private void opening(StagedTender tender, SuspensionAttacks suspensions) throws Exception {
        opened(tender, view -> view.path("state").asText().equals("UNSEALING"));
        suspended(tender, STEP);
        tender.letGoOn(tender.hall(), AGAIN);
        suspended(tender, AGAIN);
        quiet("suspended");
        rehashed(suspensions.open());
        tender.letGoOn(tender.hall(), STEP);
        opened(tender, view -> view.has("results"));
        rehashed(suspensions.decided());
    }

    /** Nobody presses for longer than this, and the opening stands still. */
    private static void suspended(StagedTender tender, Duration wait) throws InterruptedException {
        tender.moveBy(wait.plusMinutes(1));
        for (int i = 0; i < STEPS_MAX; i++) {
            var suspension = tender.hall().path("suspension");
            if (suspension.has("entry") && !suspension.path("decided").asBoolean()) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("the opening was not suspended: " + tender.hall());
    }

    private static void opened(StagedTender tender, Predicate<JsonNode> far) throws InterruptedException {
        for (int i = 0; i < STEPS_MAX; i++) {
            var view = tender.hall();
            if (far.test(view)) {
                return;
            }
            tender.takePart(view);
            Thread.sleep(100);
        }
        throw new IllegalStateException("the opening did not come so far: " + tender.hall());
    }
}
