package cn.qifeng.evaluation.site.application;

import cn.qifeng.evaluation.site.domain.Device;
import cn.qifeng.evaluation.site.domain.SeatBookings;
import cn.qifeng.evaluation.site.domain.SeatBookings.Slot;
import cn.qifeng.evaluation.site.domain.SeatChoice;
import cn.qifeng.evaluation.site.domain.SeatPlace;
import cn.qifeng.evaluation.site.domain.Site;
import cn.qifeng.evaluation.site.domain.SiteRefusal;
import cn.qifeng.evaluation.site.domain.Sites;
import cn.qifeng.evaluation.site.domain.Span;
import cn.qifeng.kernel.WorkingCalendar;
import cn.qifeng.kit.clock.LegalClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds seats that are free at a time (空闲席位查询). */
@ApplicationScoped
public class FreeSeats {

    private final Sites sites;
    private final SeatBookings bookings;
    private final LegalClock clock;

    FreeSeats(Sites sites, SeatBookings bookings, LegalClock clock) {
        this.sites = sites;
        this.bookings = bookings;
        this.clock = clock;
    }

    /**
     * What a site can give at a time (空闲席位).
     *
     * @param open whether it lends and is open during the whole time
     * @param free seats that nobody has
     * @param apart seats that can be had at once without two that are adjacent
     * @param answerBy by when the site would answer
     */
    public record Offer(Site site, boolean open, int free, int apart, Instant answerBy) {}

    /** What every site can give. */
    @Transactional
    public List<Offer> offers(Span span, Set<Device> devices) {
        var now = clock.now();
        return sites.all().stream().map(site -> offer(site, span, devices, now)).toList();
    }

    private Offer offer(Site site, Span span, Set<Device> devices, Instant now) {
        var free = of(site, span, devices);
        return new Offer(
                site, open(site, span, now), free.size(), SeatChoice.capacity(free), site.answerUntil(span, now));
    }

    /** Sound seats that nobody has during a span and the cleaning behind it. */
    List<SeatPlace> of(Site site, Span span, Set<Device> devices) {
        var until = span.cleaning().plus(Span.SLOT);
        var taken = bookings.slots(site.code(), span.from(), until).stream()
                .map(Slot::seat)
                .collect(Collectors.toSet());
        taken.addAll(site.faulty());
        return site.places(devices).stream()
                .filter(place -> !taken.contains(place.key()))
                .toList();
    }

    /** Refuses with {@link SiteRefusal#CLOSED} unless the site lends and is open, and the time has not begun. */
    void requireOpen(Site site, Span span, Instant now) {
        if (!open(site, span, now)) {
            throw SiteRefusal.CLOSED.at(
                    "span",
                    span.from() + " ~ " + span.to(),
                    site.lends() ? "later than now and within " + site.hours() : "a site that lends");
        }
    }

    private static boolean open(Site site, Span span, Instant now) {
        return site.lends() && now.isBefore(span.from()) && site.hours().covers(span, WorkingCalendar.shipped());
    }
}
