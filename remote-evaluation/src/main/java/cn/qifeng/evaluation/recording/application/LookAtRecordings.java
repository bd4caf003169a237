package cn.qifeng.evaluation.recording.application;

import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.recording.domain.ChainItem;
import cn.qifeng.evaluation.recording.domain.Looks;
import cn.qifeng.evaluation.recording.domain.Looks.Look;
import cn.qifeng.evaluation.recording.domain.Media;
import cn.qifeng.evaluation.recording.domain.Recording;
import cn.qifeng.evaluation.recording.domain.RecordingRefusal;
import cn.qifeng.evaluation.recording.domain.RecordingStage;
import cn.qifeng.evaluation.recording.domain.Recordings;
import cn.qifeng.kernel.ByteRange;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kit.trail.Happening;
import cn.qifeng.kit.trail.RequestSource;
import cn.qifeng.kit.trail.SecurityTrail;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets supervision look at recordings (调阅录像): whoever looks gives a reason first, which is kept and is a security event;
 * from then on it reads the files of that one recording for some hours.
 */
@ApplicationScoped
public class LookAtRecordings {

    private static final int REASON_MAX = 500;

    private final Recordings recordings;
    private final Looks looks;
    private final Media media;
    private final SecurityTrail trail;
    private final RequestSource source;
    private final RecordingSettings settings;
    private final String service;

    LookAtRecordings(
            Recordings recordings,
            Looks looks,
            Media media,
            SecurityTrail trail,
            RequestSource source,
            RecordingSettings settings,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.recordings = recordings;
        this.looks = looks;
        this.media = media;
        this.trail = trail;
        this.source = source;
        this.settings = settings;
        this.service = service;
    }

    /** Begins to look; refuses without a reason, and when the media are deleted. */
    @Transactional
    public Look look(SessionId session, String person, String role, String reason) {
        var recording = of(session);
        if (reason == null || reason.isBlank() || reason.length() > REASON_MAX) {
            throw RecordingRefusal.REASON_NEEDED.at("reason", reason, "1 to " + REASON_MAX + " characters");
        }
        requireMedia(recording);
        var look = new Look(UUID.randomUUID(), session, person, role, reason.strip(), Instant.now());
        looks.add(look);
        trail.tell(new Happening(
                UUID.randomUUID(),
                Happening.Kind.RECORDING_SEEN,
                look.at(),
                service,
                UUID.fromString(person),
                source.address(),
                "",
                look.reason()));
        return look;
    }

    /**
     * A file of a recording, or a part of it.
     *
     * @param length of the whole file
     * @param content the caller closes it
     */
    public record Opened(long length, ByteRange part, InputStream content) {}

    /** Opens a file of the chain for whoever began to look. */
    @Transactional
    public Opened read(SessionId session, String person, String name, Optional<ByteRange> asked) {
        requireMedia(of(session));
        requireLook(session, person);
        var segment = recordings.segment(session, ChainItem.safeFile(name)).orElseThrow(() -> noFile(name));
        long length = media.length(session, segment.file()).orElseThrow(() -> noFile(name));
        if (length == 0 || asked.isPresent() && !asked.get().beginsWithin(length)) {
            throw RecordingRefusal.NO_SUCH_RANGE.at(
                    "Range", asked.map(ByteRange::asked).orElse("all"), "bytes of the file");
        }
        var part = asked.map(it -> it.within(length)).orElseGet(() -> new ByteRange(0, length - 1));
        return new Opened(length, part, media.read(session, segment.file(), part));
    }

    /**
     * The film of a file with packets of pictures, for whoever began to look; the caller closes it. It can take minutes to
     * be made, and no transaction waits for it.
     */
    public InputStream film(SessionId session, String person, String name) {
        return media.film(session, QuarkusTransaction.requiringNew().call(() -> pictures(session, person, name)));
    }

    private String pictures(SessionId session, String person, String name) {
        requireMedia(of(session));
        requireLook(session, person);
        var segment = recordings.segment(session, ChainItem.safeFile(name)).orElseThrow(() -> noFile(name));
        boolean pictures = segment.file().endsWith(".mjr") && segment.file().contains("-video-");
        if (!pictures || media.length(session, segment.file()).isEmpty()) {
            throw noFile(name);
        }
        return segment.file();
    }

    private static RuntimeException noFile(String name) {
        return RecordingRefusal.NO_SUCH_FILE.with(Facts.of("file", name).map());
    }

    private void requireLook(SessionId session, String person) {
        var since = Instant.now().minus(settings.look());
        boolean open = looks.of(session).stream()
                .anyMatch(it -> it.person().equals(person) && it.at().isAfter(since));
        if (!open) {
            throw RecordingRefusal.LOOK_NEEDED.at("look", "none", "a look with a reason");
        }
    }

    private static void requireMedia(Recording recording) {
        if (recording.stage() == RecordingStage.DELETED) {
            throw RecordingRefusal.DELETED.at("stage", recording.stage(), RecordingStage.CLOSED);
        }
    }

    private Recording of(SessionId session) {
        return recordings
                .find(session)
                .orElseThrow(() -> RecordingRefusal.NO_SUCH_RECORDING.with(
                        Facts.of("session", session).map()));
    }
}
