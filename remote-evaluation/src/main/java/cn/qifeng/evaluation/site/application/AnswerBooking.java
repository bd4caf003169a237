package cn.qifeng.evaluation.site.application;

import cn.qifeng.evaluation.site.domain.BookingState;
import cn.qifeng.evaluation.site.domain.SeatAllotments;
import cn.qifeng.evaluation.site.domain.SeatBooking;
import cn.qifeng.evaluation.site.domain.SeatBookings;
import cn.qifeng.evaluation.site.domain.SiteRefusal;
import cn.qifeng.evaluation.site.domain.Sites;
import cn.qifeng.kit.clock.LegalClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What a site and the main site say to a booking (预定确认、谢绝与取消). */
@ApplicationScoped
public class AnswerBooking {

    private final Sites sites;
    private final SeatBookings bookings;
    private final SeatAllotments allotments;
    private final LegalClock clock;

    AnswerBooking(Sites sites, SeatBookings bookings, SeatAllotments allotments, LegalClock clock) {
        this.sites = sites;
        this.bookings = bookings;
        this.allotments = allotments;
        this.clock = clock;
    }

    /** The site confirms within its time limit. */
    @Transactional
    public SeatBooking confirm(UUID id, SiteReader by) {
        return answer(id, by, it -> it.confirm(clock.now(), by.person()));
    }

    /** The site refuses, with a reason, within its time limit. */
    @Transactional
    public SeatBooking refuse(UUID id, String reason, SiteReader by) {
        return answer(id, by, it -> it.refuse(reason, clock.now(), by.person()));
    }

    /** The main site calls a booking off, with a reason; behind the draw all that were drawn from go with it. */
    @Transactional
    public SeatBooking cancel(UUID id, String reason, String by) {
        var booking = SiteLookup.lock(bookings, id);
        var now = clock.now();
        if (booking.state() == BookingState.ALLOTTED) {
            bookings.of(booking.session()).stream()
                    .filter(it ->
                            it.state() == BookingState.ALLOTTED && !it.id().equals(id))
                    .forEach(it -> change(SiteLookup.lock(bookings, it.id()), other -> other.cancel(reason, now, by)));
            allotments.of(booking.session()).ifPresent(it -> allotments.close(it.draw()));
        }
        return change(booking, it -> it.cancel(reason, now, by));
    }

    /** Ends what is due: a time limit or a booked time that is over. Does nothing when it is not, or no longer. */
    @Transactional
    public void endIfDue(UUID id) {
        var booking = SiteLookup.lock(bookings, id);
        var now = clock.now();
        if (booking.state().live() && !now.isBefore(booking.span().to())) {
            change(booking, it -> it.end(now));
        } else if (booking.state().holds() && !booking.state().live() && !now.isBefore(booking.answerUntil())) {
            change(booking, it -> it.expire(now));
        }
    }

    private SeatBooking answer(UUID id, SiteReader by, UnaryOperator<SeatBooking> move) {
        var booking = SiteLookup.lock(bookings, id);
        var site = SiteLookup.find(sites, booking.site());
        if (!by.answersFor(site)) {
            throw SiteRefusal.NOT_YOURS.at("site", site.code(), "a site of " + by.operator());
        }
        return change(booking, move);
    }

    private SeatBooking change(SeatBooking booking, UnaryOperator<SeatBooking> move) {
        var changed = move.apply(booking);
        bookings.save(changed);
        return changed;
    }
}
