package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.rework.application.ReadReworks;
import cn.qifeng.evaluation.rework.application.ReworkBegun;
import cn.qifeng.evaluation.rework.domain.Rework;
import cn.qifeng.evaluation.scoring.domain.EvaluationResult;
import cn.qifeng.evaluation.scoring.domain.Results;
import cn.qifeng.evaluation.scoring.domain.RevealedSheets;
import cn.qifeng.evaluation.scoring.domain.ReviewComparison;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Lays a result aside when it is reviewed once more, and compares it with what came of that (复评前后对照). */
@ApplicationScoped
public class CompareReviews {

    private final ReadReworks reworks;
    private final Results results;
    private final ReadSheets sheets;

    CompareReviews(ReadReworks reworks, Results results, ReadSheets sheets) {
        this.reworks = reworks;
        this.results = results;
        this.sheets = sheets;
    }

    void on(@Observes ReworkBegun begun) {
        results.layAside(begun.session().toString(), begun.number());
    }

    /** What a re-review changed; empty until its own review is concluded. */
    @Transactional
    public Optional<ReviewComparison> of(EvaluationSession session, Rework rework) {
        var id = session.id().toString();
        var next = reworks.of(session.id()).stream()
                .filter(it -> it.number() > rework.number())
                .findFirst();
        var result = next.isPresent() ? results.former(id, next.get().number()) : results.of(id);
        int round = next.map(Rework::baseline).orElse(session.round());
        return result.map(it -> compare(session, rework, it, sheets.at(session, round)));
    }

    private ReviewComparison compare(
            EvaluationSession session, Rework rework, EvaluationResult result, RevealedSheets now) {
        return ReviewComparison.of(
                sheets.at(session, rework.baseline()),
                now,
                ScoringRules.items(session),
                ScoringRules.bidIds(session),
                results.former(session.id().toString(), rework.number()).orElseThrow(),
                result);
    }
}
