package cn.qifeng.launcher.demo;

import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Findings of method M-E: a member proposes for each adjustment what is found of the bids, and all vote, one against. */
final class Reviewing {

    private static final long QUOTE_FEN = 12_000_000;
    private static final long QUOTE_STEP_FEN = 150_000;

    private final Tour tour;
    private final List<String> members;

    Reviewing(Tour tour, List<String> members) {
        this.tour = tour;
        this.members = members;
    }

    /** Finds on every adjustment that the opening record does not answer; in other methods on none. */
    void find() {
        var view = tour.actor(members.get(0)).api().get(tour.evaluation(""));
        for (JsonNode adjustment : view.path("terms").path("method").path("adjustments")) {
            if (!adjustment.path("kind").asText().equals("DURATION")) {
                find(adjustment, bids(view));
            }
        }
    }

    private void find(JsonNode adjustment, List<String> bids) {
        var proposal =
                CanonicalJson.object().put("code", adjustment.path("code").asText());
        boolean omission = adjustment.path("kind").asText().equals("OMISSION");
        for (int i = 0; i < bids.size(); i++) {
            line(proposal.withArray("lines"), bids.get(i), omission, i);
        }
        var proposed = tour.actor(members.get(0)).api().post(tour.evaluation("/findings"), proposal);
        var path = tour.evaluation("/findings/" + proposed.path("number").asInt());
        for (String member : members) {
            boolean dissents = member.equals(members.get(members.size() - 1));
            var expert = tour.actor(member);
            var doc = Tour.doc(expert.api().get(path + "/to-sign"));
            doc.put("vote", dissents ? "AGAINST" : "FOR").put("opinion", dissents ? "页码应当再核对" : "");
            expert.api().post(path + "/votes", expert.signInTender(tour.tender, doc));
        }
    }

    /** The first bid leaves the item out, the second has a deviation. */
    private static void line(ArrayNode lines, String bid, boolean omission, int i) {
        var line = lines.addObject().put("bidId", bid).put("page", "商务标第" + (i + 3) + "页");
        if (omission) {
            line.put("quoteFen", i == 0 ? null : QUOTE_FEN + i * QUOTE_STEP_FEN);
        } else {
            line.put("count", i == 1 ? 1 : 0);
        }
    }

    /** Valid bids, the lowest price first. */
    private static List<String> bids(JsonNode view) {
        var valid = new ArrayList<JsonNode>();
        view.path("bids").forEach(bid -> {
            if (bid.path("valid").asBoolean()) {
                valid.add(bid);
            }
        });
        valid.sort(Comparator.comparing(bid -> bid.path("priceFen").asLong()));
        return valid.stream().map(bid -> bid.path("bidId").asText()).toList();
    }
}
