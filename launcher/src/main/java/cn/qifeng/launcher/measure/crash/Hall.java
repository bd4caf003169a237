package cn.qifeng.launcher.measure.crash;

import cn.qifeng.launcher.demo.StagedTender;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the hall of one opening has shown so far: it may show more, but never less and never anything else. */
final class Hall {

    private static final List<String> KEPT = List.of("bidList", "names", "results", "openedAt");
    private static final List<String> ONCE = List.of("lot/bid-list", "lot/names", "lot/opened");

    private final List<Ledger> ledgers;
    private final Tally tally;
    private final Map<String, JsonNode> shown = new HashMap<>();
    private int pressesSent;
    private int pressesTaken;

    Hall(List<Ledger> ledgers, Tally tally) {
        this.ledgers = ledgers;
        this.tally = tally;
    }

    /** Presses that trustees sent, and those that were answered. */
    void pressed(StagedTender.Presses presses) {
        pressesSent += presses.sent();
        pressesTaken += presses.taken();
        for (int i = 0; i < presses.taken(); i++) {
            tally.acknowledged("press", "trustee", pressesTaken, "");
        }
    }

    /** Holds a view against all that was acknowledged and shown before. */
    void check(JsonNode view) {
        for (String part : KEPT) {
            var former = shown.get(part);
            if (former != null && !former.equals(view.path(part))) {
                tally.lost("the hall's " + part + " as it was shown: " + former + ", now " + view.path(part));
            }
            if (former == null && view.has(part)) {
                shown.put(part, view.path(part));
                first(part, view.path(part));
            }
        }
        checkPresses(view);
        checkEvents(view);
    }

    private void first(String part, JsonNode value) {
        if (part.equals("bidList")) {
            var listed = by("headerHash", value.path("list").path("bids"));
            ledgers.forEach(ledger -> ledger.checkList(listed));
            listed.values().forEach(line -> tally.phantom("nobody sent " + line + " of the bid list"));
        } else if (part.equals("results")) {
            var opened = by("bidId", value);
            ledgers.forEach(ledger -> ledger.checkOpened(opened));
            opened.values().forEach(line -> tally.phantom("nobody's bid was opened: " + line));
        }
    }

    private static Map<String, JsonNode> by(String field, JsonNode array) {
        Map<String, JsonNode> byField = new HashMap<>();
        array.forEach(line -> byField.put(line.path(field).asText(), line));
        return byField;
    }

    private void checkPresses(JsonNode view) {
        int shownPresses = 0;
        for (JsonNode trustee : view.path("trustees")) {
            shownPresses += trustee.has("pressedAt") ? 1 : 0;
        }
        if (shownPresses < pressesTaken) {
            tally.lost("a press: " + pressesTaken + " were acknowledged, " + shownPresses + " are shown");
        }
        if (shownPresses > pressesSent) {
            tally.phantom("a press: " + pressesSent + " were sent, " + shownPresses + " are shown");
        }
    }

    private void checkEvents(JsonNode view) {
        Map<String, Integer> counts = new HashMap<>();
        view.path("events").forEach(event -> counts.merge(event.path("type").asText(), 1, Integer::sum));
        for (String type : ONCE) {
            if (counts.getOrDefault(type, 0) > 1) {
                tally.phantom(type + " stands " + counts.get(type) + " times in the chain");
            }
        }
        int shownPresses = 0;
        for (JsonNode trustee : view.path("trustees")) {
            shownPresses += trustee.has("pressedAt") ? 1 : 0;
        }
        if (counts.getOrDefault("lot/pressed", 0) > shownPresses) {
            tally.phantom("lot/pressed stands " + counts.get("lot/pressed") + " times in the chain for " + shownPresses
                    + " presses");
        }
    }

    /** Whether prices are shown. */
    static boolean opened(JsonNode view) {
        return view.has("results");
    }
}
