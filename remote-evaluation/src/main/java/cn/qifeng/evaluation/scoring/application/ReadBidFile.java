package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.panel.application.BidFiles;
import cn.qifeng.evaluation.panel.application.BidFiles.IndexLine;
import cn.qifeng.evaluation.panel.application.BidFiles.OpenedFile;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.Criterion;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.scoring.domain.ScoringRefusal;
import cn.qifeng.kernel.ByteRange;
import cn.qifeng.kernel.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
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

    /**
     * The first file in this role ({@code TECHNICAL}, {@code LETTER}, {@code PRICED_BILL}, …) or a part of it; the caller
     * closes it.
     */
    public OpenedFile read(SessionId id, String person, String label, String role, Optional<ByteRange> part) {
        var session = running.read(id);
        requireOpen(session, person, role);
        var bidId = bidId(session, person, label);
        var lot = session.order().lot();
        return part.map(it -> files.first(lot, bidId, role, it, () -> behindTheEnd(it)))
                .orElseGet(() -> files.first(lot, bidId, role))
                .orElseThrow(() -> ScoringRefusal.NO_SUCH_FILE.with(
                        Facts.of("role", role).and("label", label).map()));
    }

    /** On which pages the bid says that it answers each published item, of the files that are open in this stage. */
    public List<IndexLine> index(SessionId id, String person, String label) {
        var session = running.read(id);
        requireOpen(session, person, "TECHNICAL");
        var items = session.order().criteria().stream().map(Criterion::item).toList();
        return files.index(session.order().lot(), bidId(session, person, label)).stream()
                .filter(line -> items.contains(line.item()) && isOpen(session, line.role()))
                .toList();
    }

    private static RuntimeException behindTheEnd(ByteRange part) {
        return ScoringRefusal.NO_SUCH_RANGE.with(
                Facts.field("Range", part.asked(), "bytes of the file").map());
    }

    private static boolean isOpen(EvaluationSession session, String role) {
        return session.stage().isFrom(Stage.REVIEWING)
                || session.stage().isFrom(Stage.SCORING) && TECHNICAL_PART.contains(role);
    }

    private static void requireOpen(EvaluationSession session, String person, String role) {
        RunningSessions.seated(session, person);
        if (!isOpen(session, role)) {
            throw ScoringRefusal.FILE_NOT_OPEN.with(Facts.field("stage", session.stage(), Stage.REVIEWING)
                    .and("role", role)
                    .map());
        }
    }

    private static String bidId(EvaluationSession session, String person, String label) {
        var seat = RunningSessions.seated(session, person);
        return ScoringRules.labels(session, seat)
                .bid(label)
                .orElseThrow(() ->
                        ScoringRefusal.NO_SUCH_BID.with(Facts.of("label", label).map()));
    }
}
