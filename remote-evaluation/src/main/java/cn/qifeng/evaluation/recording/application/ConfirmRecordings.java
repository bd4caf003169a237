package cn.qifeng.evaluation.recording.application;

import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.recording.domain.Recording;
import cn.qifeng.evaluation.recording.domain.RecordingState;
import cn.qifeng.evaluation.recording.domain.Recordings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Tells of whom the recording was confirmed within the last seconds (录制确认). */
@ApplicationScoped
class ConfirmRecordings implements RecordingState {

    private final Recordings recordings;
    private final RecordingSettings settings;

    ConfirmRecordings(Recordings recordings, RecordingSettings settings) {
        this.recordings = recordings;
        this.settings = settings;
    }

    @Override
    @Transactional
    public boolean confirmed(SessionId session, String participant) {
        var since = Instant.now().minus(settings.confirmed());
        boolean holds = recordings.find(session).filter(Recording::holds).isPresent();
        var at = recordings.confirmed(session).get(participant);
        return holds && at != null && at.isAfter(since);
    }
}
