package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * {@code package.json}: nobody signs it, so it is held against heads and chain, which are proved before; and the chain
 * is held against what the cut must show and what it must withhold.
 */
public final class ManifestCheck implements Check {

    private static final String OBJECT = "package.json";
    private static final String[] MEMBERS = {
        "type", "v", "cut", "tender", "lot", "log", "trustFile", "sandbox", "madeAt", "size", "entries"
    };
    private static final String[] PARTY_MEMBERS = {
        "type", "v", "cut", "tender", "lot", "log", "trustFile", "sandbox", "madeAt", "size", "entries", "bidId"
    };
    private static final Set<String> CUTS = Set.of("PUBLIC", "PARTY", "TRUSTEE", "SUPERVISOR");

    @Override
    public String name() {
        return "manifest";
    }

    @Override
    public int run(Dossier dossier) {
        var manifest = dossier.manifest();
        Shape.exactly(manifest, OBJECT, Party.cut(dossier) ? PARTY_MEMBERS : MEMBERS);
        Shape.equal(manifest, "type", "evidence-package", OBJECT, "not an evidence package");
        Shape.equal(manifest, "v", 1, OBJECT, "another version");
        Broken.unless(CUTS.contains(Shape.text(manifest, "cut", OBJECT)), OBJECT + "#cut", "an unknown cut");
        newest(dossier, manifest);
        Shape.hex(manifest, "trustFile", 32, OBJECT);
        dossier.anchors()
                .ifPresent(anchors -> Shape.equal(
                        manifest, "trustFile", anchors.fingerprint(), OBJECT, "made under another trust file"));
        Shape.equal(manifest, "tender", dossier.tender(), OBJECT, "the chain is of another tender");
        Shape.equal(manifest, "lot", dossier.lot(), OBJECT, "the chain is of another lot");
        var missing = "chain/%06d.json".formatted(dossier.entries().size() + 1);
        long entries = Shape.number(manifest, "entries", OBJECT);
        boolean closed = dossier.first("tender/closed").isPresent();
        Broken.unless(
                entries <= dossier.entries().size() || !closed,
                OBJECT + "#entries",
                "the chain is closed before that number");
        Broken.unless(entries <= dossier.entries().size(), missing, "missing");
        Broken.unless(entries == dossier.entries().size(), OBJECT + "#entries", "the chain has more entries");
        if (Party.cut(dossier)) {
            party(dossier);
        }
        if (dossier.pressing()) {
            trustee(dossier);
        }
        cut(dossier);
        return 1;
    }

    /** A party's cut is about one bid of the list, and there is none before the bids are open. */
    private static void party(Dossier dossier) {
        Broken.unless(dossier.first("lot/opened").isPresent(), OBJECT + "#cut", "a cut of a party before the opening");
        for (JsonNode line : dossier.first("lot/bid-list")
                .map(list -> list.body().path("bids"))
                .orElseThrow(() -> new Broken(OBJECT + "#cut", "a cut of a party before the opening"))) {
            if (Party.owns(dossier, line)) {
                return;
            }
        }
        throw new Broken(OBJECT + "#bidId", "no bid of the list");
    }

    /** A trustee's cut stands between the draw of the coefficient and the opening. */
    private static void trustee(Dossier dossier) {
        Broken.unless(
                dossier.first("lot/bid-list").isPresent() && DrawsCheck.coefficientDrawn(dossier),
                OBJECT + "#cut",
                "a cut of a trustee before the draw");
        Broken.unless(
                dossier.first("lot/opened").isEmpty()
                        && dossier.first("lot/failed").isEmpty(),
                OBJECT + "#cut",
                "a cut of a trustee behind the opening");
    }

    /** Size, time, log and clock are those of the newest head. */
    private static void newest(Dossier dossier, JsonNode manifest) {
        int last = dossier.heads().size() - 1;
        var newest = dossier.heads().get(last);
        var heads = dossier.file().json("heads.json");
        Shape.equal(manifest, "size", newest.size(), OBJECT, "not the size of the newest head");
        Shape.equal(
                manifest, "madeAt", heads.get(last).path("head").path("at"), OBJECT, "not the time of the newest head");
        Shape.equal(manifest, "log", heads.get(0).path("head").path("log"), OBJECT, "another log");
        Broken.unless(
                manifest.path("sandbox").isBoolean() && manifest.path("sandbox").asBoolean() == newest.sandbox(),
                OBJECT + "#sandbox",
                "sandbox and production are mixed");
    }

    /** Entries that are withheld although the cut shows them, or shown although it withholds them. */
    private static void cut(Dossier dossier) {
        var wrong = deviations(dossier, dossier.cut());
        if (wrong.isEmpty()) {
            dossier.entries().stream()
                    .filter(entry -> !entry.open())
                    .forEach(entry -> dossier.withheld().add(entry.object() + " " + entry.type()));
            return;
        }
        boolean another = List.of("PUBLIC", "SUPERVISOR").stream()
                .anyMatch(cut -> deviations(dossier, cut).isEmpty());
        Broken.unless(!another, OBJECT + "#cut", "the package shows what another cut shows");
        var entry = wrong.get(0);
        throw new Broken(
                entry.object(),
                entry.open() ? "shown, but this cut withholds it" : "withheld, but this cut must show it");
    }

    private static List<Dossier.Entry> deviations(Dossier dossier, String cut) {
        return dossier.entries().stream()
                .filter(entry -> entry.open() == (Cuts.mayWithhold(entry.type()) && !cut.equals("SUPERVISOR")))
                .toList();
    }
}
