package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.panel.domain.DrawPlan;
import cn.qifeng.evaluation.panel.domain.DrawScope;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.HallKind;
import cn.qifeng.evaluation.panel.domain.PanelRefusal;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kit.clock.LegalClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When, where and from where the experts of a session are drawn (抽取方案): as the centre set it, or as usual. */
@ApplicationScoped
public class DrawPlans {

    private final RunningSessions running;
    private final DrawSettings settings;
    private final LegalClock clock;

    DrawPlans(RunningSessions running, DrawSettings settings, LegalClock clock) {
        this.running = running;
        this.settings = settings;
        this.clock = clock;
    }

    /** Sets the plan; refuses one that begins in the past, names the project or needs a larger hall, and any once the pool was looked at. */
    @Transactional
    public EvaluationSession set(SessionId id, DrawPlan plan) {
        var now = clock.now();
        if (plan.startsAt().filter(it -> it.isBefore(now)).isPresent()) {
            throw PanelRefusal.BAD_PLAN.with(
                    Facts.field("startsAt", plan.startsAt().get(), "after " + now)
                            .map());
        }
        var session = running.lockEvenFrozen(id);
        plan.requireRoom(session.order().panel().size(), settings.meshMembersMax(), settings.janusMembersMax());
        var planned = session.planned(plan);
        running.save(planned);
        return planned;
    }

    /** How the members of a session see and hear one another, as the centre set it; otherwise not at all. */
    public static HallKind hall(EvaluationSession session) {
        return session.ceremony().course().plan().map(DrawPlan::hall).orElse(HallKind.NONE);
    }

    /** The plan of a session. */
    public DrawPlan of(EvaluationSession session) {
        var order = session.order();
        return session.ceremony().course().plan().orElseGet(() -> {
            int digits = Math.min(settings.regionDigits(), order.region().length());
            var region = order.region().substring(0, digits);
            var asked = new DrawScope(List.copyOf(order.specialties()), region.isEmpty() ? List.of() : List.of(region));
            return new DrawPlan(asked, Optional.empty(), settings.place());
        });
    }

    /** When the evaluation begins, where the centre set that. */
    static Optional<Instant> startsAt(EvaluationSession session) {
        return session.ceremony().course().plan().flatMap(DrawPlan::startsAt);
    }

    /** From when on experts may be drawn; empty while the centre has to set the plan first. */
    public Optional<Instant> notBefore(EvaluationSession session) {
        var plan = session.ceremony().course().plan();
        if (plan.isEmpty() && !settings.automatic()) {
            return Optional.empty();
        }
        return Optional.of(
                startsAt(session).map(start -> start.minus(settings.lead())).orElse(Instant.EPOCH));
    }

    /** Whether experts may be drawn now. */
    boolean due(EvaluationSession session) {
        var now = clock.now();
        return notBefore(session).filter(it -> !now.isBefore(it)).isPresent();
    }
}
