package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SheetKind;
import cn.qifeng.evaluation.rework.application.ReadReworks;
import cn.qifeng.evaluation.rework.domain.Rework;
import cn.qifeng.evaluation.scoring.domain.Labels;
import cn.qifeng.evaluation.scoring.domain.ReasonRule;
import cn.qifeng.evaluation.scoring.domain.Sheets;
import cn.qifeng.evaluation.scoring.domain.StoredSheet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who handed in and who revealed, never what (评分进度); and a member's own labels. */
@ApplicationScoped
public class ReadProgress {

    private final Sheets sheets;
    private final ReadSheets readSheets;
    private final ReadReworks reworks;
    private final ReworkScope scope;

    ReadProgress(Sheets sheets, ReadSheets readSheets, ReadReworks reworks, ReworkScope scope) {
        this.sheets = sheets;
        this.readSheets = readSheets;
        this.reworks = reworks;
        this.scope = scope;
    }

    /** Whether revealed, by certificate id of those who committed in the current round. */
    @Transactional
    public Map<String, Boolean> revealedByMember(EvaluationSession session) {
        return sheets.of(session.id().toString(), session.round()).stream()
                .collect(Collectors.toMap(StoredSheet::member, StoredSheet::revealed));
    }

    /** Why all score once more; nothing in the first round, of the evaluation or of a re-review. */
    @Transactional
    public Optional<Repair> repair(EvaluationSession session, Seat seat) {
        int baseline = reworks.running(session.id()).map(Rework::baseline).orElse(0);
        var screening = session.screening();
        boolean behindSheets = session.order().screenedBehind() && !screening.closed();
        boolean begins =
                session.round() == screening.first() || !behindSheets && session.round() - 1 == screening.round();
        if (session.sheets() == SheetKind.SCREENING || begins || session.round() <= baseline + 1) {
            return Optional.empty();
        }
        var before = readSheets.before(session);
        if (before.sheets().isEmpty()) {
            return Optional.empty();
        }
        var labels = ScoringRules.labels(session, seat);
        var items = ScoringRules.items(session);
        var bidIds = ScoringRules.bidIds(session);
        var differing = before.objectiveDifferences(items, bidIds).stream()
                .map(place -> new Repair.Place(
                        labels.of(place.substring(0, place.indexOf('/'))), place.substring(place.indexOf('/') + 1)))
                .toList();
        var outliers = ScoringRules.outliers(session, before).stream()
                .filter(it -> it.member().equals(seat.member()))
                .map(it -> labels.of(it.bidId()))
                .toList();
        return Optional.of(new Repair(differing, outliers));
    }

    /** Whether the sheets of this round are written once more. */
    public boolean again(EvaluationSession session) {
        return ScoringRules.again(session);
    }

    /** What a member works on while a re-review runs. */
    @Transactional
    public Optional<OwnRework> rework(EvaluationSession session, Seat seat) {
        return reworks.running(session.id()).map(it -> new OwnRework(it, scope.former(session, seat, it)));
    }

    /** When a member owes a reason for its points. */
    public ReasonRule reasons(EvaluationSession session) {
        return ScoringRules.reasons(session);
    }

    /** The labels under which this member sees the bids. */
    public Labels labels(EvaluationSession session, Seat seat) {
        return ScoringRules.labels(session, seat);
    }
}
