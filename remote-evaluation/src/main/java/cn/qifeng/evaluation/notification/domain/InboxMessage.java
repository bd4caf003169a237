package cn.qifeng.evaluation.notification.domain;

import java.time.Instant;
import java.util.Objects;

/** A message kept on the platform for one person (站内消息). */
public record InboxMessage(String person, Message message, Instant at) {
    public InboxMessage {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(at, "at");
    }
}
