package cn.qifeng.evaluation.clearing.application;

import cn.qifeng.evaluation.clearing.domain.ClearingRun;
import cn.qifeng.evaluation.clearing.domain.Clearings;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kit.service.ServiceFailed;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/** Asks again and again whether a clearing is due; an outage of trading-core, or a killed service, only delays it. */
@ApplicationScoped
class AdvanceClearings {

    private static final Logger LOG = Logger.getLogger(AdvanceClearings.class);
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final Clearings clearings;
    private final RunClearing runClearing;

    AdvanceClearings(Clearings clearings, RunClearing runClearing) {
        this.clearings = clearings;
        this.runClearing = runClearing;
    }

    @Scheduled(every = "{qifeng.evaluation.advance-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void advance() {
        QuarkusTransaction.requiringNew().call(() -> clearings.due(SILENCE)).forEach(this::attempt);
    }

    private void attempt(SessionId id) {
        if (!QuarkusTransaction.requiringNew().call(() -> clearings.take(id, SILENCE))) {
            return;
        }
        try {
            runClearing.run(id);
        } catch (ServiceFailed | UncheckedIOException e) {
            LOG.warnf("the clearing of session %s waits: %s", id, e.getMessage());
            become(id, ClearingRun::waiting);
        } catch (RuntimeException e) {
            LOG.errorf(e, "the clearing of session %s failed", id);
            become(id, run -> run.failed("clearing/fault"));
        }
    }

    private void become(SessionId id, UnaryOperator<ClearingRun> next) {
        runClearing.of(id).map(next).ifPresent(runClearing::save);
    }
}
