package cn.qifeng.evaluation.worktime.application;

import cn.qifeng.evaluation.panel.application.PanelComplete;
import cn.qifeng.evaluation.worktime.domain.EvaluationTimes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.temporal.ChronoUnit;

/** Notes when the time of a panel begins (评标时间起算): when it is complete, and anew when it is complete again. */
@ApplicationScoped
class BeginTime {

    private final EvaluationTimes times;

    BeginTime(EvaluationTimes times) {
        this.times = times;
    }

    void complete(@Observes PanelComplete panel) {
        var session = panel.session().toString();
        times.save(session, times.of(session).begun(panel.at().truncatedTo(ChronoUnit.MILLIS)));
    }
}
