package cn.qifeng.evaluation.site.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Booking of seats (席位预定) at one site by the main site, for one evaluation session.
 *
 * @param session whose evaluation it is; no site learns it
 * @param seats no two of them adjacent
 * @param answerUntil end of the site's time limit
 * @param steps what became of it, in order
 */
public record SeatBooking(
        UUID id,
        SessionId session,
        String site,
        Span span,
        Set<Device> devices,
        List<SeatPlace> seats,
        BookingState state,
        Instant answerUntil,
        List<Step> steps) {

    public SeatBooking {
        devices = Set.copyOf(devices);
        seats = List.copyOf(seats);
        steps = List.copyOf(steps);
    }

    /** One step of a booking (预定经过): when, to which state, by whom (id of a person, or empty), and why. */
    public record Step(Instant at, BookingState state, String by, String reason) {}

    /** A new one. */
    public static SeatBooking request(
            UUID id,
            SessionId session,
            Span span,
            Set<Device> devices,
            List<SeatPlace> seats,
            Instant answerUntil,
            Instant now,
            String by) {
        var asked = new Step(now, BookingState.REQUESTED, by, "");
        var site = seats.get(0).site();
        return new SeatBooking(
                id, session, site, span, devices, seats, BookingState.REQUESTED, answerUntil, List.of(asked));
    }

    /** The site confirms; refuses when its time limit is over. */
    public SeatBooking confirm(Instant now, String by) {
        requireInTime(now);
        return moveTo(BookingState.CONFIRMED, now, by, "");
    }

    /** The site refuses, with a reason, within its time limit. */
    public SeatBooking refuse(String reason, Instant now, String by) {
        requireInTime(now);
        return moveTo(BookingState.REFUSED, now, by, written(reason));
    }

    /** The time limit passed without an answer; refuses before that. */
    public SeatBooking expire(Instant now) {
        if (state == BookingState.REQUESTED && now.isBefore(answerUntil)) {
            throw SiteRefusal.NOT_DUE.at("answerUntil", now, answerUntil);
        }
        return moveTo(BookingState.EXPIRED, now, "", "");
    }

    /** Called off, with a reason, before its time is over. */
    public SeatBooking cancel(String reason, Instant now, String by) {
        return moveTo(BookingState.CANCELLED, now, by, written(reason));
    }

    /** Its seats go into the draw. */
    public SeatBooking allot(Instant now, String by) {
        return moveTo(BookingState.ALLOTTED, now, by, "");
    }

    /** Its time is over; refuses before that. */
    public SeatBooking end(Instant now) {
        if (now.isBefore(span.to())) {
            throw SiteRefusal.NOT_DUE.at("span.to", now, span.to());
        }
        return moveTo(BookingState.ENDED, now, "", "");
    }

    /** When it was asked for. */
    public Instant requestedAt() {
        return steps.get(0).at();
    }

    private void requireInTime(Instant now) {
        if (state == BookingState.REQUESTED && !now.isBefore(answerUntil)) {
            throw SiteRefusal.ANSWER_OVER.at("answerUntil", now, answerUntil);
        }
    }

    private SeatBooking moveTo(BookingState next, Instant now, String by, String reason) {
        if (!state.leadsTo(next)) {
            throw SiteRefusal.BOOKING_STATE.at("state", state, "one that leads to " + next);
        }
        var all = new ArrayList<>(steps);
        all.add(new Step(now, next, by, reason));
        return new SeatBooking(id, session, site, span, devices, seats, next, answerUntil, all);
    }

    private static String written(String reason) {
        if (reason == null || reason.isBlank()) {
            throw SiteRefusal.REASON_NEEDED.at("reason", reason, "a reason");
        }
        return reason.strip();
    }
}
