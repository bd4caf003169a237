package cn.qifeng.evaluation.clarification.application;

import cn.qifeng.evaluation.clarification.domain.Clarifications;
import cn.qifeng.evaluation.panel.application.EvaluationVoided;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Questions of a void evaluation are void with it (澄清随评审作废); those of the report before a re-review stand. */
@ApplicationScoped
class VoidClarifications {

    private final Clarifications clarifications;

    VoidClarifications(Clarifications clarifications) {
        this.clarifications = clarifications;
    }

    void on(@Observes EvaluationVoided voided) {
        if (!voided.rework()) {
            clarifications.voided(voided.session().toString(), voided.fault());
        }
    }
}
