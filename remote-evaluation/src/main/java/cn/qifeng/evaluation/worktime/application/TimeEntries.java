package cn.qifeng.evaluation.worktime.application;

import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.kit.evidence.Evidence;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.Statement;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes the entries of the evaluation time (docs/evidence.md section 9). */
@ApplicationScoped
class TimeEntries {

    private final Evidence evidence;

    TimeEntries(Evidence evidence) {
        this.evidence = evidence;
    }

    void asked(EvaluationSession session, Statement request) {
        record(session, "evaluation/more-time-asked", request);
    }

    void set(EvaluationSession session, Statement end) {
        record(session, "evaluation/time-set", end);
    }

    private void record(EvaluationSession session, String type, Statement statement) {
        var body = CanonicalJson.object();
        body.set("statement", statement.toJson());
        evidence.record(session.order().tender(), type, body);
    }
}
