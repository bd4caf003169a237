package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossier.Entry;
import cn.qifeng.auditor.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One approved re-review from its approval to its report: what may happen, and what may change. */
final class ReworkCourse {

    private static final Set<String> CLOSED = Set.of(
            "evaluation/corrected",
            "evaluation/found",
            "evaluation/finding-vote",
            "evaluation/blind-sealed",
            "evaluation/blind-files");

    private final Dossier dossier;
    private final Entry approval;
    private final int end;
    private final Map<String, Set<String>> places = new HashMap<>();

    ReworkCourse(Dossier dossier, Entry approval) {
        this.dossier = dossier;
        this.approval = approval;
        this.end = dossier.entries("evaluation/report").stream()
                .mapToInt(Entry::n)
                .filter(n -> n > approval.n())
                .findFirst()
                .orElse(Integer.MAX_VALUE);
        for (JsonNode place : approval.body().path("places")) {
            var items = new HashSet<String>();
            place.path("items").forEach(item -> items.add(item.asText()));
            places.put(place.path("bidId").asText(), items);
        }
    }

    void check() {
        withdrawn();
        for (Entry entry : dossier.entries()) {
            if (entry.n() > approval.n() && entry.n() < end) {
                step(entry);
            }
        }
        scores();
        dossier.entries("evaluation/report").stream()
                .filter(entry -> entry.n() == end)
                .forEach(this::report);
    }

    private void step(Entry entry) {
        var type = entry.type();
        Broken.unless(
                !type.startsWith("award/") || type.equals("award/withdrawn"),
                entry.object(),
                "an award while the panel reviews once more");
        Broken.unless(
                !CLOSED.contains(type) && !type.startsWith("evaluation/clarification-"),
                entry.object(),
                "more than points in a re-review");
        if (Proposals.decides(entry)) {
            Broken.unless(
                    places.containsKey(entry.body().path("bidId").asText())
                            || Proposals.isAnew(dossier, approval, entry),
                    entry.object(),
                    "a rejection that the approval does not open");
        }
        if (type.equals("evaluation/revealed") && entry.open()) {
            sheet(entry);
        }
    }

    /** Every entry of the award that stood, and no other, named by number and hash. */
    private void withdrawn() {
        int since = dossier.entries("award/withdrawn").stream()
                .mapToInt(Entry::n)
                .filter(n -> n < approval.n())
                .max()
                .orElse(0);
        var standing = new ArrayList<String>();
        for (Entry entry : dossier.entries()) {
            if (entry.n() > since && entry.n() < approval.n() && entry.type().startsWith("award/")) {
                standing.add(entry.n() + " " + entry.contentHash());
            }
        }
        var entries = dossier.entries("award/withdrawn").stream()
                .filter(entry -> entry.n() > approval.n() && entry.n() < end)
                .toList();
        Broken.unless(
                entries.size() == (standing.isEmpty() ? 0 : 1),
                approval.object(),
                "what was published is not withdrawn");
        for (Entry entry : entries) {
            Shape.equal(
                    entry.body(), "rework", approval.body().path("number"), entry.object(), "withdrawn for another");
            var named = new ArrayList<String>();
            entry.body()
                    .path("entries")
                    .forEach(it -> named.add(
                            it.path("n").asInt() + " " + it.path("hash").asText()));
            Broken.unless(named.equals(standing), entry.object() + "#entries", "not exactly what was published");
        }
    }

    /** A member's new sheet beside the one on which the former report rests; who has none scores everything. */
    private void sheet(Entry reveal) {
        var said = RevealedSheet.said(reveal);
        Broken.unless(
                !said.path("sheet").path("reason").asText().isBlank(),
                reveal.object(),
                "a new version without a reason");
        var member = RevealedSheet.member(dossier, reveal);
        var former = dossier.entries("evaluation/revealed").stream()
                .filter(entry -> entry.n() < approval.n()
                        && entry.open()
                        && RevealedSheet.member(dossier, entry).equals(member))
                .reduce((earlier, last) -> last);
        former.ifPresent(before -> compare(reveal, member, RevealedSheet.said(before), said));
    }

    private void compare(Entry reveal, String member, JsonNode before, JsonNode after) {
        Broken.unless(
                after.path("version").asInt() > before.path("version").asInt(), reveal.object(), "not a new version");
        var scored = dossier.first("evaluation/scored");
        if (scored.isEmpty()) {
            return;
        }
        var labels = SheetCheck.labels(dossier, scored.get(), member);
        var formerly = points(before);
        points(after).forEach((place, item) -> {
            var bid = labels.get(place.get(0));
            var former = formerly.get(place);
            boolean same = former != null
                    && Shape.decimal(former.path("score"), reveal.object())
                                    .compareTo(Shape.decimal(item.path("score"), reveal.object()))
                            == 0;
            Broken.unless(
                    same || places.getOrDefault(bid, Set.of()).contains(place.get(1)),
                    reveal.object(),
                    "points that the approval does not open",
                    place.get(1));
            Broken.unless(
                    same || !item.path("reason").asText().isBlank(),
                    reveal.object(),
                    "changed points without a reason",
                    place.get(1));
        });
    }

    private static Map<List<String>, JsonNode> points(JsonNode said) {
        var points = new HashMap<List<String>, JsonNode>();
        for (JsonNode bid : said.path("sheet").path("bids")) {
            for (JsonNode item : bid.path("items")) {
                points.put(List.of(bid.path("label").asText(), item.path("item").asText()), item);
            }
        }
        return points;
    }

    /** Who sees no sheets sees at least that nothing moved for a bid that the approval does not name. */
    private void scores() {
        var scored = dossier.entries("evaluation/scored");
        var after = scored.stream()
                .filter(entry -> entry.n() > approval.n() && entry.n() < end)
                .findFirst();
        var before = scored.stream().filter(entry -> entry.n() < approval.n()).reduce((former, last) -> last);
        boolean replaced = dossier.entries("evaluation/panel").stream()
                .anyMatch(entry -> entry.n() > approval.n() && entry.n() < end);
        if (after.isEmpty() || before.isEmpty() || replaced) {
            return;
        }
        var formerly = new HashMap<String, JsonNode>();
        before.get()
                .body()
                .path("technical")
                .forEach(line -> formerly.put(line.path("bidId").asText(), line.path("score")));
        for (JsonNode line : after.get().body().path("technical")) {
            var bid = line.path("bidId").asText();
            Broken.unless(
                    places.containsKey(bid) || line.path("score").equals(formerly.get(bid)),
                    after.get().object() + "#technical." + bid,
                    "a score that the approval does not open");
        }
    }

    private void report(Entry report) {
        Proposals.anew(dossier, approval, report);
        if (!report.open()) {
            return;
        }
        var rework = report.body().path("rework");
        Shape.equal(rework, "number", approval.body().path("number"), report.object(), "the report of no re-review");
        Shape.equal(rework, "voids", approval.body().path("report"), report.object(), "the report of no re-review");
    }
}
