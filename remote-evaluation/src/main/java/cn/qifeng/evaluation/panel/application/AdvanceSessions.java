package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.Stage;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Asks again and again whether a session that waits for trading-core can go on; an outage only delays it. */
@ApplicationScoped
class AdvanceSessions {

    private static final Logger LOG = Logger.getLogger(AdvanceSessions.class);

    private final RunningSessions running;
    private final FormSession formSession;
    private final DrawExperts drawExperts;

    AdvanceSessions(RunningSessions running, FormSession formSession, DrawExperts drawExperts) {
        this.running = running;
        this.formSession = formSession;
        this.drawExperts = drawExperts;
    }

    @Scheduled(every = "{qifeng.evaluation.advance-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void advance() {
        running.in(Stage.FORMING).forEach(it -> attempt(it, formSession::advance));
        running.in(Stage.DRAWING).forEach(it -> attempt(it, drawExperts::advance));
    }

    private static void attempt(EvaluationSession session, Consumer<EvaluationSession> step) {
        try {
            step.accept(session);
        } catch (RuntimeException e) {
            LOG.warnf("session %s waits in %s: %s", session.id(), session.stage(), e.getMessage());
        }
    }
}
