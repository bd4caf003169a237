package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossier.Entry;
import cn.qifeng.auditor.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * Void attempts: each stands directly behind the decision that made it so, before its report is signed; its sheets are in
 * rounds before, and those of what is done again in rounds behind, under labels that nobody knows.
 */
final class VoidedAttempts {

    private static final int HASH = 32;
    private static final Set<String> SHEETS =
            Set.of("evaluation/committed", "evaluation/revealed", ScreeningCheck.COMMITTED, ScreeningCheck.REVEALED);
    private static final Set<String> FAULTS = Set.of(FaultsCheck.FAULT, FaultsCheck.CLEARED);

    private final Dossier dossier;
    private Entry decided;

    private VoidedAttempts(Dossier dossier) {
        this.dossier = dossier;
    }

    static void check(Dossier dossier) {
        var course = new VoidedAttempts(dossier);
        dossier.entries().forEach(course::take);
    }

    private void take(Entry entry) {
        var type = entry.type();
        if (type.equals(Attempts.VOIDED)) {
            voided(entry);
            decided = null;
        } else if (type.equals(FaultsCheck.DECIDED)) {
            notOwed(entry);
            decided = entry;
        } else if (HallCheck.DECIDING.contains(type) || FAULTS.contains(type) || type.equals("evaluation/left")) {
            notOwed(entry);
            decided = null;
        }
    }

    private void notOwed(Entry entry) {
        Broken.unless(
                decided == null || !decided.open() || !isVoid(decided),
                entry.object(),
                "void by a decision and not on record");
    }

    private static boolean isVoid(Entry decision) {
        return decision.body().path("outcome").asText().equals("VOID")
                && decision.body().path("anew").asBoolean();
    }

    private void voided(Entry entry) {
        var object = entry.object();
        Broken.unless(decided != null && (!decided.open() || isVoid(decided)), object, "void though nobody decided so");
        var body = entry.body();
        Shape.exactly(body, object, "session", "fault", "version", "labelCommit");
        var opened = dossier.first("evaluation/opened")
                .filter(it -> it.n() < entry.n())
                .orElseThrow(() -> new Broken(object, "void though nothing had begun"));
        Shape.equal(body, "session", opened.body().path("session"), object, "void in another session");
        if (decided.open()) {
            Shape.equal(body, "fault", decided.body().path("number"), object, "void by another fault");
        }
        int begin = Attempts.begin(dossier, entry);
        Broken.unless(
                dossier.entries("evaluation/report").stream().noneMatch(it -> it.n() > begin && it.n() < entry.n()),
                object,
                "void behind its signed report");
        labels(entry, opened.body().path("labelCommit"));
        rounds(entry);
    }

    /** New ones, that nobody knows; those of a re-review are known already. */
    private void labels(Entry entry, JsonNode first) {
        var labels = entry.body().path("labelCommit");
        if (Reviews.begin(dossier, entry.n()) > 0) {
            Broken.unless(labels.isNull(), entry.object() + "#labelCommit", "new labels in a re-review");
            return;
        }
        Shape.hex(entry.body(), "labelCommit", HASH, entry.object());
        boolean known = labels.equals(first)
                || dossier.entries(Attempts.VOIDED).stream()
                        .anyMatch(it -> it.n() < entry.n()
                                && it.body().path("labelCommit").equals(labels));
        Broken.unless(!known, entry.object() + "#labelCommit", "the labels of a void attempt once more");
    }

    private void rounds(Entry entry) {
        long version = Shape.number(entry.body(), "version", entry.object());
        for (Entry sheet : dossier.entries()) {
            if (SHEETS.contains(sheet.type()) && sheet.open()) {
                long round = RevealedSheet.said(sheet).path("version").asLong(-1);
                Broken.unless(
                        sheet.n() < entry.n() ? round < version : round >= version,
                        sheet.object(),
                        "a sheet in the rounds of another attempt");
            }
        }
    }
}
