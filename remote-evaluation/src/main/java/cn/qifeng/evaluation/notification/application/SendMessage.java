package cn.qifeng.evaluation.notification.application;

import cn.qifeng.evaluation.notification.domain.Message;
import cn.qifeng.evaluation.notification.domain.Messenger;
import cn.qifeng.evaluation.notification.domain.Recipient;
import cn.qifeng.evaluation.notification.domain.Sending;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Comparator;
import java.util.List;

/** Sends a message by every channel that reaches the recipient (发送通知). Not to be called inside a transaction. */
@ApplicationScoped
public class SendMessage {

    private final Instance<Messenger> messengers;

    SendMessage(Instance<Messenger> messengers) {
        this.messengers = messengers;
    }

    /** What came of each channel, in the order of the channels; the message on the platform is always among them. */
    public List<Sending> to(Recipient recipient, Message message) {
        return messengers.stream()
                .sorted(Comparator.comparing(Messenger::channel))
                .filter(it -> it.reaches(recipient))
                .map(it -> it.send(recipient, message))
                .toList();
    }
}
