package cn.qifeng.evaluation.site.application;

import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SeatState;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.site.application.SiteDay.Occupied;
import cn.qifeng.evaluation.site.domain.BookingState;
import cn.qifeng.evaluation.site.domain.SeatAllotment;
import cn.qifeng.evaluation.site.domain.SeatAllotments;
import cn.qifeng.evaluation.site.domain.SeatBooking;
import cn.qifeng.evaluation.site.domain.SeatBookings;
import cn.qifeng.evaluation.site.domain.SeatBookings.Slot;
import cn.qifeng.evaluation.site.domain.SeatPlace;
import cn.qifeng.evaluation.site.domain.Site;
import cn.qifeng.evaluation.site.domain.SiteRefusal;
import cn.qifeng.evaluation.site.domain.Sites;
import cn.qifeng.evaluation.site.domain.Span;
import cn.qifeng.evaluation.site.domain.VenueSeatState;
import cn.qifeng.kernel.DeadlineCalculator;
import cn.qifeng.kernel.WorkingCalendar;
import cn.qifeng.kit.clock.LegalClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Shows sites, and what is held there (席位目录与日图). */
@ApplicationScoped
public class ReadSites {

    private static final Set<SeatState> HERE = Set.of(SeatState.CHECKED_IN, SeatState.SEATED);

    private final Sites sites;
    private final SeatBookings bookings;
    private final SeatAllotments allotments;
    private final RunningSessions running;
    private final LegalClock clock;

    ReadSites(
            Sites sites, SeatBookings bookings, SeatAllotments allotments, RunningSessions running, LegalClock clock) {
        this.sites = sites;
        this.bookings = bookings;
        this.allotments = allotments;
        this.running = running;
        this.clock = clock;
    }

    /** Sites that the reader sees, by code. */
    @Transactional
    public List<Site> all(SiteReader reader) {
        return sites.all().stream().filter(reader::sees).toList();
    }

    /** One site; refuses with {@code site/not-found} and {@code site/not-yours}. */
    @Transactional
    public Site site(SiteReader reader, String code) {
        return reader.checked(SiteLookup.find(sites, code));
    }

    /** A seat for which the reader answers; refuses with {@code site/not-found} and {@code site/not-yours}. */
    @Transactional
    public SeatPlace seatOf(SiteReader reader, String code, String room, String seat) {
        var site = site(reader, code);
        if (!reader.answersFor(site)) {
            throw SiteRefusal.NOT_YOURS.at("site", code, "a site whose centre this is");
        }
        return site.places(Set.of()).stream()
                .filter(it -> it.room().equals(room) && it.seat().equals(seat))
                .findFirst()
                .orElseThrow(() -> SiteRefusal.NOT_FOUND.at("seat", room + "/" + seat, "a seat of " + code));
    }

    /** Name of a site by its code. */
    @Transactional
    public String nameOf(String code) {
        return SiteLookup.find(sites, code).name();
    }

    /** One day of a site. */
    @Transactional
    public SiteDay day(SiteReader reader, String code, LocalDate day) {
        var site = reader.checked(SiteLookup.find(sites, code));
        var from = day.atStartOfDay(DeadlineCalculator.ZONE).toInstant();
        var to = day.plusDays(1).atStartOfDay(DeadlineCalculator.ZONE).toInstant();
        var byBooking = bookings.between(from.minus(Span.SLOT), to).stream()
                .collect(Collectors.toMap(SeatBooking::id, it -> it));
        var used = new HashMap<UUID, Set<String>>();
        byBooking.values().forEach(it -> used.put(it.id(), used(it)));
        var occupied = new ArrayList<Occupied>();
        for (Slot slot : bookings.slots(code, from, to)) {
            var booking = byBooking.get(slot.booking());
            var state = state(slot, booking, used.get(booking.id()));
            join(occupied, slot, state, reader.whole() ? name(booking) : "");
        }
        return new SiteDay(site, day, site.hours().openOn(day, WorkingCalendar.shipped()), occupied);
    }

    private String name(SeatBooking booking) {
        return running.read(booking.session()).order().name();
    }

    private static VenueSeatState state(Slot slot, SeatBooking booking, Set<String> used) {
        if (slot.cleaning()) {
            return VenueSeatState.CLEANING;
        }
        if (booking.state() == BookingState.REQUESTED) {
            return VenueSeatState.HELD;
        }
        return used.contains(slot.seat()) ? VenueSeatState.IN_USE : VenueSeatState.ASSIGNED;
    }

    /** Seats of a booking at which a member checked in, while its time runs. */
    private Set<String> used(SeatBooking booking) {
        var now = clock.now();
        var session = running.read(booking.session());
        boolean runs = booking.state() == BookingState.ALLOTTED && session.stage() != Stage.CONCLUDED;
        if (!runs || now.isBefore(booking.span().from().minus(CheckInAtSeat.EARLY))) {
            return Set.of();
        }
        return allotments.of(booking.session()).map(it -> here(session, it)).orElse(Set.of());
    }

    private static Set<String> here(EvaluationSession session, SeatAllotment allotment) {
        var present = session.panel().occupied().stream()
                .filter(it -> HERE.contains(it.state()))
                .map(Seat::number)
                .collect(Collectors.toSet());
        return allotment.placed().stream()
                .filter(it -> present.contains(it.number()))
                .map(it -> allotment.pool().get(it.seat()))
                .map(SeatPlace::key)
                .collect(Collectors.toSet());
    }

    /** Slots that follow each other in one state are one time. */
    private static void join(List<Occupied> into, Slot slot, VenueSeatState state, String what) {
        var end = slot.at().plus(Span.SLOT);
        if (!into.isEmpty()) {
            var last = into.get(into.size() - 1);
            boolean same = last.seat().equals(slot.seat())
                    && last.booking().equals(slot.booking())
                    && last.state() == state
                    && last.to().equals(slot.at());
            if (same) {
                into.set(into.size() - 1, new Occupied(last.seat(), last.from(), end, state, slot.booking(), what));
                return;
            }
        }
        into.add(new Occupied(slot.seat(), slot.at(), end, state, slot.booking(), what));
    }
}
