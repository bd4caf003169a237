package cn.qifeng.launcher.demo;

import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Questions of the panel to bidders: asked by a majority, released by the supervisor, answered or not, and found on. */
final class Clarifying {

    private static final int MINUTES = 30;

    private final Tour tour;
    private final List<String> members;

    Clarifying(Tour tour, List<String> members) {
        this.tour = tour;
        this.members = members;
    }

    /** Asks about two statements that differ; the bidder says which one stands, and every member needed accepts it. */
    void answered(JsonNode bid, Function<String, Actor> bidders) {
        int number = ask(bid, "AMBIGUITY", "投标函第1页与施工组织设计第3页的工期表述不一致，请说明以哪一处为准。");
        var bidder = bidders.apply(bid.path("uscc").asText()).logIn();
        var path = "/api/evaluation/clarifications/" + tour.session + "/" + number;
        var doc = Tour.doc(bidder.api().get(path + "/to-sign"));
        doc.putNull("confirms").put("text", "以投标函载明的工期为准。").putArray("files");
        bidder.api().post(path + "/answer", bidder.signInTender(tour.tender, doc));
        majority(
                number,
                0,
                "/finding-to-sign",
                "/findings",
                it -> it.put("finding", "ACCEPTED").put("opinion", ""));
    }

    /** Asks about a low price and lets the time run out; gives the number of the question. */
    int unanswered(JsonNode bid) {
        int number = ask(bid, "LOW_PRICE", "贵单位报价明显低于其他报价，请说明其合理性并提供证明材料。");
        var deadline = find(number).path("deadline").asText();
        tour.moveTo(Instant.parse(deadline).plusSeconds(1));
        tour.await(
                tour.actor(members.get(0)).api(),
                tour.evaluation("/clarifications"),
                list -> state(list, number).equals("LAPSED"));
        return number;
    }

    private int ask(JsonNode bid, String kind, String question) {
        var first = tour.actor(members.get(0));
        var draft = CanonicalJson.object()
                .put("bidId", bid.path("bidId").asText())
                .put("kind", kind)
                .put("place", "投标函第1页")
                .put("question", question)
                .put("minutes", MINUTES);
        draft.putNull("words").putArray("lines");
        var doc = Tour.doc(first.api().post(tour.evaluation("/clarifications/to-sign"), draft));
        int number = first.api()
                .post(tour.evaluation("/clarifications"), first.signInTender(tour.tender, doc))
                .path("number")
                .asInt();
        majority(
                number,
                1,
                "/vote-to-sign",
                "/votes",
                it -> it.put("vote", "FOR").put("opinion", ""));
        var supervisor = tour.actor("supervisor");
        var path = tour.evaluation("/clarifications/" + number);
        var gate = Tour.doc(supervisor.api().get(path + "/gate-to-sign"));
        gate.put("released", true).put("reason", "");
        supervisor.api().post(path + "/gate", supervisor.signInTender(tour.tender, gate));
        return number;
    }

    /** Members from the given one on sign, until more than half of all have. */
    private void majority(int number, int from, String toSign, String to, Consumer<ObjectNode> own) {
        var path = tour.evaluation("/clarifications/" + number);
        for (String member : members.subList(from, members.size() / 2 + 1)) {
            var expert = tour.actor(member);
            var doc = Tour.doc(expert.api().get(path + toSign));
            own.accept(doc);
            expert.api().post(path + to, expert.signInTender(tour.tender, doc));
        }
    }

    private JsonNode find(int number) {
        return tour.actor(members.get(0))
                .api()
                .get(tour.evaluation("/clarifications"))
                .path(number - 1);
    }

    private static String state(JsonNode list, int number) {
        return list.path(number - 1).path("state").asText();
    }
}
