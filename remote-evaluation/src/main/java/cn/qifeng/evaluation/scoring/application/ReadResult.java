package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.scoring.domain.EvaluationResult;
import cn.qifeng.evaluation.scoring.domain.Rejection;
import cn.qifeng.evaluation.scoring.domain.Rejections;
import cn.qifeng.evaluation.scoring.domain.Results;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** What the review of a session came to, for the report and the views (查询评审结果). */
@ApplicationScoped
public class ReadResult {

    private final Results results;
    private final Rejections rejections;

    ReadResult(Results results, Rejections rejections) {
        this.results = results;
        this.rejections = rejections;
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
}
