package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Canon;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.Certificates;
import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** The tender's chain: every entry there, in order, linked, in the log, and what people said in it signed. */
public final class ChainCheck implements Check {

    @Override
    public String name() {
        return "chain";
    }

    @Override
    public int run(Dossier dossier) {
        certificates(dossier);
        var names = dossier.file().under("chain/");
        Broken.unless(!names.isEmpty(), "chain/000001.json", "missing");
        var prev = "0".repeat(64);
        Instant former = Instant.MIN;
        String tender = null;
        for (int n = 1; n <= names.size(); n++) {
            var object = "chain/%06d.json".formatted(n);
            var entry = entry(dossier.file().json(object), object, n, prev, dossier);
            Broken.unless(!entry.at().isBefore(former), object + "#head.at", "legal time runs backwards");
            tender = tender == null ? entry.tender() : tender;
            Broken.unless(entry.tender().equals(tender), object + "#head.tender", "an entry of another tender");
            dossier.entries().add(entry);
            if (entry.open()) {
                statements(dossier, entry, entry.body());
            }
            prev = entry.contentHash();
            former = entry.at();
        }
        ends(dossier);
        return names.size();
    }

    /** Certificates between signers and roots; each must lead to a root itself. */
    private static void certificates(Dossier dossier) {
        var last = dossier.heads().get(dossier.heads().size() - 1);
        for (String name : dossier.file().under("certificates/")) {
            try {
                var der = dossier.file().bytes(name);
                var certificate = Certificates.parse(der);
                Broken.unless(
                        certificate != null && Arrays.equals(certificate.getEncoded(), der), name, "not a certificate");
                dossier.issuers().add(certificate);
            } catch (GeneralSecurityException e) {
                throw new Broken(name, "not a certificate");
            }
        }
        var names = dossier.file().under("certificates/");
        for (int i = 0; i < names.size(); i++) {
            dossier.requireTrusted(List.of(dossier.issuers().get(i)), names.get(i), last.at());
        }
    }

    private static Dossier.Entry entry(JsonNode node, String object, int n, String prev, Dossier dossier) {
        boolean open = node.has("entry");
        if (open) {
            Shape.exactly(node, object, "entry", "leaf");
            Shape.exactly(node.path("entry"), object, "head", "salt", "body");
        } else {
            Shape.exactly(node, object, "head", "bodyHash", "leaf");
        }
        var head = open ? node.path("entry").path("head") : node.path("head");
        Shape.exactly(head, object + "#head", "type", "v", "tender", "n", "prev", "at", "machineAt");
        var at = object + "#head";
        Shape.equal(head, "n", n, at, "not this number");
        Shape.equal(head, "prev", prev, at, "does not follow the entry before");
        Shape.equal(head, "v", 1, at, "another version");
        Shape.moment(head, "machineAt", at);
        var type = Shape.text(head, "type", at);
        Broken.unless(Cuts.mayWithhold(type) != null, object + "#head.type", "a type that nobody knows", type);
        var content = Hash.sm3(Hash.ascii("QEC1"), Hash.sm3(Canon.bytes(head, object)), bodyHash(node, open, object));
        var leaf = Leaf.proved(dossier, node.path("leaf"), content, object);
        return new Dossier.Entry(
                object,
                n,
                type,
                Shape.text(head, "tender", at),
                Shape.moment(head, "at", at),
                open ? node.path("entry").path("body") : null,
                HexFormat.of().formatHex(content),
                leaf.index());
    }

    private static byte[] bodyHash(JsonNode node, boolean open, String object) {
        if (!open) {
            return Shape.hex(node, "bodyHash", 32, object);
        }
        var entry = node.path("entry");
        return Hash.sm3(
                Hash.ascii("QEC1 body"),
                Shape.hex(entry, "salt", 16, object),
                Canon.bytes(entry.path("body"), object + "#body"));
    }

    /** Verifies every statement inside a body, wherever it stands. */
    private static void statements(Dossier dossier, Dossier.Entry entry, JsonNode node) {
        if (node.isObject() && node.size() == 2 && node.has("doc") && node.has("sig")) {
            dossier.signer(node, entry);
        } else {
            node.forEach(item -> statements(dossier, entry, item));
        }
    }

    private static void ends(Dossier dossier) {
        var entries = dossier.entries();
        var last = entries.get(entries.size() - 1);
        Broken.unless(
                entries.get(0).type().equals("tender/published")
                        && entries.get(0).open(),
                entries.get(0).object(),
                "the chain does not begin with publication");
        var closed = dossier.first("tender/closed");
        if (closed.isEmpty()) {
            dossier.attested().add("the tender is not closed: entries after " + last.n() + " cannot be ruled out");
            return;
        }
        Broken.unless(closed.get().equals(last), last.object(), "something stands behind the closing entry");
        Broken.unless(last.open(), last.object(), "withheld, but every cut must show it");
        Shape.equal(last.body(), "last", last.n(), last.object(), "names another last number");
    }
}
