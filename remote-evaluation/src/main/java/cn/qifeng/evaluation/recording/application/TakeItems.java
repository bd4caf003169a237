package cn.qifeng.evaluation.recording.application;

import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.recording.domain.ChainItem;
import cn.qifeng.evaluation.recording.domain.Recorders.Known;
import cn.qifeng.evaluation.recording.domain.Recording;
import cn.qifeng.evaluation.recording.domain.RecordingStage;
import cn.qifeng.evaluation.recording.domain.Recordings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Takes what a recorder chained (收取录制链): only what follows is taken, and another chain is never put right. */
@ApplicationScoped
class TakeItems {

    private static final Logger LOG = Logger.getLogger(TakeItems.class);

    private final Recordings recordings;

    TakeItems(Recordings recordings) {
        this.recordings = recordings;
    }

    /** Takes an item; {@code false} when it does not belong to the chain that is here. */
    @Transactional
    boolean take(SessionId session, ChainItem item) {
        var here = recordings.lock(session).orElseGet(() -> Recording.of(session, item.at()));
        if (here.has(item) && known(session, item)) {
            return true;
        }
        var next = here.with(item);
        recordings.save(next);
        if (next.differs()) {
            LOG.errorf("the recorder of session %s brought another chain at item %d", session, item.seq());
            return false;
        }
        recordings.add(session, item);
        return true;
    }

    private boolean known(SessionId session, ChainItem item) {
        return recordings.items(session, item.seq() - 1, 1).stream()
                .anyMatch(it -> it.hash().equals(item.hash()));
    }

    /** What is here of the chain; empty when the chain differs and nothing more is taken. */
    @Transactional
    Optional<Known> known(SessionId session) {
        var here = recordings.find(session);
        if (here.filter(Recording::differs).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(here.map(it -> new Known(it.link().seq(), it.stage() == RecordingStage.CLOSED))
                .orElse(new Known(0, false)));
    }

    /** Whether there is a recording whose chain is not closed. */
    @Transactional
    boolean goesOn(SessionId session) {
        return recordings.find(session).filter(Recording::holds).isPresent();
    }

    /** A track was seen to grow and to bring pictures. */
    @Transactional
    void confirm(SessionId session, String track) {
        recordings.confirm(session, track, Instant.now());
    }
}
