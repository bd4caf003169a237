package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Canon;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** One revealed sheet: as committed to, every bid under its label once, every item once and within its maximum. */
final class SheetCheck {

    private SheetCheck() {}

    /** Points by bid. */
    static Map<String, BigDecimal> sheet(
            Dossier dossier, Dossier.Entry reveal, Map<String, Dossier.Entry> commits, Dossier.Entry scored) {
        var doc = RevealedSheet.said(reveal);
        committed(dossier, reveal, commits);
        var labels = labels(dossier, scored, RevealedSheet.member(dossier, reveal));
        var points = new HashMap<String, BigDecimal>();
        for (JsonNode bid : doc.path("sheet").path("bids")) {
            var bidId = labels.get(bid.path("label").asText());
            Broken.unless(bidId != null, reveal.object(), "a label that no bid has");
            var sum = sum(dossier, bid.path("items"), reveal.object());
            Broken.unless(points.put(bidId, sum) == null, reveal.object(), "a bid scored twice");
        }
        boolean latest = dossier.entries(ScreeningCheck.SCREENED).stream().noneMatch(it -> it.n() > reveal.n());
        Broken.unless(
                !latest
                        || points.keySet()
                                .containsAll(PanelCheck.validPrices(dossier).keySet()),
                reveal.object(),
                "a bid without points");
        return points;
    }

    /** What was revealed is what its member committed to, or what the set opened in its place. */
    static void committed(Dossier dossier, Dossier.Entry reveal, Map<String, Dossier.Entry> commits) {
        var doc = RevealedSheet.said(reveal);
        var member = RevealedSheet.member(dossier, reveal);
        if (!reveal.body().has("statement")) {
            RevealedSheet.requireOpenedBySet(dossier, reveal, member);
        }
        var commit = commits.get(member + doc.path("version").asInt());
        Broken.unless(commit != null && commit.n() < reveal.n(), reveal.object(), "revealed without a commitment");
        var expected = Hash.hex(
                Hash.ascii("QC1 sheet"),
                BidsCheck.uuid(doc.path("session").asText()),
                HexFormat.of().parseHex(member),
                Hash.u32(doc.path("version").asInt()),
                Shape.hex(doc, "nonce", 32, reveal.object()),
                Hash.sm3(Canon.bytes(doc.path("sheet"), reveal.object())));
        Shape.equal(commit.doc(), "commit", expected, reveal.object(), "not the sheet committed to");
        note(commit);
    }

    /** The note of a commitment belongs to it. */
    static void note(Dossier.Entry commit) {
        var note = commit.doc().path("note");
        var promised = Shape.hex(commit.doc(), "commit", 32, commit.object());
        Shape.equal(
                note,
                "context",
                Hash.hex(Hash.ascii("QC1 note"), promised),
                commit.object(),
                "a note of another sheet");
    }

    /** Sum of the points of one bid: every item of the criteria once, within its maximum. */
    static BigDecimal sum(Dossier dossier, JsonNode items, String object) {
        var left = new HashMap<String, BigDecimal>();
        dossier.publication()
                .path("criteria")
                .forEach(criterion -> left.put(
                        criterion.path("item").asText(), Shape.decimal(criterion.path("max"), "chain/000001.json")));
        var sum = BigDecimal.ZERO;
        for (JsonNode item : items) {
            var max = left.remove(item.path("item").asText());
            var score = Shape.decimal(item.path("score"), object);
            Broken.unless(
                    max != null && score.signum() >= 0 && score.compareTo(max) <= 0,
                    object,
                    "points outside the criteria",
                    item.path("item").asText());
            sum = sum.add(score);
        }
        Broken.unless(left.isEmpty(), object, "an item without points", left.keySet());
        return sum;
    }

    /** The seed of the labels, which was committed to before anybody wrote a sheet. */
    static byte[] seed(Dossier dossier, Dossier.Entry scored) {
        var opened = opened(dossier, scored);
        var committed = Attempts.labelled(dossier, scored).orElse(opened);
        var seed = Shape.hex(scored.body(), "labelSeed", 32, scored.object());
        var session = BidsCheck.uuid(scored.body().path("session").asText());
        Broken.unless(
                Hash.hex(Hash.ascii("QC1 labels"), session, seed)
                        .equals(committed.body().path("labelCommit").asText()),
                scored.object() + "#labelSeed",
                "not the seed committed to");
        return seed;
    }

    private static Dossier.Entry opened(Dossier dossier, Dossier.Entry scored) {
        return dossier.first("evaluation/opened")
                .orElseThrow(() -> new Broken(scored.object(), "scored without evaluation/opened"));
    }

    /** The bids under the labels that this member saw, from the seed that was committed to. */
    static Map<String, String> labels(Dossier dossier, Dossier.Entry scored, String member) {
        var seed = seed(dossier, scored);
        var bids = new ArrayList<String>();
        opened(dossier, scored).body().path("bids").forEach(it -> bids.add(it.asText()));
        var order = Hash.sm3(Hash.ascii("QC1 label order"), seed, HexFormat.of().parseHex(member));
        var labels = new HashMap<String, String>();
        for (int index : DrawsCheck.picks(order, bids.size(), bids.size())) {
            labels.put(label(labels.size()), bids.get(index));
        }
        return labels;
    }

    private static String label(int index) {
        var text = new StringBuilder();
        for (int rest = index; rest >= 0; rest = rest / 26 - 1) {
            text.insert(0, (char) ('A' + rest % 26));
        }
        return text.toString();
    }
}
