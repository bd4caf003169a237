package cn.qifeng.evaluation.blind.application;

import cn.qifeng.evaluation.blind.domain.BlindFile;
import cn.qifeng.evaluation.blind.domain.BlindRefusal;
import cn.qifeng.evaluation.blind.domain.BlindRun;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.BlindSetting;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.kernel.Facts;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;

/**
 * What members of the panel and supervisors see of the check (暗标疑似标记清单). Marks can name a bidder, so they are shown
 * from {@code REVIEWING} on, when every technical sheet is revealed; before, only how far the check is.
 */
@ApplicationScoped
public class ShowBlindFiles {

    private final RunningSessions running;
    private final ReadBlindFiles files;

    ShowBlindFiles(RunningSessions running, ReadBlindFiles files) {
        this.running = running;
        this.files = files;
    }

    /**
     * A session and its check.
     *
     * @param files by bid; empty while marks are not shown
     */
    public record Shown(
            EvaluationSession session, BlindSetting setting, Optional<BlindRun> run, Map<String, BlindFile> files) {}

    /** The check of a session; refuses strangers, and with {@link BlindRefusal#NOT_BLIND}. */
    @Transactional
    public Shown view(SessionId id, String person, boolean supervises) {
        var session = session(id, person, supervises);
        var setting = BlindSetting.of(session.order().method())
                .orElseThrow(() ->
                        BlindRefusal.NOT_BLIND.with(Facts.of("session", id).map()));
        boolean open = session.stage().isFrom(Stage.REVIEWING);
        return new Shown(session, setting, files.run(session), open ? files.all(session) : Map.of());
    }

    /** The check of one bid's file with its marks; refuses also with {@link BlindRefusal#NOT_OPEN}. */
    @Transactional
    public BlindFile file(SessionId id, String person, boolean supervises, String bidId) {
        var shown = open(id, person, supervises);
        return Optional.ofNullable(shown.files().get(bidId))
                .orElseThrow(() ->
                        BlindRefusal.NO_SUCH_BID.with(Facts.of("bid", bidId).map()));
    }

    /** The rules by which the files were checked, for whoever computes it again. */
    @Transactional
    public JsonNode rules(SessionId id, String person, boolean supervises) {
        return files.rules(open(id, person, supervises).session());
    }

    private Shown open(SessionId id, String person, boolean supervises) {
        var stage = session(id, person, supervises).stage();
        if (!stage.isFrom(Stage.REVIEWING)) {
            throw BlindRefusal.NOT_OPEN.with(
                    Facts.field("stage", stage, Stage.REVIEWING).map());
        }
        return view(id, person, supervises);
    }

    private EvaluationSession session(SessionId id, String person, boolean supervises) {
        var session = running.read(id);
        if (!supervises) {
            RunningSessions.seated(session, person);
        }
        return session;
    }
}
