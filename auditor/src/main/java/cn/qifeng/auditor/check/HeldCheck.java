package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The held bids: all of them decided once, alike by procuring entity and supervisor, behind the list and before names
 * and count (trust.md 5).
 */
public final class HeldCheck implements Check {

    private static final Deciders DECIDERS =
            new Deciders("held-decision", "not a decision over held bids", List.of("bidList", "reason", "decisions"));

    @Override
    public String name() {
        return "held";
    }

    @Override
    public int run(Dossier dossier) {
        var all = dossier.entries("lot/held-decided");
        var held = held(dossier);
        if (all.isEmpty()) {
            dossier.first("lot/names")
                    .ifPresent(names ->
                            Broken.unless(held.isEmpty(), names.object(), "named before held bids were decided"));
            return 0;
        }
        var decided = all.get(0);
        var object = decided.object();
        Broken.unless(all.size() == 1, all.get(all.size() - 1).object(), "held bids decided twice");
        Broken.unless(!held.isEmpty(), object, "a decision where no bid is held");
        var list = dossier.first("lot/bid-list").orElseThrow();
        Broken.unless(list.n() < decided.n(), object, "decided before the list");
        dossier.requireHeadBetween(list, decided);
        dossier.first("lot/names")
                .ifPresent(names -> Broken.unless(decided.n() < names.n(), object, "decided behind the names"));
        Shape.exactly(decided.body(), object + "#body", "bidList", "reason", "decisions", "statements");
        Shape.equal(decided.body(), "bidList", list.contentHash(), object, "a decision over another bid list");
        Shape.text(decided.body(), "reason", object);
        lines(decided, held);
        DECIDERS.check(dossier, decided, true, "not decided by procuring entity and supervisor");
        return held.size();
    }

    private static List<JsonNode> held(Dossier dossier) {
        var held = new ArrayList<JsonNode>();
        dossier.first("lot/bid-list").ifPresent(list -> {
            for (JsonNode line : list.body().path("bids")) {
                if (line.path("state").asText().equals("HELD")) {
                    held.add(line);
                }
            }
        });
        return held;
    }

    /** Exactly the held bids, in order. */
    private static void lines(Dossier.Entry decided, List<JsonNode> held) {
        var lines = decided.body().path("decisions");
        Broken.unless(lines.size() == held.size(), decided.object(), "not exactly the held bids");
        for (int i = 0; i < held.size(); i++) {
            var line = lines.get(i);
            var at = decided.object() + "#decisions." + i;
            Shape.exactly(line, at, "bidId", "headerHash", "admitted");
            for (String id : new String[] {"bidId", "headerHash"}) {
                Shape.equal(line, id, held.get(i).path(id), at, "not exactly the held bids");
            }
            Broken.unless(line.path("admitted").isBoolean(), at, "neither admitted nor refused");
        }
    }
}
