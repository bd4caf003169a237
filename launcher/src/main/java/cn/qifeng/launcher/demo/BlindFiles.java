package cn.qifeng.launcher.demo;

import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Blind technical files of a demo (暗标): read in their canonical form, their marks judged by the panel. */
final class BlindFiles {

    private final Tour tour;
    private final List<String> members;

    BlindFiles(Tour tour, List<String> members) {
        this.tour = tour;
        this.members = members;
    }

    /** How a blind file of the demo is written, and what a breach leads to. */
    static void declare(ObjectNode method, String breach) {
        var blind = method.putObject("blind")
                .put("pagesMax", 200)
                .put("marginMm", 20)
                .put("breach", breach);
        blind.putArray("fonts").add("宋体");
        blind.putArray("sizesPt").add("14");
    }

    /** Waits until every file is checked and drawn anew. */
    void ready() {
        tour.await(
                tour.actor(members.get(0)).api(),
                tour.evaluation("/blind"),
                view -> view.path("state").asText().equals("DONE"));
    }

    /** The leader proposes that the first bid with a mark breaks the rules, and every member votes for it. */
    void judge() {
        var leader = tour.actor(members.get(0)).api();
        for (JsonNode file : leader.get(tour.evaluation("/blind")).path("bids")) {
            var bidId = file.path("bidId").asText();
            var marks = leader.get(tour.evaluation("/blind/bids/" + bidId + "/marks"));
            if (!marks.isEmpty()) {
                breach(bidId, marks.path(0));
                return;
            }
        }
        throw new DemoFailed("blind", "no file has a mark", null);
    }

    private void breach(String bidId, JsonNode mark) {
        var proposal = CanonicalJson.object()
                .put("bidId", bidId)
                .put("code", "RJ6")
                .put(
                        "reason",
                        mark.path("kind").asText() + "：" + mark.path("seen").asText())
                .put("page", mark.path("page").asText())
                .put("basis", "BLIND_BREACH")
                .putNull("clarification");
        var proposed = tour.actor(members.get(0)).api().post(tour.evaluation("/rejections"), proposal);
        var path = tour.evaluation("/rejections/" + proposed.path("number").asInt());
        for (String member : members) {
            var expert = tour.actor(member);
            var doc = Tour.doc(expert.api().get(path + "/to-sign"));
            doc.put("vote", "FOR").put("opinion", "");
            expert.api().post(path + "/votes", expert.signInTender(tour.tender, doc));
        }
    }
}
