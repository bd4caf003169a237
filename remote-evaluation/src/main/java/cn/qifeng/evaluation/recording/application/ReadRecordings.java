package cn.qifeng.evaluation.recording.application;

import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.recording.domain.ChainItem;
import cn.qifeng.evaluation.recording.domain.Deletion;
import cn.qifeng.evaluation.recording.domain.Deletions;
import cn.qifeng.evaluation.recording.domain.EvaluationSteps;
import cn.qifeng.evaluation.recording.domain.EvaluationSteps.Step;
import cn.qifeng.evaluation.recording.domain.Looks;
import cn.qifeng.evaluation.recording.domain.Looks.Look;
import cn.qifeng.evaluation.recording.domain.Media;
import cn.qifeng.evaluation.recording.domain.Recording;
import cn.qifeng.evaluation.recording.domain.RecordingRefusal;
import cn.qifeng.evaluation.recording.domain.RecordingStage;
import cn.qifeng.evaluation.recording.domain.Recordings;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kit.clock.LegalClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Shows recordings to supervision, and what they take up to whoever keeps them (录像台账与存储报告). */
@ApplicationScoped
public class ReadRecordings {

    private static final int RECENT_DAYS = 30;
    private static final int PAGE = 2_000;

    private final Recordings recordings;
    private final Deletions deletions;
    private final Looks looks;
    private final EvaluationSteps steps;
    private final Media media;
    private final RunningSessions running;
    private final LegalClock clock;
    private final RecordingSettings settings;

    ReadRecordings(
            Recordings recordings,
            Deletions deletions,
            Looks looks,
            EvaluationSteps steps,
            Media media,
            RunningSessions running,
            LegalClock clock,
            RecordingSettings settings) {
        this.recordings = recordings;
        this.deletions = deletions;
        this.looks = looks;
        this.steps = steps;
        this.media = media;
        this.running = running;
        this.clock = clock;
        this.settings = settings;
    }

    /** A recording and its session, and until when it is kept; empty while it goes on. */
    public record Kept(
            Recording recording, EvaluationSession session, Optional<Instant> until, Optional<Deletion> deletion) {}

    /**
     * What recordings take up (存储报告).
     *
     * @param bytes of all media that are kept
     * @param free bytes that are free
     * @param perDay bytes that came in a day, over the last thirty
     * @param due bytes that may be deleted now
     */
    public record Storage(List<Kept> kept, long bytes, long free, long perDay, long due, int retentionYears) {

        /** Days until nothing is free at this rate; empty when nothing came. */
        public Optional<Long> daysLeft() {
            return perDay == 0 ? Optional.empty() : Optional.of(free / perDay);
        }
    }

    /** All recordings with what they take up. */
    @Transactional
    public Storage storage() {
        var kept = recordings.all().stream().map(this::kept).toList();
        var here = kept.stream()
                .filter(it -> it.recording().stage() != RecordingStage.DELETED)
                .toList();
        var now = clock.now();
        var recent = Instant.now().minus(RECENT_DAYS, ChronoUnit.DAYS);
        return new Storage(
                kept,
                bytes(here),
                media.free(),
                bytes(here.stream()
                                .filter(it -> it.recording().openedAt().isAfter(recent))
                                .toList())
                        / RECENT_DAYS,
                bytes(here.stream()
                        .filter(it -> it.until().filter(now::isAfter).isPresent())
                        .toList()),
                settings.retentionYears());
    }

    private static long bytes(List<Kept> kept) {
        return kept.stream().mapToLong(it -> it.recording().bytes()).sum();
    }

    private Kept kept(Recording recording) {
        return new Kept(
                recording,
                running.read(recording.session()),
                recording.closedAt().map(this::until),
                deletions.find(recording.session()));
    }

    /** Until when a recording closed at this time is kept. */
    Instant until(Instant closedAt) {
        return closedAt.atOffset(ZoneOffset.UTC)
                .plusYears(settings.retentionYears())
                .toInstant();
    }

    /** One recording with what was entered meanwhile, and who looked. */
    public record Whole(Kept kept, List<Step> steps, List<Look> looks) {}

    /** One recording; refuses with {@code recording/not-found}. */
    @Transactional
    public Whole whole(SessionId id) {
        var kept = kept(find(id));
        var recording = kept.recording();
        var end = recordings.items(id, recording.link().seq() - 1, 1).stream()
                .filter(ChainItem::closes)
                .map(ChainItem::at)
                .findFirst()
                .orElse(Instant.now());
        var during = steps.of(kept.session().order().tender()).stream()
                .filter(it ->
                        !it.at().isBefore(recording.openedAt()) && !it.at().isAfter(end))
                .toList();
        return new Whole(kept, during, looks.of(id));
    }

    /** Items of a chain behind {@code after}, at most {@value #PAGE}. */
    @Transactional
    public List<ChainItem> items(SessionId id, long after) {
        find(id);
        return recordings.items(id, after, PAGE);
    }

    private Recording find(SessionId id) {
        return recordings
                .find(id)
                .orElseThrow(() -> RecordingRefusal.NO_SUCH_RECORDING.with(
                        Facts.of("session", id).map()));
    }
}
