package cn.qifeng.launcher.demo;

import cn.qifeng.trust.json.Moments;
import java.time.Duration;
import java.util.List;

/** The evaluation time: set by the procuring entity, found too short by two members, and extended. */
final class MoreTime {

    private static final Duration FIRST = Duration.ofHours(9);
    private static final Duration EXTENDED = Duration.ofHours(11);

    private final Tour tour;
    private final List<String> members;

    MoreTime(Tour tour, List<String> members) {
        this.tour = tour;
        this.members = members;
    }

    /** Sets the time, lets two of the panel ask for more, and extends it. */
    void askedForAndGiven() {
        set(FIRST, "");
        for (String member : members.subList(0, 2)) {
            var expert = tour.actor(member);
            var doc = Tour.doc(expert.api().get(tour.evaluation("/time/requests/to-sign")));
            doc.put("reason", "施工组织设计篇幅大，逐项核对需要更多时间");
            expert.api().post(tour.evaluation("/time/requests"), expert.signInTender(tour.tender, doc));
        }
        set(EXTENDED, "两名成员认为评标时间不够，予以延长");
        var time = tour.actor(members.get(2)).api().get(tour.evaluation("/time"));
        if (time.path("owed").asBoolean() || time.path("ends").size() != 2) {
            throw new DemoFailed("time", "not extended: " + time, null);
        }
    }

    private void set(Duration span, String reason) {
        var tenderer = tour.actor("tenderer");
        var path = "/api/evaluation/times/" + tour.session;
        var doc = Tour.doc(tenderer.api().get(path + "/to-sign"));
        doc.put("until", Moments.format(tour.now().plus(span))).put("reason", reason);
        tenderer.api().post(path, tenderer.signInTender(tour.tender, doc));
    }
}
