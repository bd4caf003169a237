package cn.qifeng.evaluation.blind.application;

import cn.qifeng.evaluation.blind.domain.BlindFiles;
import cn.qifeng.evaluation.blind.domain.BlindRun;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.BlindSetting;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.kit.service.ServiceFailed;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Asks again and again whether blind files wait for their check: it begins as soon as a session is there, long before its
 * members sit. An outage of trading-core, or a killed service, only delays it.
 */
@ApplicationScoped
class AdvanceBlindChecks {

    private static final Logger LOG = Logger.getLogger(AdvanceBlindChecks.class);
    private static final Duration SILENCE = Duration.ofMinutes(5);
    private static final Set<Stage> BEFORE = EnumSet.range(Stage.FORMING, Stage.SCORING);

    private final RunningSessions running;
    private final BlindFiles files;
    private final RunBlindCheck runBlindCheck;

    AdvanceBlindChecks(RunningSessions running, BlindFiles files, RunBlindCheck runBlindCheck) {
        this.running = running;
        this.files = files;
        this.runBlindCheck = runBlindCheck;
    }

    @Scheduled(every = "{qifeng.evaluation.advance-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void advance() {
        QuarkusTransaction.requiringNew().run(this::notice);
        QuarkusTransaction.requiringNew().call(() -> files.due(SILENCE)).forEach(this::attempt);
    }

    private void notice() {
        for (Stage stage : BEFORE) {
            running.in(stage).stream()
                    .filter(this::isNew)
                    .forEach(it -> files.save(
                            BlindRun.of(it.id(), it.order().evaluated().size())));
        }
    }

    private boolean isNew(EvaluationSession session) {
        return BlindSetting.of(session.order().method()).isPresent()
                && files.find(session.id()).isEmpty();
    }

    private void attempt(SessionId id) {
        if (!QuarkusTransaction.requiringNew().call(() -> files.take(id, SILENCE))) {
            return;
        }
        try {
            runBlindCheck.run(id);
        } catch (ServiceFailed | UncheckedIOException e) {
            LOG.warnf("the blind files of session %s wait: %s", id, e.getMessage());
            QuarkusTransaction.requiringNew()
                    .run(() -> files.find(id).map(BlindRun::waiting).ifPresent(files::save));
        } catch (RuntimeException e) {
            LOG.errorf(e, "the check of the blind files of session %s failed and is tried again", id);
        }
    }
}
