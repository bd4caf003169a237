package cn.qifeng.evaluation.site.persistence;

import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.site.domain.BookingState;
import cn.qifeng.evaluation.site.domain.Device;
import cn.qifeng.evaluation.site.domain.SeatBooking;
import cn.qifeng.evaluation.site.domain.SeatPlace;
import cn.qifeng.evaluation.site.domain.Span;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of a booking: what is searched in columns, the rest as JSON. */
@Entity
@Table(name = "seat_booking")
class BookingRow {

    @Id
    String id;

    @Column(name = "session_id")
    String session;

    String site;

    @Column(name = "begins_at")
    Instant beginsAt;

    @Column(name = "ends_at")
    Instant endsAt;

    @Enumerated(EnumType.STRING)
    BookingState state;

    @Column(name = "answer_until")
    Instant answerUntil;

    @Column(name = "made_at")
    Instant madeAt;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String body;

    @Version
    int version;

    /** What the body keeps. */
    record Body(Set<Device> devices, List<SeatPlace> seats, List<SeatBooking.Step> steps) {}

    void become(SeatBooking booking, Json json) {
        id = booking.id().toString();
        session = booking.session().toString();
        site = booking.site();
        beginsAt = booking.span().from();
        endsAt = booking.span().to();
        state = booking.state();
        answerUntil = booking.answerUntil();
        madeAt = booking.requestedAt();
        body = json.write(new Body(booking.devices(), booking.seats(), booking.steps()));
    }

    SeatBooking toDomain(Json json) {
        var kept = json.read(body, Body.class);
        return new SeatBooking(
                UUID.fromString(id),
                SessionId.of(session),
                site,
                new Span(beginsAt, endsAt),
                kept.devices,
                kept.seats,
                state,
                answerUntil,
                kept.steps);
    }
}
