package cn.qifeng.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A ground of rejection that one member finds while scoring; the others do not share it, and the bid stays. */
final class FoundDefect {

    private final Tour tour;
    private final List<String> members;

    FoundDefect(Tour tour, List<String> members) {
        this.tour = tour;
        this.members = members;
    }

    /** Writes it beside the first bid of a sheet. */
    static void in(ObjectNode sheet) {
        ((ObjectNode) sheet.path("bids").get(0))
                .putObject("rejection")
                .put("code", "RJ6")
                .put("reason", "施工进度计划疑似未响应工期要求")
                .put("page", "技术标第3页");
    }

    /** Who found it votes for the rejection, everybody else against it. */
    void decide() {
        var finder = members.get(members.size() - 1);
        var open = open(tour.actor(finder).api().get(tour.evaluation("")));
        if (open == null) {
            throw new DemoFailed("found", "no proposal of what was found while scoring", null);
        }
        var path = tour.evaluation("/rejections/" + open.path("number").asInt());
        for (String member : members) {
            boolean agrees = member.equals(finder);
            var expert = tour.actor(member);
            var doc = Tour.doc(expert.api().get(path + "/to-sign"));
            doc.put("vote", agrees ? "FOR" : "AGAINST").put("opinion", agrees ? "同意" : "总工期与投标函一致，不构成重大偏差");
            expert.api().post(path + "/votes", expert.signInTender(tour.tender, doc));
        }
    }

    private static JsonNode open(JsonNode view) {
        for (JsonNode rejection : view.path("rejections")) {
            if (!rejection.path("decided").asBoolean()
                    && !rejection.path("compulsory").asBoolean()) {
                return rejection;
            }
        }
        return null;
    }
}
