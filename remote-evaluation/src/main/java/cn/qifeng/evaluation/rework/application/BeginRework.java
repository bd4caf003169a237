package cn.qifeng.evaluation.rework.application;

import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.rework.domain.Rework;
import cn.qifeng.evaluation.rework.domain.ReworkPlace;
import cn.qifeng.evaluation.rework.domain.Reworks;
import cn.qifeng.kernel.LotId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;

/** Begins what the supervisor approved (启动复评), and ends it with its report; the same order again changes nothing. */
@ApplicationScoped
public class BeginRework {

    private final RunningSessions running;
    private final Reworks reworks;
    private final Event<ReworkBegun> begun;

    BeginRework(RunningSessions running, Reworks reworks, Event<ReworkBegun> begun) {
        this.running = running;
        this.reworks = reworks;
        this.begun = begun;
    }

    /** What trading-core orders. */
    public record Order(
            LotId lot,
            int number,
            String report,
            String ground,
            String law,
            String reason,
            String evidence,
            String decision,
            List<ReworkPlace> places) {}

    /** Takes the session back to its sheets. */
    @Transactional
    public void begin(Order order) {
        var session = running.lock(running.ofLot(order.lot()).id());
        var id = session.id().toString();
        if (reworks.of(id).stream().anyMatch(it -> it.number() == order.number())) {
            return;
        }
        var again = session.again();
        begun.fire(new ReworkBegun(session.id(), order.number()));
        reworks.save(
                id,
                new Rework(
                        order.number(),
                        order.report(),
                        order.ground(),
                        order.law(),
                        order.reason(),
                        order.evidence(),
                        order.decision(),
                        order.places(),
                        session.round(),
                        false));
        running.save(again);
    }

    /** The report of the one that runs is signed; without one nothing happens. */
    @Transactional
    public void end(EvaluationSession session) {
        reworks.of(session.id().toString()).stream()
                .filter(it -> !it.done())
                .forEach(it -> reworks.save(session.id().toString(), it.concluded()));
    }
}
