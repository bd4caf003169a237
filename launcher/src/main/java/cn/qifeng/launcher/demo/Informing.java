package cn.qifeng.launcher.demo;

import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/** A question of the panel to the procuring entity: asked, released, answered by the agency, delivered to every member. */
final class Informing {

    private static final String ANSWER = "计入评标总价，见招标文件所附工程量清单总说明。";

    private final Tour tour;
    private final List<String> members;

    Informing(Tour tour, List<String> members) {
        this.tour = tour;
        this.members = members;
    }

    /** One question and its answer, both past the supervisor. */
    void askedAndAnswered() {
        var path = tour.evaluation("/information/" + ask());
        guard(path, "/gate", it -> it.put("released", true));
        answer(path.substring(path.lastIndexOf('/') + 1));
        guard(path, "/passage", it -> it.put("delivered", true));
        for (String member : members) {
            var told = tour.actor(member).api().get(tour.evaluation("/information"));
            if (!told.path(0).path("answer").asText().equals(ANSWER)) {
                throw new DemoFailed("inform", "not told: " + told, null);
            }
        }
    }

    private int ask() {
        var member = tour.actor(members.get(0));
        var draft = CanonicalJson.object().put("place", "工程量清单总说明").put("question", "暂列金额是否计入评标总价？");
        var doc = Tour.doc(member.api().post(tour.evaluation("/information/to-sign"), draft));
        return member.api()
                .post(tour.evaluation("/information"), member.signInTender(tour.tender, doc))
                .path("number")
                .asInt();
    }

    private void guard(String path, String step, Consumer<ObjectNode> verdict) {
        var supervisor = tour.actor("supervisor");
        var doc = Tour.doc(supervisor.api().get(path + step + "-to-sign"));
        verdict.accept(doc.put("reason", ""));
        supervisor.api().post(path + step, supervisor.signInTender(tour.tender, doc));
    }

    private void answer(String number) {
        var agency = tour.actor("agency");
        var path = "/api/evaluation/information/" + tour.session + "/" + number;
        var doc = Tour.doc(agency.api().get(path + "/to-sign"));
        agency.api().post(path + "/answer", agency.signInTender(tour.tender, doc.put("text", ANSWER)));
    }
}
