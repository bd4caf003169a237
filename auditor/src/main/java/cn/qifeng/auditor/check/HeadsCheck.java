package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Anchors;
import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Canon;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.Hash;
import cn.qifeng.auditor.crypto.Merkle;
import cn.qifeng.auditor.crypto.TimeStamp;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** Heads: signed by the log, witnessed, time-stamped, and each the beginning of the next. */
public final class HeadsCheck implements Check {

    private static final Duration STAMP_DISTANCE_MAX = Duration.ofMinutes(2);
    private static final Duration WITNESS_DISTANCE_MAX = Duration.ofSeconds(5);
    private static final int PADDING = 64;
    private static final int WITNESSES_WITHOUT_ANCHORS = 2;

    @Override
    public String name() {
        return "heads";
    }

    @Override
    public int run(Dossier dossier) {
        var list = dossier.file().json("heads.json");
        Broken.unless(list.isArray() && !list.isEmpty(), "heads.json", "no heads");
        var log = dossier.anchors()
                .map(Anchors::log)
                .orElse(list.get(0).path("head").path("log").asText());
        for (int i = 0; i < list.size(); i++) {
            var former = i == 0 ? null : list.get(i - 1).path("head");
            dossier.heads().add(head(dossier, list.get(i), former, log, "heads.json#" + i));
        }
        consistency(dossier);
        return list.size();
    }

    private static final String[] MEMBERS = {
        "type", "v", "log", "size", "root", "prevSize", "prevRoot", "at", "machineAt", "sandbox"
    };

    private static Dossier.Head head(Dossier dossier, JsonNode node, JsonNode former, String log, String object) {
        Shape.exactly(node, object, "head", "sig", "witnesses", "timeStamp");
        var doc = node.path("head");
        Shape.exactly(doc, object + ".head", MEMBERS);
        var bytes = Canon.bytes(doc, object);
        Shape.equal(doc, "type", "log-head", object, "not a head");
        Shape.equal(doc, "v", 1, object, "another version");
        Shape.equal(doc, "log", log, object, "a head of another log");
        var head = new Dossier.Head(
                Shape.number(doc, "size", object),
                Shape.hex(doc, "root", 32, object),
                Shape.moment(doc, "at", object),
                Shape.moment(doc, "machineAt", object),
                doc.path("sandbox").asBoolean());
        Broken.unless(head.size() > 0 && head.size() % PADDING == 0, object, "not padded to a multiple of 64");
        if (former != null && former.path("size").equals(doc.path("prevSize"))) {
            Shape.equal(doc, "prevRoot", former.path("root"), object, "not the root of the head before");
        }
        var signer = dossier.platformSigner("logCertificates", bytes, Shape.base64(node, "sig", object), object);
        dossier.anchors().ifPresent(anchors -> {
            Broken.unless(anchors.sandbox() == head.sandbox(), object, "sandbox and production are mixed");
            Broken.unless(
                    anchors.inForce("logCertificates", signer, head.machineAt()),
                    object,
                    "not a key of the trust file");
        });
        witnesses(dossier, node.path("witnesses"), bytes, head, object);
        stamp(dossier, node, bytes, head, object);
        return head;
    }

    private static void witnesses(Dossier dossier, JsonNode list, byte[] head, Dossier.Head of, String object) {
        var former = "";
        for (JsonNode node : list) {
            var doc = node.path("doc");
            var witness = Shape.text(doc, "witness", object);
            var at = object + "#" + witness;
            Shape.exactly(node, at, "doc", "sig");
            Shape.exactly(doc, at, "type", "v", "witness", "head", "size", "machineAt");
            var signer = dossier.platformSigner("witnesses", Canon.bytes(doc, at), Shape.base64(node, "sig", at), at);
            Shape.equal(doc, "type", "log-witness", at, "not a witness");
            Shape.equal(doc, "v", 1, at, "another version");
            Shape.equal(doc, "head", Hash.hex(head), at, "the witness signed another head");
            Shape.equal(doc, "size", of.size(), at, "the witness signed another head");
            var moment = Shape.moment(doc, "machineAt", at);
            Broken.unless(
                    Duration.between(of.machineAt(), moment).abs().compareTo(WITNESS_DISTANCE_MAX) <= 0,
                    at,
                    "the witness clock is far from the head");
            dossier.anchors()
                    .ifPresent(anchors -> Broken.unless(
                            anchors.isWitness(witness, signer, moment), at, "not a key of the trust file"));
            Broken.unless(former.compareTo(witness) < 0, at, "witnesses not in the order of their names");
            former = witness;
        }
        int needed = dossier.anchors().map(Anchors::threshold).orElse(WITNESSES_WITHOUT_ANCHORS);
        Broken.unless(
                list.isArray() && list.size() >= needed,
                object,
                "too few witnesses",
                list.size() + " instead of " + needed);
    }

    private static void stamp(Dossier dossier, JsonNode node, byte[] bytes, Dossier.Head head, String object) {
        var at = object + ".timeStamp";
        var stamp = TimeStamp.verify(Shape.base64(node, "timeStamp", object), Hash.sm3(bytes), at);
        dossier.anchors()
                .ifPresent(anchors -> Broken.unless(
                        anchors.inForce("timeStampCertificates", stamp.authority(), stamp.time()),
                        at,
                        "not a key of the trust file"));
        Broken.unless(
                Duration.between(head.machineAt(), stamp.time()).abs().compareTo(STAMP_DISTANCE_MAX) <= 0,
                at,
                "the time stamp is far from the head");
    }

    /** Each head is the beginning of the next. */
    static void consistency(Dossier dossier) {
        var proofs = dossier.file().json("consistency.json");
        var heads = dossier.heads();
        if (!proofs.isArray() || proofs.size() != heads.size() - 1) {
            throw new Broken(Steps.culprit(dossier, proofs), "not one proof for each step");
        }
        for (int i = 0; i + 1 < heads.size(); i++) {
            var object = "consistency.json#" + i;
            var from = heads.get(i);
            var to = heads.get(i + 1);
            var step = proofs.get(i);
            Broken.unless(
                    from.size() < to.size() && !to.at().isBefore(from.at()),
                    "heads.json#" + (i + 1),
                    "not behind the head before");
            Shape.exactly(step, object, "from", "to", "proof");
            if (Shape.number(step, "from", object) != from.size() || Shape.number(step, "to", object) != to.size()) {
                throw new Broken(Steps.culprit(dossier, proofs), "not a step between neighbouring heads");
            }
            Broken.unless(
                    Merkle.consistent(
                            from.size(), to.size(), Shape.hashes(step, "proof", object), from.root(), to.root()),
                    object,
                    "the later head does not contain the former");
        }
    }
}
