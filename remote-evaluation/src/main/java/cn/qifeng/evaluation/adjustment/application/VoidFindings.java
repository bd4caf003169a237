package cn.qifeng.evaluation.adjustment.application;

import cn.qifeng.evaluation.adjustment.domain.AdjustmentFindings;
import cn.qifeng.evaluation.panel.application.EvaluationVoided;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Lays findings of a void evaluation aside (认定随评审作废); those of the report before a re-review stand. */
@ApplicationScoped
class VoidFindings {

    private final AdjustmentFindings findings;

    VoidFindings(AdjustmentFindings findings) {
        this.findings = findings;
    }

    void on(@Observes EvaluationVoided voided) {
        if (!voided.rework()) {
            findings.layAside(voided.session().toString(), voided.fault());
        }
    }
}
