package cn.qifeng.evaluation.notification.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Row of a kept message. */
@Entity
@Table(name = "inbox_message")
class InboxRow {

    @Id
    String id;

    String person;

    String subject;

    @Column(name = "words")
    String text;

    String link;

    @Column(name = "made_at")
    Instant at;
}
