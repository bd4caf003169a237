package cn.qifeng.launcher.demo;

import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The preliminary review of the demo: of one bid one member alone does not pass an item, and it goes on; where enough bids
 * remain, nobody passes the qualification of another, and it is rejected.
 */
final class Screening {

    /** With fewer bids nobody is rejected, so that the evaluation has bids to rank. */
    private static final int BIDS_TO_REJECT_ONE = 5;

    private static final String QUALIFICATION = "Q1";
    private static final String DURATION = "R2";

    /** Items of the demo's tender document: part, code, ground, whether the index names a page, text. */
    private static final List<List<String>> ITEMS = List.of(
            List.of("FORM", "F1", "RJ1", "page", "投标文件由投标人电子签章并由单位负责人或者其授权的代理人签字"),
            List.of("FORM", "F2", "RJ2", "", "联合体投标的，提交共同投标协议"),
            List.of("FORM", "F3", "RJ4", "", "只提交一份投标文件、一个报价"),
            List.of("QUALIFICATION", QUALIFICATION, "RJ3", "page", "资质类别、等级符合招标公告"),
            List.of("QUALIFICATION", "Q2", "RJ3", "page", "项目负责人的注册专业、级别符合招标公告"),
            List.of("RESPONSIVENESS", "R1", "RJ6", "", "投标有效期不短于招标文件要求"),
            List.of("RESPONSIVENESS", DURATION, "RJ6", "page", "载明的完成期限不超过招标文件规定的期限"),
            List.of("RESPONSIVENESS", "R3", "RJ6", "page", "技术规格、技术标准、质量标准符合招标文件要求"),
            List.of("RESPONSIVENESS", "R4", "RJ6", "", "未附有招标人不能接受的条件"));

    private final Tour tour;
    private final List<String> members;

    Screening(Tour tour, List<String> members) {
        this.tour = tour;
        this.members = members;
    }

    /** Writes the items into a draft. */
    static void declare(ObjectNode draft) {
        var review = draft.putArray("review");
        ITEMS.forEach(it -> review.addObject()
                .put("item", it.get(1))
                .put("part", it.get(0))
                .put("name", it.get(4))
                .put("ground", it.get(2))
                .put("page", !it.get(3).isEmpty()));
    }

    /** Codes of the items for which the index of a bid names a page. */
    static List<String> indexed() {
        return ITEMS.stream()
                .filter(it -> !it.get(3).isEmpty())
                .map(it -> it.get(1))
                .toList();
    }

    /** Whether this round is about the preliminary review. */
    static boolean runs(JsonNode view) {
        return view.path("sheets").asText().equals("SCREENING");
    }

    /** The sheet of a member, who alone does not pass an item where {@code doubts}. */
    static ObjectNode sheet(JsonNode view, boolean doubts) {
        var ids = ids(view);
        var sheet = CanonicalJson.object().put("kind", "SCREENING");
        var bids = sheet.putArray("bids");
        for (JsonNode bid : view.path("bids")) {
            var line = bids.addObject().put("label", bid.path("label").asText());
            var items = line.putArray("items");
            var bidId = bid.path("bidId").asText();
            for (JsonNode item : view.path("screening").path("items")) {
                var code = item.path("item").asText();
                boolean unqualified = code.equals(QUALIFICATION) && bidId.equals(unqualified(ids));
                boolean doubted = doubts && code.equals(DURATION) && bidId.equals(ids.get(0));
                var reason = unqualified ? "资质证书载明的类别与招标公告要求不符" : "进度计划的总工期疑似超过要求";
                boolean passed = !unqualified && !doubted;
                items.addObject()
                        .put("item", code)
                        .put("passed", passed)
                        .put("basis", passed ? null : "FACT")
                        .put("reason", passed ? "" : reason)
                        .put("page", passed ? "" : "技术标第2页");
            }
        }
        return sheet;
    }

    /** Everybody votes on what was not passed, and the leader concludes. */
    void settle() {
        var leader = tour.actor(members.get(0)).api();
        tour.await(
                leader, tour.evaluation(""), view -> view.path("stage").asText().equals("SETTLING"));
        var view = leader.get(tour.evaluation(""));
        var doubted = ids(view).get(0);
        var doubter = members.get(members.size() - 1);
        for (JsonNode proposal : view.path("rejections")) {
            boolean doubt = proposal.path("bidId").asText().equals(doubted);
            var path = tour.evaluation("/rejections/" + proposal.path("number").asInt());
            for (String member : members) {
                boolean agrees = !doubt || member.equals(doubter);
                var expert = tour.actor(member);
                var doc = Tour.doc(expert.api().get(path + "/to-sign"));
                doc.put("vote", agrees ? "FOR" : "AGAINST").put("opinion", agrees ? "同意" : "总工期与要求一致");
                expert.api().post(path + "/votes", expert.signInTender(tour.tender, doc));
            }
        }
        for (String member : members) {
            var own = tour.actor(member).api().get(tour.evaluation(""));
            if (own.path("panel").path("leader").equals(own.path("me").path("number"))) {
                tour.actor(member).api().post(tour.evaluation("/screening/conclusion"), CanonicalJson.object());
            }
        }
    }

    private static List<String> ids(JsonNode view) {
        var ids = new ArrayList<String>();
        view.path("bids").forEach(bid -> ids.add(bid.path("bidId").asText()));
        ids.sort(null);
        return ids;
    }

    private static String unqualified(List<String> ids) {
        return ids.size() < BIDS_TO_REJECT_ONE ? "" : ids.get(ids.size() - 1);
    }
}
