package cn.qifeng.evaluation.blind.application;

import cn.qifeng.evaluation.blind.domain.BlindFile;
import cn.qifeng.evaluation.blind.domain.BlindFiles;
import cn.qifeng.evaluation.blind.domain.BlindRefusal;
import cn.qifeng.evaluation.blind.domain.BlindRun;
import cn.qifeng.evaluation.blind.domain.BlindState;
import cn.qifeng.evaluation.panel.domain.BlindSetting;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.TradingCore.FileStream;
import cn.qifeng.kernel.ByteRange;
import cn.qifeng.kernel.Facts;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What came of the check of a session's blind files, and their canonical forms (查阅暗标规范化版本). */
@ApplicationScoped
public class ReadBlindFiles {

    private final BlindFiles files;
    private final BlindEntries entries;

    ReadBlindFiles(BlindFiles files, BlindEntries entries) {
        this.files = files;
        this.entries = entries;
    }

    /** Whether the technical files of a session are blind. */
    public static boolean isBlind(EvaluationSession session) {
        return BlindSetting.of(session.order().method()).isPresent();
    }

    /** How far the check is; empty before anybody noticed the session. */
    @Transactional
    public Optional<BlindRun> run(EvaluationSession session) {
        return files.find(session.id());
    }

    /** Refuses with {@link BlindRefusal#NOT_READY} while files of a blind session are still being checked. */
    @Transactional
    public void requireReady(EvaluationSession session) {
        var state = run(session).map(BlindRun::state).orElse(BlindState.WAITING);
        if (isBlind(session) && state != BlindState.DONE) {
            throw BlindRefusal.NOT_READY.with(
                    Facts.field("state", state, BlindState.DONE).map());
        }
    }

    /** The checked files by bid. */
    @Transactional
    public Map<String, BlindFile> all(EvaluationSession session) {
        return files.files(session.id());
    }

    /** The rules by which they were checked, as the entry has them. */
    @Transactional
    public JsonNode rules(EvaluationSession session) {
        requireReady(session);
        return BlindEntries.read(files.sealed(session.id()).orElseThrow()).path("rules");
    }

    /** Every technical sheet is revealed: what was sealed of the blind files is opened for everybody, once. */
    @Transactional
    public void open(EvaluationSession session) {
        files.sealed(session.id())
                .filter(it -> files.open(session.id()))
                .map(BlindEntries::read)
                .ifPresent(body -> entries.opened(session, body));
    }

    /**
     * The canonical form of a bid's file, or a part of it; refuses with {@link BlindRefusal#NOT_READY} and {@link
     * BlindRefusal#NO_FORM}.
     *
     * @param behindTheEnd what to throw when the part begins behind the end
     */
    @Transactional
    public FileStream form(
            EvaluationSession session,
            String bidId,
            Optional<ByteRange> part,
            Supplier<? extends RuntimeException> behindTheEnd) {
        requireReady(session);
        var file = files.files(session.id()).get(bidId);
        if (file == null || file.canonical().isEmpty()) {
            throw BlindRefusal.NO_FORM.with(Facts.of("files", "TECHNICAL").map());
        }
        long length = file.bytes();
        if (part.isPresent() && !part.get().beginsWithin(length)) {
            throw behindTheEnd.get();
        }
        var range = part.map(it -> it.within(length)).orElseGet(() -> new ByteRange(0, length - 1));
        return new FileStream(
                range.length(),
                part.map(it -> range.given(length)),
                files.read(session.id(), bidId, range.from(), range.to()));
    }
}
