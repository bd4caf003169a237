package cn.qifeng.evaluation.notification.domain;

import java.util.List;

/** Messages kept on the platform (站内消息库). */
public interface Inbox {

    /** Keeps a message; one with an id that is known is kept once. */
    void keep(InboxMessage message);

    /** The newest messages of a person, the newest first. */
    List<InboxMessage> of(String person, int max);
}
