package cn.qifeng.evaluation.recording.application;

import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.application.SignedStatements;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.recording.domain.Deletion;
import cn.qifeng.evaluation.recording.domain.Deletions;
import cn.qifeng.evaluation.recording.domain.Media;
import cn.qifeng.evaluation.recording.domain.Recording;
import cn.qifeng.evaluation.recording.domain.RecordingRefusal;
import cn.qifeng.evaluation.recording.domain.RecordingStage;
import cn.qifeng.evaluation.recording.domain.Recordings;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.kit.outbox.Outbox;
import cn.qifeng.kit.service.Services;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Deletes the media of a recording by two persons (双人审批销毁): the centre asks once the time of retention is over, a
 * supervisor decides, both sign. The items of the chain stay. The entry belongs to no tender, since the tender's chain is
 * closed by then.
 */
@ApplicationScoped
public class DeleteRecordings {

    private static final int REASON_MAX = 500;
    private static final String PATH = "/internal/evidence/of-no-tender";

    private final Recordings recordings;
    private final Deletions deletions;
    private final ReadRecordings read;
    private final Media media;
    private final RunningSessions running;
    private final Outbox outbox;
    private final LegalClock clock;

    DeleteRecordings(
            Recordings recordings,
            Deletions deletions,
            ReadRecordings read,
            Media media,
            RunningSessions running,
            Outbox outbox,
            LegalClock clock) {
        this.recordings = recordings;
        this.deletions = deletions;
        this.read = read;
        this.media = media;
        this.running = running;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The request to sign, without {@code reason} and {@code seen}; refuses what has to be kept. */
    @Transactional
    public ObjectNode requestToSign(SessionId id) {
        return request(deletable(id));
    }

    /** Takes the signed request of the centre. */
    @Transactional
    public void request(SessionId id, String person, String certificate, JsonNode json) {
        var recording = deletable(id);
        if (deletions.find(id).filter(Deletion::waits).isPresent()) {
            throw RecordingRefusal.ASKED_ALREADY.at("deletion", "waits", "none");
        }
        var statement = SignedStatements.verified(json, request(recording), Set.of("reason"), certificate);
        reason(statement);
        deletions.save(
                new Deletion(id, SignedStatements.text(statement), person, clock.now(), Optional.empty(), false));
    }

    /** The decision to sign, without {@code approved}, {@code reason} and {@code seen}. */
    @Transactional
    public ObjectNode decisionToSign(SessionId id) {
        return decision(deletable(id), waiting(id));
    }

    /** Takes the supervisor's signed decision; approved, the media are deleted once the entry is on its way. */
    public void decide(SessionId id, String person, String certificate, JsonNode json) {
        boolean approved = QuarkusTransaction.requiringNew().call(() -> decided(id, person, certificate, json));
        if (approved) {
            media.delete(id);
        }
    }

    /** Deletes what was decided to be deleted and is still there, because the service ended in between. */
    @Scheduled(every = "{qifeng.evaluation.recording-sweep-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        recordings.all().stream()
                .filter(recording -> recording.stage() == RecordingStage.DELETED)
                .forEach(recording -> media.delete(recording.session()));
    }

    private boolean decided(SessionId id, String person, String certificate, JsonNode json) {
        var recording = deletable(id);
        var asked = waiting(id);
        var statement = SignedStatements.bySupervisor(
                json, running.read(id), decision(recording, asked), Set.of("approved", "reason"), certificate);
        boolean approves = Fields.of(statement.doc()).bool("approved");
        reason(statement);
        deletions.save(asked.decided(SignedStatements.text(statement), person, approves));
        if (approves) {
            recordings.save(recording.deleted());
            enter(recording, asked, statement);
        }
        return approves;
    }

    private void enter(Recording recording, Deletion asked, Statement decision) {
        var id = UUID.randomUUID();
        var entry = CanonicalJson.object().put("id", id.toString()).put("type", "evaluation/recording-deleted");
        var body = doc(recording, "recording-deleted");
        body.remove("v");
        body.remove("type");
        var statements = body.putArray("statements");
        statements.add(CanonicalJson.decode(asked.request().getBytes(StandardCharsets.UTF_8)));
        statements.add(decision.toJson());
        entry.set("body", body);
        outbox.send(id, Services.TRADING_CORE, PATH, recording.session().toString(), entry);
    }

    private Deletion waiting(SessionId id) {
        return deletions
                .find(id)
                .filter(Deletion::waits)
                .orElseThrow(() -> RecordingRefusal.NOT_ASKED.at("deletion", "none", "a request that waits"));
    }

    private Recording deletable(SessionId id) {
        var recording = recordings
                .lock(id)
                .orElseThrow(() -> RecordingRefusal.NO_SUCH_RECORDING.with(
                        Facts.of("session", id).map()));
        if (recording.stage() == RecordingStage.DELETED) {
            throw RecordingRefusal.DELETED.at("stage", recording.stage(), RecordingStage.CLOSED);
        }
        var until = read.until(recording
                .closedAt()
                .orElseThrow(() -> RecordingRefusal.NOT_CLOSED.at("stage", recording.stage(), RecordingStage.CLOSED)));
        if (clock.now().isBefore(until)) {
            throw RecordingRefusal.RETAINED.with(
                    Facts.field("time", clock.now(), until).earliest(until).map());
        }
        return recording;
    }

    private ObjectNode request(Recording recording) {
        return doc(recording, "recording-deletion");
    }

    private ObjectNode decision(Recording recording, Deletion asked) {
        return doc(recording, "recording-deletion-decision")
                .put("request", Sm3.hex(asked.request().getBytes(StandardCharsets.UTF_8)));
    }

    private ObjectNode doc(Recording recording, String type) {
        var doc = CanonicalJson.object()
                .put("type", type)
                .put("v", 1)
                .put(
                        "tender",
                        running.read(recording.session()).order().tender().toString())
                .put("session", recording.session().toString())
                .put("items", recording.link().seq())
                .put("head", recording.link().hash())
                .put("bytes", recording.bytes());
        return CanonicalJson.decode(CanonicalJson.encode(doc)); // numbers as a reader has them
    }

    private static void reason(Statement statement) {
        var reason = Fields.of(statement.doc()).text("reason");
        if (reason.isBlank() || reason.length() > REASON_MAX) {
            throw RecordingRefusal.REASON_NEEDED.at("reason", reason, "1 to " + REASON_MAX + " characters");
        }
    }
}
