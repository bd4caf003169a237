package cn.qifeng.evaluation.site.persistence;

import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.site.domain.BookingState;
import cn.qifeng.evaluation.site.domain.SeatBooking;
import cn.qifeng.evaluation.site.domain.SeatBookings;
import cn.qifeng.evaluation.site.domain.SiteRefusal;
import cn.qifeng.evaluation.site.domain.Span;
import cn.qifeng.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Bookings in the database. That no seat is held twice is the key of {@code seat_slot}: one row a seat and half hour. */
@ApplicationScoped
class JpaSeatBookings implements SeatBookings {

    private static final String INTEGRITY = "23";

    private final EntityManager entities;
    private final Sql sql;
    private final Json json;

    JpaSeatBookings(EntityManager entities, Sql sql, Json json) {
        this.entities = entities;
        this.sql = sql;
        this.json = json;
    }

    @Override
    public void add(SeatBooking booking) {
        var row = new BookingRow();
        row.become(booking, json);
        entities.persist(row);
        entities.flush();
        try {
            sql.batch(
                    "insert into seat_slot (seat, half_hour, site, booking, cleaning) values (?, ?, ?, ?, ?)",
                    slots(booking));
        } catch (IllegalStateException failed) {
            if (failed.getCause() instanceof SQLException broken && ofKey(broken)) {
                throw SiteRefusal.SEAT_TAKEN.at("seats", booking.seats().size(), "seats that nobody has then");
            }
            throw failed;
        }
    }

    private static long halfHour(Instant begin) {
        return begin.getEpochSecond() / Span.SLOT.toSeconds();
    }

    private static boolean ofKey(SQLException broken) {
        return broken.getSQLState() != null && broken.getSQLState().startsWith(INTEGRITY);
    }

    private static List<Object[]> slots(SeatBooking booking) {
        var rows = new ArrayList<Object[]>();
        for (var seat : booking.seats()) {
            for (var slot : booking.span().slots()) {
                rows.add(new Object[] {seat.key(), halfHour(slot), booking.site(), booking.id(), 0});
            }
            rows.add(new Object[] {seat.key(), halfHour(booking.span().cleaning()), booking.site(), booking.id(), 1});
        }
        return rows;
    }

    @Override
    public void save(SeatBooking booking) {
        entities.find(BookingRow.class, booking.id().toString()).become(booking, json);
        entities.flush();
        if (!booking.state().holds() && booking.state() != BookingState.ENDED) {
            sql.update("delete from seat_slot where booking = ?", booking.id());
        }
    }

    @Override
    public Optional<SeatBooking> find(UUID id) {
        return Optional.ofNullable(entities.find(BookingRow.class, id.toString()))
                .map(row -> row.toDomain(json));
    }

    @Override
    public Optional<SeatBooking> lock(UUID id) {
        return Optional.ofNullable(entities.find(BookingRow.class, id.toString(), LockModeType.PESSIMISTIC_WRITE))
                .map(row -> row.toDomain(json));
    }

    @Override
    public List<SeatBooking> of(SessionId session) {
        return entities.createQuery("from BookingRow where session = :session order by madeAt, id", BookingRow.class)
                .setParameter("session", session.toString())
                .getResultStream()
                .map(row -> row.toDomain(json))
                .toList();
    }

    @Override
    public List<SeatBooking> between(Instant from, Instant to) {
        return entities.createQuery(
                        "from BookingRow where beginsAt < :ends and endsAt > :begins order by beginsAt, id",
                        BookingRow.class)
                .setParameter("begins", from)
                .setParameter("ends", to)
                .getResultStream()
                .map(row -> row.toDomain(json))
                .toList();
    }

    @Override
    public List<UUID> due(Instant now) {
        return entities.createQuery(
                        "select id from BookingRow where state = :asked and answerUntil <= :now"
                                + " or state in (:live) and endsAt <= :now order by id",
                        String.class)
                .setParameter("asked", BookingState.REQUESTED)
                .setParameter("live", List.of(BookingState.CONFIRMED, BookingState.ALLOTTED))
                .setParameter("now", now)
                .getResultStream()
                .map(UUID::fromString)
                .toList();
    }

    @Override
    public List<Slot> slots(String site, Instant from, Instant to) {
        return sql.list(
                row -> new Slot(
                        row.getString("seat"),
                        Instant.ofEpochSecond(row.getLong("half_hour") * Span.SLOT.toSeconds()),
                        Sql.uuid(row, "booking"),
                        row.getInt("cleaning") == 1),
                "select seat, half_hour, booking, cleaning from seat_slot"
                        + " where site = ? and half_hour >= ? and half_hour < ? order by seat, half_hour",
                site,
                halfHour(from),
                halfHour(to));
    }
}
