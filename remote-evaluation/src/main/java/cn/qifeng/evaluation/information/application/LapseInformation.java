package cn.qifeng.evaluation.information.application;

import cn.qifeng.evaluation.information.domain.InformationRequests;
import cn.qifeng.evaluation.information.domain.InformationState;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kit.clock.LegalClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jboss.logging.Logger;

/** Records that procuring entity and agency did not answer in time (征询逾期未答复); the panel goes on without. */
@ApplicationScoped
public class LapseInformation {

    private static final Logger LOG = Logger.getLogger(LapseInformation.class);

    private final RunningSessions running;
    private final InformationRequests requests;
    private final InformationEntries entries;
    private final LegalClock clock;

    LapseInformation(
            RunningSessions running, InformationRequests requests, InformationEntries entries, LegalClock clock) {
        this.running = running;
        this.requests = requests;
        this.entries = entries;
        this.clock = clock;
    }

    @Scheduled(every = "{qifeng.evaluation.advance-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void advance() {
        var now = clock.now();
        for (var session : QuarkusTransaction.requiringNew().call(() -> requests.overdue(now))) {
            try {
                QuarkusTransaction.requiringNew().run(() -> lapse(session));
            } catch (RuntimeException e) {
                LOG.warnf(e, "questions to the procuring entity of session %s wait", session);
            }
        }
    }

    /** Ends every question of a session whose deadline is over, also while the session is frozen. */
    @Transactional
    public void lapse(SessionId id) {
        var session = running.lockEvenFrozen(id);
        var now = clock.now();
        requests.of(id).stream()
                .filter(it -> it.state() == InformationState.RELEASED)
                .filter(it -> now.isAfter(it.deadline().orElseThrow()))
                .map(it -> it.lapsed(now))
                .forEach(it -> {
                    requests.save(id, it);
                    entries.lapsed(session, it);
                });
    }
}
