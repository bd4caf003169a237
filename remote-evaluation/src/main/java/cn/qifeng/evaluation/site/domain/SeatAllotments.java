package cn.qifeng.evaluation.site.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port to the allotments (派席库). */
public interface SeatAllotments {

    /** The newest allotment of a session. */
    Optional<SeatAllotment> of(SessionId session);

    /** One allotment, locked until the transaction ends. */
    Optional<SeatAllotment> lock(UUID draw);

    /** Allotments whose session may still go on. */
    List<SeatAllotment> open();

    /** Stores a new one or what became of one. */
    void save(SeatAllotment allotment);

    /** Nothing more will become of it. */
    void close(UUID draw);
}
