package cn.qifeng.evaluation.fault.application;

import cn.qifeng.evaluation.notification.application.TellStaff;
import cn.qifeng.evaluation.notification.application.TellStaff.News;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Tells the members of a dissolved panel that it is over for them, and that they keep silence (解散告知与保密提醒). */
@ApplicationScoped
class TellDissolved {

    private static final String TEXT = "因远程评标故障未能在规定时限内排除，原评标委员会解散，由重新组建的评标委员会评标。您对已知悉的评标情况负有保密义务（招标投标法第四十四条）。";

    private final TellStaff tell;

    TellDissolved(TellStaff tell) {
        this.tell = tell;
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) PanelDissolved dissolved) {
        var key = "fault-" + dissolved.session() + "-" + dissolved.fault();
        tell.people(new News(key, "评标委员会解散", TEXT, "/tasks"), dissolved.persons());
    }
}
