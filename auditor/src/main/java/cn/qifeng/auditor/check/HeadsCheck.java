package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Anchors;
import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Canon;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.crypto.Hash;
import cn.qifeng.auditor.crypto.Merkle;
import cn.qifeng.auditor.crypto.Qs1;
import cn.qifeng.auditor.crypto.TimeStamp;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;

/** Heads: signed by the log, witnessed, time-stamped, and each the beginning of the next. */
public final class HeadsCheck implements Check {

    private static final Duration STAMP_DISTANCE_MAX = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "heads";
    }

    @Override
    public int run(Dossier dossier) {
        var list = dossier.file().json("heads.json");
        Broken.unless(list.isArray() && !list.isEmpty(), "heads.json", "no heads");
        for (int i = 0; i < list.size(); i++) {
            dossier.heads().add(head(dossier, list.get(i), "heads.json#" + i));
        }
        consistency(dossier);
        long newest = dossier.heads().get(dossier.heads().size() - 1).size();
        Broken.unless(
                dossier.manifest().path("size").asLong(-1) == newest,
                "package.json#size",
                "not the size of the newest head");
        return list.size();
    }

    private static Dossier.Head head(Dossier dossier, JsonNode node, String object) {
        var doc = node.path("head");
        var bytes = Canon.bytes(doc, object);
        Broken.unless("log-head".equals(doc.path("type").asText()), object, "not a head");
        Broken.unless(
                doc.path("log").asText().equals(dossier.manifest().path("log").asText()),
                object,
                "a head of another log");
        Broken.unless(
                doc.path("sandbox").asBoolean()
                        == dossier.manifest().path("sandbox").asBoolean(),
                object,
                "sandbox and production are mixed");
        var head = new Dossier.Head(
                doc.path("size").asLong(-1),
                Dossier.hex(doc, "root", 32, object),
                Dossier.moment(doc, "at", object),
                Dossier.moment(doc, "machineAt", object));
        var signer = Qs1.verify(bytes, bytes(node, "sig", object), object).get(0);
        dossier.anchors().ifPresent(anchors -> {
            Broken.unless(anchors.log().equals(doc.path("log").asText()), object, "not the log of the trust file");
            Broken.unless(
                    anchors.inForce("logCertificates", signer, head.machineAt()),
                    object,
                    "signed with a key that the trust file does not know as the log's");
        });
        witnesses(dossier, node.path("witnesses"), bytes, head, object);
        stamp(dossier, node, bytes, head, object);
        return head;
    }

    private static void witnesses(Dossier dossier, JsonNode list, byte[] head, Dossier.Head of, String object) {
        var seen = new HashSet<String>();
        for (JsonNode node : list) {
            var doc = node.path("doc");
            var witness = doc.path("witness").asText();
            var at = object + "#" + witness;
            var signer =
                    Qs1.verify(Canon.bytes(doc, at), bytes(node, "sig", at), at).get(0);
            Broken.unless(
                    "log-witness".equals(doc.path("type").asText())
                            && Hash.hex(head).equals(doc.path("head").asText())
                            && doc.path("size").asLong(-1) == of.size(),
                    at,
                    "the witness signed another head");
            dossier.anchors()
                    .ifPresent(anchors -> Broken.unless(
                            signer.equals(anchors.witness(witness)), at, "not the witness of the trust file"));
            Broken.unless(seen.add(witness), at, "one witness twice");
        }
        int needed = dossier.anchors().map(Anchors::threshold).orElse(2);
        Broken.unless(seen.size() >= needed, object, "witnessed by " + seen.size() + " instead of " + needed);
    }

    private static void stamp(Dossier dossier, JsonNode node, byte[] bytes, Dossier.Head head, String object) {
        var stamp = TimeStamp.verify(bytes(node, "timeStamp", object), Hash.sm3(bytes), object + "#timeStamp");
        dossier.anchors()
                .ifPresent(anchors -> Broken.unless(
                        anchors.inForce("timeStampCertificates", stamp.authority(), stamp.time()),
                        object + "#timeStamp",
                        "not a time-stamp authority of the trust file"));
        Broken.unless(
                Duration.between(head.machineAt(), stamp.time()).abs().compareTo(STAMP_DISTANCE_MAX) <= 0,
                object + "#timeStamp",
                "the time stamp is far from the head's own time");
    }

    private static void consistency(Dossier dossier) {
        var proofs = dossier.file().json("consistency.json");
        var heads = dossier.heads();
        Broken.unless(proofs.size() == heads.size() - 1, "consistency.json", "not one proof for each step");
        for (int i = 0; i + 1 < heads.size(); i++) {
            var object = "consistency.json#" + i;
            var from = heads.get(i);
            var to = heads.get(i + 1);
            Broken.unless(
                    from.size() < to.size()
                            && proofs.get(i).path("from").asLong() == from.size()
                            && proofs.get(i).path("to").asLong() == to.size(),
                    object,
                    "not a step between neighbouring heads");
            Broken.unless(
                    Merkle.consistent(
                            from.size(),
                            to.size(),
                            hashes(proofs.get(i).path("proof"), object),
                            from.root(),
                            to.root()),
                    object,
                    "the later head does not contain the former");
            Broken.unless(!to.at().isBefore(from.at()), object, "legal time runs backwards");
        }
    }

    static List<byte[]> hashes(JsonNode list, String object) {
        var hashes = new ArrayList<byte[]>();
        for (JsonNode hash : list) {
            try {
                hashes.add(HexFormat.of().parseHex(hash.asText()));
            } catch (IllegalArgumentException e) {
                throw new Broken(object, "a proof that is not hexadecimal");
            }
        }
        return hashes;
    }

    static byte[] bytes(JsonNode node, String field, String object) {
        try {
            return Base64.getDecoder().decode(node.path(field).asText());
        } catch (IllegalArgumentException e) {
            throw new Broken(object + "#" + field, "not base64");
        }
    }
}
