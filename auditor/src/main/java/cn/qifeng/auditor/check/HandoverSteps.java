package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossier.Entry;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.check.HandoversCheck.Signatory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The steps of one handover: list, receipt, and again for what was sent back, each tied to the one before. */
final class HandoverSteps {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> MATTERS =
            Set.of("SIGN_IN", "ID_CHECK", "DEVICE_LOCK", "WITNESS", "ROOM_CAMERA", "OTHER");
    private static final int HASH = 32;

    private final Dossier dossier;
    private final Entry entry;
    private final JsonNode line;
    private final Signatory signatory;
    private JsonNode formerDoc;
    private JsonNode formerReceipt;

    HandoverSteps(Dossier dossier, Entry entry, JsonNode line, Signatory signatory) {
        this.dossier = dossier;
        this.entry = entry;
        this.line = line;
        this.signatory = signatory;
    }

    void check(boolean toldLate) {
        Shape.equal(entry.body(), "site", line.path("site"), entry.object(), "handed over by another site");
        var steps = entry.body().path("steps");
        Broken.unless(steps.size() > 0, entry.object() + "#steps", "nothing was handed over");
        var before = Instant.MIN;
        for (int i = 0; i < steps.size(); i++) {
            before = step(steps.get(i), i + 1, i == steps.size() - 1, before);
        }
        var first = Shape.moment(steps.get(0), "at", entry.object());
        boolean late = first.isAfter(Shape.moment(line, "until", entry.object()));
        Broken.unless(
                late == toldLate && entry.body().path("late").equals(BooleanNode.valueOf(late)),
                entry.object() + "#late",
                "late and not on record");
    }

    private Instant step(JsonNode step, int number, boolean isLast, Instant before) {
        var object = entry.object() + "#steps." + number;
        var doc = step.path("statement").path("doc");
        var receipt = step.path("receipt").path("doc");
        list(doc, number, object);
        var at = Shape.moment(step, "at", object);
        var receivedAt = Shape.moment(step, "receivedAt", object);
        Broken.unless(
                !at.isBefore(before)
                        && !receivedAt.isBefore(at)
                        && !receivedAt.isAfter(entry.at().plus(HandoversCheck.CLOCKS)),
                object,
                "steps of a handover out of order");
        receipt(step, doc, receipt, number, object);
        var recorded = recorded(receivedAt.plus(HandoversCheck.CLOCKS));
        Broken.unless(receipt.path("recording").equals(recorded), object, "not what was recorded");
        rulings(doc, receipt, isLast, object);
        var uscc = signatory.uscc(dossier, step.path("statement"), entry);
        Broken.unless(uscc.equals(line.path("operator").asText()), object, "not handed over by its site");
        var main = signatory.uscc(dossier, step.path("receipt"), entry);
        Broken.unless(!main.equals(uscc), object, "received by who handed over");
        formerDoc = doc;
        formerReceipt = receipt;
        return receivedAt;
    }

    private void list(JsonNode doc, int number, String object) {
        Shape.equal(doc, "type", "handover", object, "not a handover");
        Shape.equal(doc, "number", (long) number, object, "not the next number of a handover");
        for (String field : new String[] {"booking", "site", "until"}) {
            Shape.equal(doc, field, line.path(field), object, "a handover of another booking");
        }
        JsonNode former =
                formerReceipt == null ? NullNode.instance : TextNode.valueOf(Dossier.sm3(formerReceipt, object));
        Shape.equal(doc, "former", former, object, "a handover that does not follow its receipt");
        var items = HandoversCheck.items(doc);
        Broken.unless(!items.isEmpty(), object, "nothing was handed over");
        for (int i = 0; i < items.size(); i++) {
            item(items.get(i), i + 1, object);
        }
        kept(doc, object);
    }

    private static void item(JsonNode item, int number, String object) {
        Shape.exactly(item, object, "number", "kind", "matter", "sheets", "sm3", "length", "delivery");
        Shape.equal(item, "number", (long) number, object, "items of a handover not in order");
        Shape.hex(item, "sm3", HASH, object);
        var kind = item.path("kind").asText();
        boolean paper = kind.equals("PAPER");
        boolean known = Set.of("PAPER", "DOCUMENT", "MEDIA").contains(kind)
                && MATTERS.contains(item.path("matter").asText());
        boolean delivered = item.path("delivery").asText().equals("UPLOADED")
                || item.path("delivery").asText().equals("CARRIER") && kind.equals("MEDIA");
        Broken.unless(known && delivered, object, "an item that cannot be handed over");
        Broken.unless(
                paper ? count(item, "sheets") >= 1 : item.path("sheets").isNull(), object, "paper without its sheets");
        Broken.unless(count(item, "length") >= 1, object, "an item that cannot be handed over");
    }

    /** A whole number, or −1 for whatever is none. */
    private static long count(JsonNode item, String field) {
        var value = item.path(field);
        return value.isIntegralNumber() ? value.asLong() : -1;
    }

    /** What was received stays as it was; what was sent back keeps its number. */
    private void kept(JsonNode doc, String object) {
        if (formerDoc == null) {
            return;
        }
        var now = HandoversCheck.items(doc);
        var before = HandoversCheck.items(formerDoc);
        Broken.unless(now.size() >= before.size(), object, "an item was dropped");
        for (int i = 0; i < before.size(); i++) {
            boolean received =
                    formerReceipt.path("rulings").path(i).path("accepted").booleanValue();
            Broken.unless(
                    !received || now.get(i).equals(before.get(i)), object, "an item that was received is another");
        }
    }

    private void receipt(JsonNode step, JsonNode doc, JsonNode receipt, int number, String object) {
        Shape.equal(receipt, "type", "handover-receipt", object, "not a receipt of a handover");
        Shape.equal(receipt, "session", entry.body().path("session"), object, "a receipt of another handover");
        Shape.equal(receipt, "booking", line.path("booking"), object, "a receipt of another handover");
        Shape.equal(receipt, "number", (long) number, object, "a receipt of another handover");
        Shape.equal(receipt, "submission", Dossier.sm3(doc, object), object, "a receipt of another handover");
        Shape.equal(receipt, "submittedAt", step.path("at"), object, "not when it was handed over");
    }

    private static void rulings(JsonNode doc, JsonNode receipt, boolean isLast, String object) {
        var items = HandoversCheck.items(doc);
        var rulings = receipt.path("rulings");
        Broken.unless(rulings.size() == items.size(), object, "an item on which nobody ruled");
        boolean whole = true;
        for (int i = 0; i < items.size(); i++) {
            var ruling = rulings.get(i);
            Shape.equal(ruling, "number", i + 1L, object, "an item on which nobody ruled");
            boolean accepted = ruling.path("accepted").booleanValue();
            var reason = ruling.path("reason").textValue();
            Broken.unless(accepted == (reason == null || reason.isBlank()), object, "sent back without a reason");
            whole &= accepted;
        }
        Broken.unless(whole == isLast, object, isLast ? "not everything was received" : "received before its end");
    }

    /** What the recording's items say that were told up to a moment, by track; {@code null} where nothing was recorded. */
    private JsonNode recorded(Instant upTo) {
        var tracks = new TreeMap<String, ArrayNode>();
        long items = 0;
        var head = "";
        for (Entry each : told(upTo)) {
            items = each.body().path("to").asLong();
            head = each.body().path("head").asText();
            for (JsonNode item : each.body().path("items")) {
                if (item.path("kind").asText().equals("SEGMENT")) {
                    var part = tracks.computeIfAbsent(item.path("track").asText(), it -> JSON.createArrayNode())
                            .addObject();
                    for (String field : new String[] {"file", "offset", "length", "hash"}) {
                        part.set(field, item.path(field));
                    }
                }
            }
        }
        if (items == 0) {
            return JSON.nullNode();
        }
        var recorded = JSON.createObjectNode().put("items", (int) items).put("head", head);
        var list = recorded.putArray("tracks");
        for (Map.Entry<String, ArrayNode> track : tracks.entrySet()) {
            var files = new HashSet<String>();
            long bytes = 0;
            for (JsonNode part : track.getValue()) {
                files.add(part.path("file").asText());
                bytes += part.path("length").asLong();
            }
            list.addObject()
                    .put("track", track.getKey())
                    .put("files", files.size())
                    .put("bytes", bytes)
                    .put("sm3", Dossier.sm3(track.getValue(), entry.object()));
        }
        return plain(recorded);
    }

    private List<Entry> told(Instant upTo) {
        return dossier.entries("evaluation/recording-head").stream()
                .takeWhile(it -> !it.at().isAfter(upTo))
                .toList();
    }

    /** Numbers as a parser reads them, so that two nodes compare by their values. */
    private static JsonNode plain(JsonNode node) {
        try {
            return JSON.readTree(node.toString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
