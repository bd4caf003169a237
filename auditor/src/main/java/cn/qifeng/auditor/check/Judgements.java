package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossier.Entry;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.Certificates;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The members' sheets of the preliminary review, where this cut shows them, and what the panel made of them. */
final class Judgements {

    /** Kinds of clarification that clear a judgement on such a basis; none where it is a fact. */
    private static final Map<String, Set<String>> BASES = Map.of(
            "FACT", Set.of(),
            "UNCLEAR", Set.of("AMBIGUITY"),
            "INCONSISTENT", Set.of("AMBIGUITY"),
            "OBVIOUS_ERROR", Set.of("OBVIOUS_ERROR", "ARITHMETIC"));

    /** What one member did not pass: item and basis. */
    private record Failed(String item, String basis) {}

    private final Dossier dossier;
    private final Entry screened;
    private final Map<String, List<Failed>> failed = new HashMap<>();

    private Judgements(Dossier dossier, Entry screened) {
        this.dossier = dossier;
        this.screened = screened;
    }

    static void check(Dossier dossier, List<Entry> screened) {
        var reveals = dossier.entries(ScreeningCheck.REVEALED);
        if (reveals.stream().anyMatch(reveal -> !reveal.open())
                || reveals.isEmpty()
                        && dossier.entries(ScreeningCheck.COMMITTED).stream().anyMatch(it -> !it.open())) {
            dossier.attested().add("judgements of the preliminary review: the members' sheets are withheld");
            return;
        }
        var commits = new HashMap<String, Entry>();
        for (Entry commit : dossier.entries(ScreeningCheck.COMMITTED)) {
            Broken.unless(commit.open(), commit.object(), "withheld, although the sheets are shown");
            var member = Certificates.id(dossier.signer(commit.body().path("statement"), commit));
            commits.put(member + commit.doc().path("version").asInt(), commit);
        }
        for (Entry reveal : reveals) {
            ScoresCheck.afterAll(dossier, reveal, commits.values());
            SheetCheck.committed(dossier, reveal, commits);
        }
        screened.forEach(entry -> new Judgements(dossier, entry).decided(reveals));
        technical(dossier, screened);
    }

    /** One sheet of every member of the panel, and a decision on every bid that one of them did not pass. */
    private void decided(List<Entry> reveals) {
        var judged = new HashSet<String>();
        for (Entry reveal : reveals) {
            var member = RevealedSheet.member(dossier, reveal);
            var said = RevealedSheet.said(reveal);
            boolean counts = reveal.n() < screened.n()
                    && said.path("version").equals(screened.body().path("version"))
                    && PanelCheck.members(dossier, screened.n()).contains(member);
            if (counts) {
                judged.add(member);
                sheet(reveal, member, said.path("sheet"));
            }
        }
        Broken.unless(
                judged.equals(PanelCheck.members(dossier, screened.n())),
                screened.object(),
                "decided without the judgement of every member");
        settled();
    }

    /** Every opened bid under its label once, judged by the published items and by no other. */
    private void sheet(Entry reveal, String member, JsonNode sheet) {
        var object = reveal.object();
        Shape.exactly(sheet, object, "kind", "bids");
        Shape.equal(sheet, "kind", "SCREENING", object, "not a sheet of the preliminary review");
        var labels = SheetCheck.labels(dossier, screened, member);
        var left = new HashSet<>(labels.values());
        for (JsonNode bid : sheet.path("bids")) {
            Shape.exactly(bid, object, "label", "items");
            var bidId = labels.get(bid.path("label").asText());
            Broken.unless(
                    bidId != null && left.remove(bidId), object, "a label that no bid has, or a bid judged twice");
            items(bid.path("items"), bidId, object);
        }
        Broken.unless(left.isEmpty(), object, "a bid that was not judged");
    }

    private void items(JsonNode items, String bidId, String object) {
        var seen = new ArrayList<String>();
        for (JsonNode item : items) {
            Shape.exactly(item, object, "item", "passed", "basis", "reason", "page");
            seen.add(item.path("item").asText());
            Broken.unless(item.path("passed").isBoolean(), object, "neither passed nor failed");
            if (item.path("passed").booleanValue()) {
                Broken.unless(item.path("basis").isNull(), object, "a basis of what was passed");
                continue;
            }
            boolean whole = BASES.containsKey(item.path("basis").asText())
                    && !item.path("reason").asText().isBlank()
                    && !item.path("page").asText().isBlank();
            Broken.unless(whole, object, "failed without basis, reason and page");
            failed.computeIfAbsent(bidId, id -> new ArrayList<>())
                    .add(new Failed(
                            item.path("item").asText(), item.path("basis").asText()));
        }
        var published = new ArrayList<String>();
        dossier.publication()
                .path("review")
                .forEach(one -> published.add(one.path("item").asText()));
        Broken.unless(seen.equals(published), object, "not judged by exactly the published items", seen);
    }

    private void settled() {
        int panel = ScreeningCheck.lastPanel(dossier, screened.n());
        var proposals = dossier.entries("evaluation/rejected").stream()
                .filter(it -> it.n() < screened.n() && it.n() > panel)
                .toList();
        for (Entry proposal : proposals) {
            var grounds = failed.getOrDefault(proposal.body().path("bidId").asText(), List.of()).stream()
                    .map(it -> ground(it.item()))
                    .toList();
            Broken.unless(
                    grounds.contains(proposal.body().path("code").asText()),
                    proposal.object(),
                    "rejected in the preliminary review for what no member failed");
        }
        var questions = new ClarificationSteps(dossier);
        dossier.entries().stream()
                .filter(it -> it.n() < screened.n() && it.open())
                .forEach(questions::take);
        failed.forEach((bid, said) -> {
            boolean voted = proposals.stream()
                    .anyMatch(it -> it.body().path("bidId").asText().equals(bid));
            boolean cleared = said.stream()
                    .allMatch(it -> questions.questions().stream()
                            .anyMatch(asked -> asked.bidId().equals(bid)
                                    && asked.accepted()
                                    && BASES.get(it.basis()).contains(asked.kind())));
            Broken.unless(
                    voted || cleared, screened.object(), "failed by a member, and the panel did not decide on it", bid);
        });
    }

    private String ground(String code) {
        for (JsonNode one : dossier.publication().path("review")) {
            if (one.path("item").asText().equals(code)) {
                return one.path("ground").asText();
            }
        }
        return "";
    }

    /** Technical sheets that follow score the bids that passed, all of them and no other. */
    private static void technical(Dossier dossier, List<Entry> screened) {
        if (screened.isEmpty() || ScreeningCheck.behind(dossier)) {
            return;
        }
        for (Entry reveal : dossier.entries("evaluation/revealed")) {
            var decided = ScreeningCheck.before(dossier, reveal.n());
            if (decided.isPresent() && reveal.open()) {
                var labels = SheetCheck.labels(dossier, decided.get(), RevealedSheet.member(dossier, reveal));
                var scored = new ArrayList<String>();
                RevealedSheet.said(reveal)
                        .path("sheet")
                        .path("bids")
                        .forEach(bid ->
                                scored.add(labels.getOrDefault(bid.path("label").asText(), "")));
                var passed = ScreeningCheck.texts(decided.get().body().path("passed"));
                Broken.unless(
                        scored.stream()
                                .sorted()
                                .toList()
                                .equals(passed.stream().sorted().toList()),
                        reveal.object(),
                        "not exactly the bids that passed the preliminary review");
            }
        }
    }
}
