package cn.qifeng.trading.supervision.application;

import cn.qifeng.trading.keys.PlatformKeys;
import cn.qifeng.trading.log.domain.RecordedEntry;
import cn.qifeng.trust.draw.Draw;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A bidder's own technical scores with their reasons (本方得分与理由), signed by the platform: taken out of the members'
 * sheets, which stay withheld, and put into an order that does not tell who gave which (招标投标法 §44).
 */
@ApplicationScoped
class OwnScores {

    private final PlatformKeys keys;

    OwnScores(PlatformKeys keys) {
        this.keys = keys;
    }

    /** {@code scores.json} of a party's cut: once the finalists are published, if the panel scored the bid. */
    Optional<ObjectNode> of(Gathered gathered) {
        return scored(gathered.entries())
                .filter(entry -> names(entry.body().path("technical"), gathered.own()))
                .map(entry -> signed(gathered, entry));
    }

    /** The scores on which the finalists rest that were published last; later ones are secret yet. */
    private static Optional<RecordedEntry> scored(List<RecordedEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.type().equals("award/finalists"))
                .reduce((former, later) -> later)
                .flatMap(finalists -> entries.stream()
                        .filter(entry -> entry.type().equals("evaluation/scored")
                                && entry.ref().n() < finalists.ref().n())
                        .reduce((former, later) -> later));
    }

    private ObjectNode signed(Gathered gathered, RecordedEntry scored) {
        var doc = CanonicalJson.object()
                .put("type", "own-scores")
                .put("v", 1)
                .put("tender", gathered.lot().tender().toString())
                .put("lot", gathered.lot().lot().toString())
                .put("bidId", gathered.own())
                .put("session", scored.body().path("session").asText());
        var sheets = doc.putArray("sheets");
        items(gathered, scored).stream()
                .sorted(Comparator.comparing(JsonNode::toString))
                .forEach(items -> sheets.addObject().set("items", items));
        return Statement.of(doc, keys.receipt()).toJson();
    }

    /** What each seated member gave the bid, from its last sheet before the scores. */
    private static List<JsonNode> items(Gathered gathered, RecordedEntry scored) {
        var before = gathered.entries().stream()
                .filter(entry -> entry.ref().n() < scored.ref().n())
                .toList();
        var seated = seated(before);
        var sheets = new HashMap<String, JsonNode>();
        for (RecordedEntry entry : before) {
            if (entry.type().equals("evaluation/revealed")) {
                var statement = entry.body().path("statement");
                var said = statement.isObject() ? statement.path("doc") : entry.body();
                var member = statement.isObject()
                        ? Statement.from(statement).verify().certificateId()
                        : said.path("member").asText();
                var former = sheets.get(member);
                if (seated.contains(member) && (former == null || version(former) < version(said))) {
                    sheets.put(member, said);
                }
            }
        }
        return items(sheets, gathered, scored.body());
    }

    private static List<JsonNode> items(Map<String, JsonNode> sheets, Gathered gathered, ObjectNode scored) {
        var bids = texts(
                last(gathered.entries(), "evaluation/opened").orElseThrow().path("bids"));
        var seed = Hex.decode(scored.path("labelSeed").asText());
        var items = new ArrayList<JsonNode>();
        sheets.forEach((member, said) -> {
            var order =
                    Draw.picked(Sm3.of(Bytes.ascii("QC1 label order"), seed, Hex.decode(member)), bids, bids.size());
            var label = label(order.indexOf(gathered.own()));
            for (JsonNode line : said.path("sheet").path("bids")) {
                if (line.path("label").asText().equals(label)) {
                    items.add(line.path("items"));
                }
            }
        });
        return items;
    }

    private static Set<String> seated(List<RecordedEntry> entries) {
        var members = new HashSet<String>();
        last(entries, "evaluation/panel")
                .ifPresent(body -> body.path("members")
                        .forEach(seat -> members.add(seat.path("member").asText())));
        return members;
    }

    private static int version(JsonNode said) {
        return said.path("version").asInt();
    }

    /** A, B, … Z, AA, … */
    private static String label(int index) {
        var text = new StringBuilder();
        for (int rest = index; rest >= 0; rest = rest / 26 - 1) {
            text.insert(0, (char) ('A' + rest % 26));
        }
        return text.toString();
    }

    private static boolean names(JsonNode lines, String bidId) {
        for (JsonNode line : lines) {
            if (line.path("bidId").asText().equals(bidId)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static Optional<ObjectNode> last(List<RecordedEntry> entries, String type) {
        return entries.stream()
                .filter(entry -> entry.type().equals(type))
                .reduce((former, later) -> later)
                .map(RecordedEntry::body);
    }
}
