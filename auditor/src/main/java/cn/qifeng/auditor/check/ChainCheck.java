package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Canon;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HexFormat;

/** The tender's chain: every entry there, in order, linked, in the log, and withheld only where the cut allows it. */
public final class ChainCheck implements Check {

    @Override
    public String name() {
        return "chain";
    }

    @Override
    public int run(Dossier dossier) {
        var names = dossier.file().under("chain/");
        Broken.unless(!names.isEmpty(), "chain/000001.json", "missing");
        var prev = "0".repeat(64);
        Instant former = Instant.MIN;
        for (int n = 1; n <= names.size(); n++) {
            var object = "chain/%06d.json".formatted(n);
            Broken.unless(dossier.file().has(object), object, "missing");
            var entry = entry(dossier, dossier.file().json(object), object, n, prev);
            Broken.unless(!entry.at().isBefore(former), object + "#head.at", "legal time runs backwards");
            dossier.entries().add(entry);
            prev = entry.contentHash();
            former = entry.at();
        }
        ends(dossier);
        return names.size();
    }

    private static Dossier.Entry entry(Dossier dossier, JsonNode node, String object, int n, String prev) {
        boolean open = node.has("entry");
        var head = open ? node.path("entry").path("head") : node.path("head");
        Broken.unless(head.path("n").asInt(-1) == n, object + "#head.n", "not number " + n);
        Broken.unless(
                head.path("tender")
                        .asText()
                        .equals(dossier.manifest().path("tender").asText()),
                object + "#head.tender",
                "an entry of another tender");
        Broken.unless(
                head.path("prev").asText().equals(prev), object + "#head.prev", "does not follow the entry before");
        var type = head.path("type").asText();
        var withhold = Cuts.mayWithhold(type);
        Broken.unless(withhold != null, object + "#head.type", "a type that nobody knows: " + type);
        if (!open) {
            Broken.unless(withhold && !dossier.whole(), object, "withheld, but this cut must show it");
            dossier.withheld().add(object + " " + type);
        }
        var content = Hash.sm3(Hash.ascii("QEC1"), Hash.sm3(Canon.bytes(head, object)), bodyHash(node, open, object));
        var leaf = Leaf.proved(dossier, node.path("leaf"), content, object);
        return new Dossier.Entry(
                object,
                n,
                type,
                Dossier.moment(head, "at", object),
                open ? node.path("entry").path("body") : null,
                HexFormat.of().formatHex(content),
                leaf.index());
    }

    private static byte[] bodyHash(JsonNode node, boolean open, String object) {
        if (!open) {
            return Dossier.hex(node, "bodyHash", 32, object);
        }
        var entry = node.path("entry");
        return Hash.sm3(
                Hash.ascii("QEC1 body"),
                Dossier.hex(entry, "salt", 16, object),
                Canon.bytes(entry.path("body"), object + "#body"));
    }

    private static void ends(Dossier dossier) {
        var entries = dossier.entries();
        Broken.unless(
                entries.get(0).type().equals("tender/published"),
                entries.get(0).object(),
                "the chain does not begin with publication");
        var last = entries.get(entries.size() - 1);
        if (last.type().equals("tender/closed")) {
            Broken.unless(
                    last.body().path("last").asInt(-1) == last.n(),
                    last.object() + "#last",
                    "names another last number");
        } else {
            dossier.attested().add("the tender is not closed: entries after " + last.n() + " cannot be ruled out");
        }
        Broken.unless(
                dossier.entries("tender/closed").size() <= 1
                        && dossier.entries("tender/closed").stream().allMatch(last::equals),
                last.object(),
                "something stands behind the closing entry");
    }
}
