package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossier.Entry;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.Certificates;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings of method M-E: each on an adjustment that was declared, of opened bids, behind the sheets and before the reviewed
 * prices, with a vote of every member (12号令 §32).
 */
public final class FindingsCheck implements Check {

    private static final List<String> SAID = List.of("session", "number", "code", "lines");
    private static final long COUNT_MAX = 1000;

    @Override
    public String name() {
        return "findings";
    }

    @Override
    public int run(Dossier dossier) {
        return Attempts.each(dossier, FindingsCheck::attempt);
    }

    private static int attempt(Dossier dossier) {
        var all = dossier.entries("evaluation/found");
        var votes = dossier.entries("evaluation/finding-vote");
        boolean shown = votes.stream().allMatch(Entry::open);
        if (!shown) {
            dossier.attested().add("votes on findings: the members' statements are withheld");
        }
        for (int i = 0; i < all.size(); i++) {
            var entry = all.get(i);
            Shape.equal(entry.body(), "number", i + 1L, entry.object(), "not the next number of a finding");
            place(dossier, entry);
            lines(dossier, entry);
            counts(dossier, entry);
            if (shown) {
                counted(dossier, entry, votes);
            }
        }
        if (shown) {
            votes.forEach(vote -> Broken.unless(
                    all.stream().anyMatch(entry -> entry.n() > vote.n() && same(entry, vote)),
                    vote.object(),
                    "a vote that no finding counts"));
        }
        return all.size();
    }

    private static void place(Dossier dossier, Entry entry) {
        for (Entry revealed : dossier.entries("evaluation/revealed")) {
            Broken.unless(
                    revealed.n() < entry.n() || revealed.n() > Reviews.end(dossier, entry.n()),
                    entry.object(),
                    "found before the sheets were open");
        }
        for (Entry scored : dossier.entries("evaluation/scored")) {
            Broken.unless(entry.n() < scored.n(), entry.object(), "found behind the reviewed prices");
        }
    }

    private static void lines(Dossier dossier, Entry entry) {
        var rule = declared(dossier, entry);
        boolean omission = rule.path("kind").asText().equals("OMISSION");
        var opened = PanelPrices.opened(dossier);
        var bids = new ArrayList<String>();
        for (JsonNode line : entry.body().path("lines")) {
            var object = entry.object() + "#lines." + line.path("bidId").asText();
            Shape.exactly(line, object, "bidId", "count", "quoteFen", "page");
            bids.add(line.path("bidId").asText());
            Broken.unless(opened.containsKey(line.path("bidId").asText()), object, "a finding about no opened bid");
            boolean fits = omission
                    ? line.path("count").isNull() && (line.path("quoteFen").isNull() || within(line, "quoteFen"))
                    : line.path("quoteFen").isNull()
                            && within(line, "count")
                            && line.path("count").longValue() <= COUNT_MAX;
            Broken.unless(fits, object, "not what the adjustment needs");
            boolean needed = omission || line.path("count").longValue() > 0;
            Broken.unless(!needed || !line.path("page").asText().isBlank(), object, "a finding without a page");
        }
        Broken.unless(
                !bids.isEmpty() && bids.equals(bids.stream().sorted().distinct().toList()),
                entry.object() + "#lines",
                "bids not once each in order");
    }

    private static boolean within(JsonNode line, String field) {
        return line.path(field).isIntegralNumber() && line.path(field).longValue() >= 0;
    }

    /** The adjustment; a duration needs no finding. */
    private static JsonNode declared(Dossier dossier, Entry entry) {
        if (ReviewedPrices.apply(dossier)) {
            for (JsonNode rule : dossier.publication().path("method").path("adjustments")) {
                if (rule.path("code").equals(entry.body().path("code"))
                        && !rule.path("kind").asText().equals("DURATION")) {
                    return rule;
                }
            }
        }
        throw new Broken(entry.object() + "#code", "not an adjustment that was declared");
    }

    private static void counts(Dossier dossier, Entry entry) {
        var body = entry.body();
        long inFavour = Shape.number(body, "for", entry.object());
        long against = Shape.number(body, "against", entry.object());
        long members = dossier.publication().path("panel").path("size").asLong(-1);
        Broken.unless(
                inFavour >= 0 && against >= 0 && inFavour + against == members,
                entry.object(),
                "not a vote of every member",
                members);
        Broken.unless(
                body.path("carried").isBoolean() && body.path("carried").booleanValue() == 2 * inFavour > members,
                entry.object() + "#carried",
                "not what the majority found");
    }

    private static boolean same(Entry found, Entry vote) {
        return SAID.stream()
                .allMatch(field -> found.body().path(field).equals(vote.doc().path(field)));
    }

    private static void counted(Dossier dossier, Entry found, List<Entry> votes) {
        Map<String, Boolean> by = new HashMap<>();
        for (Entry vote : votes) {
            if (vote.n() < found.n() && same(found, vote)) {
                Shape.equal(vote.doc(), "type", "finding-vote", vote.object(), "not a vote");
                var said = vote.doc().path("vote").asText();
                boolean agrees = said.equals("FOR");
                Broken.unless(agrees || said.equals("AGAINST"), vote.object(), "neither for nor against");
                var member = Certificates.id(dossier.signer(vote.body().path("statement"), vote));
                Broken.unless(
                        PanelCheck.members(dossier, vote.n()).contains(member),
                        vote.object(),
                        "a vote by no member of the panel");
                Broken.unless(by.put(member, agrees) == null, vote.object(), "a member votes twice");
            }
        }
        long seen = by.values().stream().filter(Boolean::booleanValue).count();
        boolean equal = seen == found.body().path("for").asLong()
                && by.size() - seen == found.body().path("against").asLong();
        Broken.unless(equal, found.object(), "not the votes", seen + " for and " + (by.size() - seen) + " against");
    }
}
