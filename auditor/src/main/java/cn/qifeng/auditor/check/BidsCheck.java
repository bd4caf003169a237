package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Canon;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.crypto.BidHeader;
import cn.qifeng.auditor.crypto.Certificates;
import cn.qifeng.auditor.crypto.Hash;
import cn.qifeng.auditor.crypto.Qs1;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.UUID;

/** The bid list and what stands behind each of its lines: receipt, header, signature, context. */
public final class BidsCheck implements Check {

    /** A bid whose entry is in no published head made within this time after its stamp is held (trust.md 5). */
    private static final Duration RECORDED_WITHIN = Duration.ofSeconds(120);

    @Override
    public String name() {
        return "bids";
    }

    @Override
    public int run(Dossier dossier) {
        var list = dossier.first("lot/bid-list");
        if (list.isEmpty()) {
            return 0;
        }
        var object = list.get().object();
        var seen = new HashSet<String>();
        String former = "";
        for (JsonNode line : list.get().body().path("bids")) {
            var name = "bids/" + line.path("bidId").asText() + "-"
                    + line.path("seq").asText();
            Broken.unless(seen.add(name), object, name + " stands twice in the list");
            var order = line.path("bidId").asText()
                    + "%04d".formatted(line.path("seq").asInt());
            Broken.unless(order.compareTo(former) > 0, object, "the list is out of order");
            former = order;
            receipt(dossier, list.get(), line, name);
        }
        for (String name : dossier.file().under("bids/")) {
            var folder = name.substring(0, name.lastIndexOf('/'));
            Broken.unless(seen.contains(folder), name, "a bid that the list does not have");
        }
        return seen.size();
    }

    private static void receipt(Dossier dossier, Dossier.Entry list, JsonNode line, String name) {
        var object = name + "/receipt.json";
        var node = dossier.file().json(object);
        var doc = node.path("doc");
        var bytes = Canon.bytes(doc, object);
        Broken.unless(Hash.hex(bytes).equals(line.path("receiptHash").asText()), object, "not the receipt of the list");
        var signer = Qs1.verify(bytes, HeadsCheck.bytes(node, "sig", object), object);
        var leaf = Leaf.proved(dossier, node.path("leaf"), Hash.sm3(bytes), object);
        Broken.unless(
                node.path("leaf").path("nonce").equals(doc.path("leafNonce")),
                object,
                "the log has it under another nonce");
        Broken.unless(
                "bid-receipt".equals(doc.path("type").asText())
                        && doc.path("tender").equals(dossier.manifest().path("tender"))
                        && doc.path("lot").equals(dossier.manifest().path("lot"))
                        && doc.path("bidId").equals(line.path("bidId"))
                        && doc.path("seq").equals(line.path("seq"))
                        && doc.path("headerHash").equals(line.path("headerHash")),
                object,
                "differs from the line of the bid list");
        Broken.unless(
                doc.path("sandbox").asBoolean()
                        == dossier.manifest().path("sandbox").asBoolean(),
                object,
                "sandbox differs");
        var head = firstOver(leaf, dossier, object);
        dossier.anchors()
                .ifPresent(anchors -> Broken.unless(
                        anchors.inForce("receiptCertificates", signer.get(0), head.machineAt()),
                        object,
                        "signed with a key that the trust file does not know"));
        if ("LIVE".equals(line.path("state").asText())) {
            inTime(doc, list, head, object);
            header(dossier, line, doc, name);
        }
    }

    private static Dossier.Head firstOver(Leaf leaf, Dossier dossier, String object) {
        return dossier.heads().stream()
                .filter(candidate -> candidate.size() > leaf.index())
                .findFirst()
                .orElseThrow(() -> new Broken(object, "under no head"));
    }

    private static void inTime(JsonNode doc, Dossier.Entry list, Dossier.Head head, String object) {
        var stamp = Dossier.moment(doc, "stamp", object);
        Broken.unless(
                !stamp.isAfter(Dossier.moment(list.body(), "deadline", list.object())),
                object,
                "stamped after the deadline");
        Broken.unless(
                Duration.between(stamp, head.at()).compareTo(RECORDED_WITHIN) <= 0,
                object,
                "in no published head within 120 s after its stamp");
    }

    private static void header(Dossier dossier, JsonNode line, JsonNode receipt, String name) {
        var object = name + "/header.der";
        var der = dossier.file().bytes(object);
        Broken.unless(Hash.hex(der).equals(line.path("headerHash").asText()), object, "not the header of the list");
        var header = BidHeader.parse(der, object);
        var entry = dossier.entries().get(0);
        var publication = entry.doc();
        var chain = Qs1.verify(der, dossier.file().bytes(name + "/header.p7s"), name + "/header.p7s");
        dossier.requireTrusted(chain, name + "/header.p7s", Dossier.moment(receipt, "stamp", object));
        var bidder = HexFormat.of().formatHex(header.bidder());
        Broken.unless(
                bidder.equals(Certificates.id(chain.get(0)))
                        && bidder.equals(receipt.path("bidder").asText()),
                object,
                "signed by another bidder");
        var context = Hash.sm3(
                Hash.ascii("BES1 tender"),
                HexFormat.of().parseHex(entry.contentHash()),
                uuid(publication.path("lot").path("id").asText()));
        Broken.unless(java.util.Arrays.equals(context, header.tenderCtx()), object, "sealed for another tender");
        Broken.unless(
                HexFormat.of()
                        .formatHex(header.trusteeSet())
                        .equals(publication.path("trusteeSet").asText()),
                object,
                "sealed to other trustees");
        Broken.unless(
                HexFormat.of()
                                .formatHex(header.bidId())
                                .equals(line.path("bidId").asText())
                        && header.seq() == line.path("seq").asLong(),
                object,
                "another bid");
    }

    /** The sixteen bytes of a UUID. */
    static byte[] uuid(String text) {
        var id = UUID.fromString(text);
        return java.nio.ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
