package cn.qifeng.evaluation.clearing.application;

import cn.qifeng.evaluation.clearing.domain.ClearingRefusal;
import cn.qifeng.evaluation.clearing.domain.ClearingRun;
import cn.qifeng.evaluation.clearing.domain.ClearingState;
import cn.qifeng.evaluation.clearing.domain.Clearings;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kit.clock.LegalClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Asks for the clearing of a session's bills (开始清标): once for all who may see it, and again only after it failed. */
@ApplicationScoped
public class StartClearing {

    private static final String SUPERVISOR = "SUPERVISOR";

    private final RunningSessions running;
    private final ShownBids bids;
    private final Clearings clearings;
    private final ClearingSettings settings;
    private final LegalClock clock;

    StartClearing(
            RunningSessions running, ShownBids bids, Clearings clearings, ClearingSettings settings, LegalClock clock) {
        this.running = running;
        this.bids = bids;
        this.clearings = clearings;
        this.settings = settings;
        this.clock = clock;
    }

    /** Does nothing while it waits or runs; refuses with {@link ClearingRefusal#DONE_ALREADY}. */
    @Transactional
    public void start(SessionId id, Reader reader) {
        bids.session(id, reader);
        var session = running.lockEvenFrozen(id);
        var known = clearings.find(id);
        var state = known.map(ClearingRun::state).orElse(ClearingState.FAILED);
        if (state == ClearingState.DONE) {
            throw ClearingRefusal.DONE_ALREADY.with(
                    Facts.of("startedAt", known.get().startedAt()).map());
        }
        if (state == ClearingState.FAILED) {
            int count = session.order().evaluated().size();
            clearings.save(ClearingRun.asked(id, name(session, reader), clock.now(), count, settings.thresholds()));
        }
    }

    private static String name(EvaluationSession session, Reader reader) {
        return reader.supervises()
                ? SUPERVISOR
                : RunningSessions.seated(session, reader.person()).number();
    }
}
