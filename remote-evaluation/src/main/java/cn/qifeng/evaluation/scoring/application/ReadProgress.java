package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.scoring.domain.Labels;
import cn.qifeng.evaluation.scoring.domain.Sheets;
import cn.qifeng.evaluation.scoring.domain.StoredSheet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.stream.Collectors;

/** Who handed in and who revealed, never what (评分进度); and a member's own labels. */
@ApplicationScoped
public class ReadProgress {

    private final Sheets sheets;

    ReadProgress(Sheets sheets) {
        this.sheets = sheets;
    }

    /** Whether revealed, by certificate id of those who committed in the current round. */
    @Transactional
    public Map<String, Boolean> revealedByMember(EvaluationSession session) {
        return sheets.of(session.id().toString(), session.round()).stream()
                .collect(Collectors.toMap(StoredSheet::member, StoredSheet::revealed));
    }

    /** The labels under which this member sees the bids. */
    public Labels labels(EvaluationSession session, Seat seat) {
        return ScoringRules.labels(session, seat);
    }
}
