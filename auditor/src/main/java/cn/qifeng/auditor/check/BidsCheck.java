package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Canon;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.Certificates;
import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The bid list and what stands behind each of its lines: receipts, header, signature, context, and nothing else. */
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
        var lines = new ArrayList<JsonNode>();
        list.ifPresent(entry -> entry.body().path("bids").forEach(lines::add));
        if (list.isPresent()) {
            listed(dossier, list.get(), lines);
        }
        var known = new HashSet<String>();
        lines.forEach(line -> known.add(folder(line)));
        boolean opened = dossier.first("lot/opened").isPresent() || dossier.pressing();
        for (String name : dossier.file().under("bids/")) {
            Broken.unless(opened, name, "a bid before the opening, or of a lot that failed");
            Broken.unless(
                    known.contains(name.substring(0, name.lastIndexOf('/'))),
                    name,
                    "a bid that the list does not have");
        }
        if (!opened) {
            list.ifPresent(entry -> dossier.attested().add("the bid list: envelopes stay shut"));
            return 0;
        }
        var receipts = new HashMap<String, JsonNode>();
        var last = new HashMap<String, String>();
        for (JsonNode line : lines) {
            line(dossier, list.orElseThrow(), line, lines, receipts, last);
        }
        HeadersCheck.run(dossier, lines, receipts);
        return lines.size();
    }

    /** Folder of a line of the bid list. */
    static String folder(JsonNode line) {
        return "bids/" + line.path("bidId").asText() + "-" + line.path("seq").asText();
    }

    private static void listed(Dossier dossier, Dossier.Entry list, List<JsonNode> lines) {
        var former = "";
        var live = new HashSet<String>();
        for (JsonNode line : lines) {
            var order = line.path("bidId").asText()
                    + "%04d".formatted(line.path("seq").asInt());
            Broken.unless(order.compareTo(former) > 0, list.object(), "the list is out of order");
            former = order;
            if (line.path("state").asText().equals("LIVE")) {
                Broken.unless(live.add(line.path("bidId").asText()), list.object(), "two live envelopes of one bid");
            }
        }
        var deadline = Shape.moment(list.body(), "deadline", list.object());
        Broken.unless(
                deadline.equals(LotSets.deadline(dossier)),
                list.object() + "#body.deadline",
                "not the deadline that was published");
        Broken.unless(
                !Shape.moment(list.body(), "frozenAt", list.object()).isBefore(deadline),
                list.object() + "#frozenAt",
                "frozen before the deadline");
    }

    private static void line(
            Dossier dossier,
            Dossier.Entry list,
            JsonNode line,
            List<JsonNode> lines,
            Map<String, JsonNode> receipts,
            Map<String, String> last) {
        var object = folder(line) + "/receipt.json";
        var proof = receipt(dossier, line, object);
        var doc = proof.doc();
        Broken.unless(
                Dossier.sm3(doc, object).equals(line.path("receiptHash").asText()),
                object,
                "not the receipt of the list");
        Shape.equal(doc, "act", "SEALED", object, "not the receipt of a sealing");
        var former = last.get(line.path("bidId").asText());
        if (former != null) {
            Shape.equal(doc, "prevReceipt", former, object, "does not follow the receipt before");
        }
        last.put(line.path("bidId").asText(), Dossier.sm3(doc, object));
        receipts.put(line.path("bidId").asText() + "-" + line.path("seq").asText(), doc);
        var deadline = Shape.moment(list.body(), "deadline", list.object());
        switch (line.path("state").asText()) {
            case "LIVE" -> {
                Broken.unless(line.path("because").isNull(), list.object(), "a live bid with a reason");
                onTime(doc, proof.head(), deadline, object);
            }
            case "REPLACED" -> replaced(list, line, lines);
            case "WITHDRAWN" -> last.put(line.path("bidId").asText(), withdrawn(dossier, line, doc));
            case "HELD" -> held(doc, proof.head(), object);
            case "SET_LOST" ->
                Broken.unless(
                        LotSets.lost(dossier).containsValue(line.path("because").asText()),
                        list.object(),
                        "a bid that could be opened",
                        folder(line));
            default -> throw new Broken(list.object(), "a state that nobody knows");
        }
    }

    private static void replaced(Dossier.Entry list, JsonNode line, List<JsonNode> lines) {
        var next = lines.stream()
                .filter(other -> other.path("bidId").equals(line.path("bidId"))
                        && other.path("seq").asInt() == line.path("seq").asInt() + 1)
                .findFirst()
                .orElseThrow(() -> new Broken(list.object(), "replaced by nothing", folder(line)));
        Broken.unless(
                line.path("because").equals(next.path("headerHash")),
                list.object(),
                "replaced by another",
                folder(line));
    }

    private static void onTime(JsonNode receipt, Dossier.Head head, Instant deadline, String object) {
        var stamp = Shape.moment(receipt, "stamp", object);
        Shape.equal(receipt, "verdict", "ON_TIME", object, "a live bid that was not on time");
        Broken.unless(!stamp.isAfter(deadline), object, "stamped after the deadline");
        Broken.unless(
                Duration.between(stamp, head.at()).compareTo(RECORDED_WITHIN) <= 0,
                object,
                "in no published head within 120 s after its stamp");
    }

    /** Only a receipt that says so, or one that came under a head too late, holds a bid; otherwise it would be dropped. */
    private static void held(JsonNode receipt, Dossier.Head head, String object) {
        var waited = Duration.between(Shape.moment(receipt, "stamp", object), head.at());
        Broken.unless(
                receipt.path("verdict").asText().equals("HELD") || waited.compareTo(RECORDED_WITHIN) > 0,
                object,
                "held without a cause");
    }

    private record Proved(JsonNode doc, Dossier.Head head) {}

    private static Proved receipt(Dossier dossier, JsonNode line, String object) {
        var node = dossier.file().json(object);
        Shape.exactly(node, object, "doc", "sig", "leaf");
        var doc = node.path("doc");
        var bytes = Canon.bytes(doc, object);
        var leaf = Leaf.proved(dossier, node.path("leaf"), Hash.sm3(bytes), object);
        var signer = dossier.platformSigner("receiptCertificates", bytes, Shape.base64(node, "sig", object), object);
        Shape.equal(node.path("leaf"), "nonce", doc.path("leafNonce"), object, "the log has it under another nonce");
        Shape.equal(doc, "type", "bid-receipt", object, "not a receipt");
        for (String id : new String[] {"tender", "lot", "log", "trustFile", "sandbox"}) {
            Shape.equal(doc, id, dossier.manifest().path(id), object, "a receipt of something else");
        }
        for (String id : new String[] {"bidId", "seq", "headerHash"}) {
            Shape.equal(doc, id, line.path(id), object, "differs from the line of the bid list");
        }
        Shape.moment(doc, "stamp", object);
        Shape.number(doc, "boundMs", object);
        var head = dossier.heads().stream()
                .filter(candidate -> candidate.size() > leaf.index())
                .findFirst()
                .orElseThrow(() -> new Broken(object, "under no head"));
        dossier.anchors()
                .ifPresent(anchors -> Broken.unless(
                        anchors.inForce("receiptCertificates", signer, head.machineAt()),
                        object,
                        "not a key of the trust file"));
        return new Proved(doc, head);
    }

    /** Hash of the receipt of the withdrawal, {@code null} when the cut withholds it. */
    private static String withdrawn(Dossier dossier, JsonNode line, JsonNode receipt) {
        var object = folder(line) + "/withdrawal.json";
        if (!dossier.whole() && !dossier.file().has(object)) {
            dossier.withheld().add(object);
            return null;
        }
        var statement = dossier.file().json(object);
        Shape.exactly(statement, object, "doc", "sig");
        var doc = statement.path("doc");
        var hash = Dossier.sm3(doc, object);
        Broken.unless(line.path("because").asText().equals(hash), object, "not the statement that the list names");
        var signer = dossier.signer(statement, object, Shape.moment(receipt, "stamp", object));
        Shape.equal(doc, "type", "bid-withdrawal", object, "not a withdrawal");
        for (String id : new String[] {"bidId", "seq", "headerHash"}) {
            Shape.equal(doc, id, line.path(id), object, "differs from the line of the bid list");
        }
        Broken.unless(
                receipt.path("bidder").asText().equals(Certificates.id(signer)), object, "signed by another bidder");
        var at = folder(line) + "/withdrawal-receipt.json";
        var taken = receipt(dossier, line, at);
        Shape.equal(taken.doc(), "act", "WITHDRAWN", at, "not the receipt of a withdrawal");
        Shape.equal(taken.doc(), "statement", hash, at, "the receipt of another statement");
        return Dossier.sm3(taken.doc(), at);
    }

    /** The sixteen bytes of a UUID in lower case. */
    static byte[] uuid(String text) {
        try {
            var id = UUID.fromString(text);
            Broken.unless(id.toString().equals(text), "package", "not a UUID", text);
            return java.nio.ByteBuffer.allocate(16)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .array();
        } catch (IllegalArgumentException e) {
            throw new Broken("package", "not a UUID", text);
        }
    }
}
