package cn.qifeng.evaluation.panel.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Row of a look at names. */
@Entity
@Table(name = "name_look")
class LookRow {

    @Id
    String id;

    @Column(name = "session_id")
    String session;

    @Column(name = "made_by")
    String by;

    @Column(name = "made_as")
    String role;

    String reason;

    @Column(name = "names_seen")
    int seen;

    @Column(name = "made_at")
    Instant at;
}
