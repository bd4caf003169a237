package cn.qifeng.evaluation.library.persistence;

import cn.qifeng.evaluation.library.domain.LibraryReply.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Row of how the library answers for an evaluation. */
@Entity
@Table(name = "expert_library_line")
class LineRow {

    @Id
    @Column(name = "session_id")
    String session;

    String fault;

    @Enumerated(EnumType.STRING)
    @Column(name = "asked_sort")
    Sort sort;

    int failures;

    @Column(name = "failing_since")
    Instant since;

    @Column(name = "next_at")
    Instant nextAt;
}
