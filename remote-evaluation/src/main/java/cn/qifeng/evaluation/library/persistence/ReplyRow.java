package cn.qifeng.evaluation.library.persistence;

import cn.qifeng.evaluation.library.domain.LibraryReply.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of a reply. */
@Entity
@Table(name = "expert_library_reply")
class ReplyRow {

    @Id
    String id;

    @Column(name = "session_id")
    String session;

    @Enumerated(EnumType.STRING)
    @Column(name = "reply_sort")
    Sort sort;

    @Column(name = "request_id")
    String request;

    @Column(name = "expert_code")
    String code;

    @Column(name = "body")
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String statement;

    @Column(name = "taken_at")
    Instant takenAt;

    boolean recorded;
}
