package cn.qifeng.trading.supervision.application;

import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trading.log.application.Proofs;
import cn.qifeng.trading.log.application.TrustFiles;
import cn.qifeng.trading.log.domain.RecordedEntry;
import cn.qifeng.trading.log.domain.SignedHead;
import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.log.Entry;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;

/** Writes a package (存证包) in the order of docs/evidence.md section 11. */
@ApplicationScoped
class WritePackage {

    private final Proofs proofs;
    private final TrustFiles trustFiles;
    private final LegalClock clock;
    private final WriteBids writeBids;
    private final WriteDocuments writeDocuments;

    WritePackage(
            Proofs proofs,
            TrustFiles trustFiles,
            LegalClock clock,
            WriteBids writeBids,
            WriteDocuments writeDocuments) {
        this.proofs = proofs;
        this.trustFiles = trustFiles;
        this.clock = clock;
        this.writeBids = writeBids;
        this.writeDocuments = writeDocuments;
    }

    /** Writes everything to {@code out}, which stays open. */
    void write(Gathered gathered, OutputStream out) {
        var disclosed = new Disclosed();
        try (var zip = new PackageZip(out)) {
            zip.json("package.json", manifest(gathered));
            writeHeads(gathered, zip);
            gathered.entries()
                    .forEach(entry ->
                            zip.json("chain/%06d.json".formatted(entry.ref().n()), entry(gathered, entry, disclosed)));
            gathered.bids().forEach(bid -> writeBids.write(gathered, bid, zip, disclosed));
            writeDocuments.write(gathered, zip, disclosed);
            writeIssuers(zip, disclosed);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private ObjectNode manifest(Gathered gathered) {
        var manifest = CanonicalJson.object()
                .put("type", "evidence-package")
                .put("v", 1)
                .put("cut", gathered.cut().name())
                .put("tender", gathered.lot().tender().toString())
                .put("lot", gathered.lot().lot().toString())
                .put("log", trustFiles.logId())
                .put("trustFile", trustFiles.fingerprint())
                .put("sandbox", clock.sandbox())
                .put("madeAt", gathered.newest().doc().path("at").asText())
                .put("size", gathered.newest().size())
                .put("entries", gathered.entries().size());
        return gathered.own() == null ? manifest : manifest.put("bidId", gathered.own());
    }

    private void writeHeads(Gathered gathered, PackageZip zip) {
        var heads = JsonNodeFactory.instance.arrayNode();
        var steps = JsonNodeFactory.instance.arrayNode();
        SignedHead former = null;
        for (var head : gathered.heads()) {
            heads.add(head(head));
            if (former != null) {
                var step = steps.addObject().put("from", former.size()).put("to", head.size());
                var proof = step.putArray("proof");
                proofs.consistency(former.size(), head.size()).proof().forEach(proof::add);
            }
            former = head;
        }
        zip.json("heads.json", heads);
        zip.json("consistency.json", steps);
    }

    private static ObjectNode head(SignedHead head) {
        var json = CanonicalJson.object().put("sig", head.sig()).put("timeStamp", head.timeStamp());
        json.set("head", head.doc());
        var witnesses = json.putArray("witnesses");
        for (var witness : head.witnesses()) {
            witnesses.addObject().put("sig", witness.sig()).set("doc", witness.doc());
        }
        return json;
    }

    private static ObjectNode entry(Gathered gathered, RecordedEntry recorded, Disclosed disclosed) {
        var entry = CanonicalJson.object().put("salt", recorded.salt());
        entry.set("head", recorded.head());
        entry.set("body", recorded.body());
        var json = CanonicalJson.object();
        if (gathered.cut().shows(recorded.type())) {
            json.set("entry", entry);
            disclosed.read(recorded.body());
        } else {
            json.set("head", recorded.head());
            json.put("bodyHash", Hex.encode(Entry.from(entry).bodyHash()));
        }
        json.set("leaf", gathered.leaf(recorded.ref().hash()));
        return json;
    }

    private void writeIssuers(PackageZip zip, Disclosed disclosed) {
        var roots = new HashSet<String>();
        trustFiles.current().doc().get("roots").forEach(root -> roots.add(root.textValue()));
        int n = 0;
        for (var issuer : disclosed.issuers()) {
            if (!roots.contains(Certificates.base64(issuer))) {
                zip.bytes("certificates/" + ++n + ".der", Certificates.der(issuer));
            }
        }
    }
}
