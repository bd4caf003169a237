package cn.qifeng.evaluation.site.web;

import cn.qifeng.evaluation.site.application.BookingLine;
import cn.qifeng.evaluation.site.domain.BookingState;
import cn.qifeng.evaluation.site.domain.Device;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A booking as the wire has it; session and name are empty before a sub-site. */
record BookingBody(
        UUID id,
        String site,
        String siteName,
        Instant from,
        Instant to,
        Set<Device> devices,
        List<Place> seats,
        BookingState state,
        Instant answerUntil,
        boolean mine,
        List<StepBody> steps,
        String session,
        String name) {

    static BookingBody of(BookingLine line) {
        var booking = line.booking();
        return new BookingBody(
                booking.id(),
                booking.site(),
                line.site().name(),
                booking.span().from(),
                booking.span().to(),
                booking.devices(),
                booking.seats().stream()
                        .map(it -> new Place(it.room(), it.seat()))
                        .toList(),
                booking.state(),
                booking.answerUntil(),
                line.mine(),
                booking.steps().stream()
                        .map(it -> new StepBody(it.at(), it.state(), it.reason()))
                        .toList(),
                line.session(),
                line.name());
    }

    /** A seat of the site. */
    record Place(String room, String seat) {}

    /** What became of it, when and why. */
    record StepBody(Instant at, BookingState state, String reason) {}
}
