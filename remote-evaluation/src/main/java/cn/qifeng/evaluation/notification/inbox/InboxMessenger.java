package cn.qifeng.evaluation.notification.inbox;

import cn.qifeng.evaluation.notification.domain.Channel;
import cn.qifeng.evaluation.notification.domain.Inbox;
import cn.qifeng.evaluation.notification.domain.InboxMessage;
import cn.qifeng.evaluation.notification.domain.Message;
import cn.qifeng.evaluation.notification.domain.Messenger;
import cn.qifeng.evaluation.notification.domain.Recipient;
import cn.qifeng.evaluation.notification.domain.Sending;
import cn.qifeng.kit.clock.LegalClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the message on the platform, where the person finds it at the next log in. */
@ApplicationScoped
class InboxMessenger implements Messenger {

    private final Inbox inbox;
    private final LegalClock clock;

    InboxMessenger(Inbox inbox, LegalClock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.IN_APP;
    }

    @Override
    public boolean reaches(Recipient recipient) {
        return true;
    }

    @Override
    public Sending send(Recipient recipient, Message message) {
        var kept = new InboxMessage(recipient.person(), message, clock.now());
        QuarkusTransaction.requiringNew().run(() -> inbox.keep(kept));
        return new Sending(Channel.IN_APP, true, "");
    }
}
