package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.blind.application.ReadBlindFiles;
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
import java.util.stream.Stream;

/**
 * A member reads an opened file of a bid under its label (查阅投标文件); the price part, the letter in it, stays shut while
 * scoring, and while judging where no item is about the price. Of a blind file it sees the canonical form alone until every technical sheet is revealed, and
 * nothing else of the bid.
 */
@ApplicationScoped
public class ReadBidFile {

    private static final String TECHNICAL = "TECHNICAL";
    private static final Set<String> TECHNICAL_PART = Set.of(TECHNICAL, "OTHER", "BLIND");

    /** The canonical form of a blind file, which stays open beside the original. */
    private static final String BLIND = "BLIND";

    private static final String PDF = "application/pdf";

    private final RunningSessions running;
    private final BidFiles files;
    private final ReadBlindFiles blindFiles;

    ReadBidFile(RunningSessions running, BidFiles files, ReadBlindFiles blindFiles) {
        this.running = running;
        this.files = files;
        this.blindFiles = blindFiles;
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
        if (ReadBlindFiles.isBlind(session) && (role.equals(BLIND) || !session.identitiesOpen())) {
            return new OpenedFile(PDF, blindFiles.form(session, bidId, part, () -> behindTheEnd(part.orElseThrow())));
        }
        return part.map(it -> files.first(lot, bidId, role, it, () -> behindTheEnd(it)))
                .orElseGet(() -> files.first(lot, bidId, role))
                .orElseThrow(() -> ScoringRefusal.NO_SUCH_FILE.with(
                        Facts.of("role", role).and("label", label).map()));
    }

    /** On which pages the bid says that it answers each published item, of the files that are open in this stage. */
    public List<IndexLine> index(SessionId id, String person, String label) {
        var session = running.read(id);
        requireOpen(session, person, TECHNICAL);
        var items = Stream.concat(
                        session.order().criteria().stream().map(Criterion::item),
                        ScoringRules.reviewItems(session).stream())
                .toList();
        return files.index(session.order().lot(), bidId(session, person, label)).stream()
                .filter(line -> items.contains(line.item()) && isOpen(session, line.role()))
                .toList();
    }

    private static RuntimeException behindTheEnd(ByteRange part) {
        return ScoringRefusal.NO_SUCH_RANGE.with(
                Facts.field("Range", part.asked(), "bytes of the file").map());
    }

    private static boolean isOpen(EvaluationSession session, String role) {
        if (!isShut(session)) {
            return true;
        }
        boolean open = ReadBlindFiles.isBlind(session) && !session.identitiesOpen()
                ? role.equals(TECHNICAL) || role.equals(BLIND)
                : TECHNICAL_PART.contains(role);
        return open && session.stage().isFrom(Stage.SCORING);
    }

    /** Whether prices are still unknown to the panel. */
    private static boolean isShut(EvaluationSession session) {
        return !session.pricesOpen();
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
