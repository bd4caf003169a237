package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.panel.application.EvaluationVoided;
import cn.qifeng.evaluation.panel.application.SessionConcluded;
import cn.qifeng.evaluation.scoring.domain.Rejections;
import cn.qifeng.evaluation.scoring.domain.Results;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Lays result and proposals of a void evaluation aside (作废评审留存); its sheets leave with their members. On what a signed
 * report rests stands, whatever becomes of its re-review.
 */
@ApplicationScoped
class VoidReview {

    private final Rejections rejections;
    private final Results results;

    VoidReview(Rejections rejections, Results results) {
        this.rejections = rejections;
        this.results = results;
    }

    void signed(@Observes SessionConcluded concluded) {
        rejections.reported(concluded.session().id().toString());
    }

    void on(@Observes EvaluationVoided voided) {
        var session = voided.session().toString();
        results.voided(session, voided.fault());
        rejections.layAside(session, voided.fault());
    }
}
