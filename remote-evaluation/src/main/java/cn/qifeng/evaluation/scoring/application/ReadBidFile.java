package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.panel.application.BidFiles;
import cn.qifeng.evaluation.panel.application.BidFiles.OpenedFile;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.scoring.domain.ScoringRefusal;
import cn.qifeng.kernel.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** A member reads an opened file of a bid under its label (查阅投标文件); the price part stays shut while scoring. */
@ApplicationScoped
public class ReadBidFile {

    private static final Set<String> TECHNICAL_PART = Set.of("TECHNICAL", "OTHER");

    private final RunningSessions running;
    private final BidFiles files;

    ReadBidFile(RunningSessions running, BidFiles files) {
        this.running = running;
        this.files = files;
    }

    /** The first file in this role ({@code TECHNICAL}, {@code LETTER}, {@code PRICED_BILL}, …); the caller closes it. */
    public OpenedFile read(SessionId id, String person, String label, String role) {
        var session = running.read(id);
        var bidId = bidId(session, person, label, role);
        return files.first(session.order().lot(), bidId, role)
                .orElseThrow(() -> ScoringRefusal.NO_SUCH_FILE.with(
                        Facts.of("role", role).and("label", label).map()));
    }

    private static String bidId(EvaluationSession session, String person, String label, String role) {
        var seat = RunningSessions.seated(session, person);
        boolean open = session.stage().isFrom(Stage.REVIEWING)
                || session.stage().isFrom(Stage.SCORING) && TECHNICAL_PART.contains(role);
        if (!open) {
            throw ScoringRefusal.FILE_NOT_OPEN.with(Facts.field("stage", session.stage(), Stage.REVIEWING)
                    .and("role", role)
                    .map());
        }
        return ScoringRules.labels(session, seat)
                .bid(label)
                .orElseThrow(() ->
                        ScoringRefusal.NO_SUCH_BID.with(Facts.of("label", label).map()));
    }
}
