package cn.qifeng.evaluation.fault.application;

import cn.qifeng.evaluation.notification.application.SendMessage;
import cn.qifeng.evaluation.notification.domain.Message;
import cn.qifeng.evaluation.notification.domain.Recipient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import org.jboss.logging.Logger;

/** Tells the members of a dissolved panel that it is over for them, and that they keep silence (解散告知与保密提醒). */
@ApplicationScoped
class TellDissolved {

    private static final Logger LOG = Logger.getLogger(TellDissolved.class);
    private static final String TEXT = "因远程评标故障未能在规定时限内排除，本次评标已延期，原评标委员会解散。您对已知悉的评标情况负有保密义务（招标投标法第四十四条）。";

    private final SendMessage send;

    TellDissolved(SendMessage send) {
        this.send = send;
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) PanelDissolved dissolved) {
        for (String person : dissolved.persons()) {
            var id = "fault-" + dissolved.session() + "-" + dissolved.fault();
            try {
                send.to(new Recipient(person, "", ""), new Message(id, "评标委员会解散", TEXT, "/tasks"));
            } catch (RuntimeException e) {
                LOG.warnf("a member of dissolved session %s was not told: %s", dissolved.session(), e.getMessage());
            }
        }
    }
}
