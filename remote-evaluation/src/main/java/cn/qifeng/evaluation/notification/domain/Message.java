package cn.qifeng.evaluation.notification.domain;

import java.util.Objects;

/**
 * A message (消息) to one person.
 *
 * @param id makes a repeated delivery recognisable
 * @param link route of the page where the person acts
 */
public record Message(String id, String subject, String text, String link) {
    public Message {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(link, "link");
    }
}
