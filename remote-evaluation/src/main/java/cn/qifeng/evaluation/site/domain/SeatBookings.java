package cn.qifeng.evaluation.site.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port to the bookings and to the slots that they hold (预定库). */
public interface SeatBookings {

    /** A slot of half an hour in which a seat is held (占用时段); {@code cleaning} for the one behind a booking. */
    record Slot(String seat, Instant at, UUID booking, boolean cleaning) {}

    /** A new booking; takes its slots. Refuses with {@link SiteRefusal#SEAT_TAKEN} when one of them is another's. */
    void add(SeatBooking booking);

    /** What became of a booking; gives its slots back when it no longer holds them. */
    void save(SeatBooking booking);

    /** One booking. */
    Optional<SeatBooking> find(UUID id);

    /** One booking, locked until the transaction ends. */
    Optional<SeatBooking> lock(UUID id);

    /** Bookings of a session, in the order of their requests. */
    List<SeatBooking> of(SessionId session);

    /** Bookings whose time touches these days, by beginning. */
    List<SeatBooking> between(Instant from, Instant to);

    /** Ids of bookings whose time limit or whose time is over. */
    List<UUID> due(Instant now);

    /** Slots of a site's seats that begin within a time. */
    List<Slot> slots(String site, Instant from, Instant to);
}
