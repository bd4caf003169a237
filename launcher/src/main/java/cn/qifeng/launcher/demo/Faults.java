package cn.qifeng.launcher.demo;

import cn.qifeng.cli.client.ApiFailed;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** Faults of the remote evaluation: one that is cleared in time, and one that makes all that was done void. */
final class Faults {

    private static final Duration LATE = Duration.ofMinutes(241);

    private final Tour tour;
    private final Seats seats;
    private final Evaluation evaluation;

    Faults(Tour tour, Seats seats, Evaluation evaluation) {
        this.tour = tour;
        this.seats = seats;
        this.evaluation = evaluation;
    }

    /** The main site reports one; nobody commits until it is cleared, and the same panel goes on. */
    void cleared() {
        report("场所主交换机断电");
        demandStopped();
        evaluation.beat();
        var clearance = CanonicalJson.object().put("reason", "已切换备用电源，各席位可用");
        var view = tour.actor("operator").api().post(tour.evaluation("/faults/1/clearance"), clearance);
        demand(!view.path("stopped").asBoolean(), "the session stands still behind its fault");
    }

    /** Another one is not cleared within four hours: the procuring entity signs, and another panel is called. */
    void dissolved() {
        report("场所光缆中断");
        tour.moveTo(tour.now().plus(LATE));
        var tenderer = tour.actor("tenderer");
        var path = tour.evaluation("/faults/2/decision");
        var doc = Tour.doc(tenderer.api().get(path + "/to-sign"));
        doc.put("outcome", "VOID").put("reason", "故障逾四小时未排除");
        var view = tenderer.api().post(path, tenderer.signInTender(tour.tender, doc));
        demand(view.at("/faults/1/decided/anew").asBoolean(), "no new panel: " + view);
        seats.release();
        seats.waitForHours();
    }

    private void report(String reason) {
        var operator = tour.actor("operator").api();
        var site = operator.get(tour.evaluation("/faults")).at("/sites/0/site").asText();
        JsonNode view = operator.post(
                tour.evaluation("/faults"),
                CanonicalJson.object().put("site", site).put("reason", reason));
        demand(view.path("stopped").asBoolean(), "the session goes on with a fault");
    }

    private void demandStopped() {
        try {
            evaluation.commitFirst();
        } catch (ApiFailed refused) {
            demand(refused.refusedBy("fault/stopped"), refused.getMessage());
            return;
        }
        demand(false, "a sheet was committed while a fault was open");
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new DemoFailed("fault", otherwise, null);
        }
    }
}
