package cn.qifeng.evaluation.clarification.application;

import cn.qifeng.evaluation.clarification.domain.ClarificationState;
import cn.qifeng.evaluation.clarification.domain.Clarifications;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kit.clock.LegalClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jboss.logging.Logger;

/** Records that a bidder did not answer in time, which counts as a refusal to clarify (逾期未答复, 12号令 §22). */
@ApplicationScoped
public class LapseClarifications {

    private static final Logger LOG = Logger.getLogger(LapseClarifications.class);

    private final RunningSessions running;
    private final Clarifications clarifications;
    private final ClarificationEntries entries;
    private final LegalClock clock;

    LapseClarifications(
            RunningSessions running, Clarifications clarifications, ClarificationEntries entries, LegalClock clock) {
        this.running = running;
        this.clarifications = clarifications;
        this.entries = entries;
        this.clock = clock;
    }

    @Scheduled(every = "{qifeng.evaluation.advance-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void advance() {
        var now = clock.now();
        QuarkusTransaction.requiringNew()
                .call(() -> clarifications.overdue(now))
                .forEach(this::attempt);
    }

    private void attempt(String session) {
        try {
            QuarkusTransaction.requiringNew().run(() -> lapse(SessionId.of(session)));
        } catch (RuntimeException e) {
            LOG.warnf(e, "questions of session %s wait", session);
        }
    }

    /** Ends every question of a session whose deadline is over. */
    @Transactional
    public void lapse(SessionId id) {
        var session = running.lockEvenFrozen(id);
        var now = clock.now();
        for (var one : clarifications.of(id.toString())) {
            boolean over = one.state() == ClarificationState.RELEASED
                    && now.isAfter(one.deadline().orElseThrow());
            if (over) {
                var lapsed = one.lapsed(now);
                clarifications.save(id.toString(), lapsed);
                entries.lapsed(session, lapsed);
            }
        }
    }
}
