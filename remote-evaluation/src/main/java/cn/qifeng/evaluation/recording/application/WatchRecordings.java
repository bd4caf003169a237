package cn.qifeng.evaluation.recording.application;

import cn.qifeng.evaluation.panel.application.DrawPlans;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.recording.domain.Recording;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Asks again and again what recorders said, whether a head is due, and whether an evaluation is over (录制巡检). */
@ApplicationScoped
class WatchRecordings {

    private static final Logger LOG = Logger.getLogger(WatchRecordings.class);

    private final RecordHalls halls;
    private final TellHeads heads;
    private final RunningSessions running;
    private final RecordingSettings settings;
    private final Map<SessionId, Instant> toldAt = new ConcurrentHashMap<>();

    WatchRecordings(RecordHalls halls, TellHeads heads, RunningSessions running, RecordingSettings settings) {
        this.halls = halls;
        this.heads = heads;
        this.running = running;
        this.settings = settings;
    }

    @Scheduled(every = "{qifeng.evaluation.advance-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        halls.tick();
        try {
            heads.open().forEach(this::look);
        } catch (RuntimeException e) {
            LOG.warnf("heads of recordings wait: %s", e.getMessage());
        }
    }

    private void look(Recording recording) {
        var session = recording.session();
        boolean ends = heads.ends(recording);
        if (recording.told() < recording.link().seq() && (ends || due(session))) {
            heads.tell(session);
        }
        var evaluation = running.read(session);
        boolean over = evaluation.stage() == Stage.CONCLUDED;
        if (over && !ends && !recording.differs() && !halls.busy(session)) {
            halls.closed(session, DrawPlans.hall(evaluation));
        }
    }

    private boolean due(SessionId session) {
        var now = Instant.now();
        var last = toldAt.computeIfAbsent(session, it -> now);
        if (now.isBefore(last.plus(settings.headEvery()))) {
            return false;
        }
        toldAt.put(session, now);
        return true;
    }
}
