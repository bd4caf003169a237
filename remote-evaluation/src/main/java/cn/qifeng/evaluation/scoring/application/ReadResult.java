package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.scoring.domain.EvaluationResult;
import cn.qifeng.evaluation.scoring.domain.Rejection;
import cn.qifeng.evaluation.scoring.domain.Rejections;
import cn.qifeng.evaluation.scoring.domain.Results;
import cn.qifeng.evaluation.scoring.domain.RevealedSheets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** What the review of a session came to, for the report and the views (查询评审结果). */
@ApplicationScoped
public class ReadResult {

    private final Results results;
    private final Rejections rejections;
    private final ReadSheets sheets;

    ReadResult(Results results, Rejections rejections, ReadSheets sheets) {
        this.results = results;
        this.rejections = rejections;
        this.sheets = sheets;
    }

    /** The result, once the review is concluded. */
    @Transactional
    public Optional<EvaluationResult> of(SessionId id) {
        return results.of(id.toString());
    }

    /** All proposals of rejection by number. */
    @Transactional
    public List<Rejection> rejections(SessionId id) {
        return rejections.of(id.toString());
    }

    /** The sheets on which the result rests, none where no bid was left to score; throws {@link IllegalStateException} while one is not revealed. */
    @Transactional
    public RevealedSheets sheets(EvaluationSession session) {
        return session.scored() ? sheets.of(session) : new RevealedSheets(List.of());
    }
}
