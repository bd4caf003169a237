package cn.qifeng.evaluation.notification.application;

import cn.qifeng.evaluation.notification.domain.Inbox;
import cn.qifeng.evaluation.notification.domain.InboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** A person's own messages (我的消息). */
@ApplicationScoped
public class OwnMessages {

    private static final int SHOWN = 20;

    private final Inbox inbox;

    OwnMessages(Inbox inbox) {
        this.inbox = inbox;
    }

    /** The newest messages of a person, the newest first. */
    @Transactional
    public List<InboxMessage> of(String person) {
        return inbox.of(person, SHOWN);
    }
}
