package cn.qifeng.evaluation.site.persistence;

import cn.qifeng.evaluation.site.domain.SeatAllotment;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of an allotment. */
@Entity
@Table(name = "seat_allotment")
class AllotmentRow {

    @Id
    @Column(name = "draw_id")
    String draw;

    @Column(name = "session_id")
    String session;

    @Column(name = "made_at")
    Instant madeAt;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String body;

    /** 1 while its session may go on. */
    @Column(name = "may_change")
    int mayChange;

    @Version
    int version;

    void become(SeatAllotment allotment, Json json) {
        draw = allotment.draw().toString();
        session = allotment.session().toString();
        body = json.write(allotment);
    }

    SeatAllotment toDomain(Json json) {
        return json.read(body, SeatAllotment.class);
    }
}
