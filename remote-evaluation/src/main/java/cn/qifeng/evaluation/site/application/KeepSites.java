package cn.qifeng.evaluation.site.application;

import cn.qifeng.evaluation.site.domain.SeatBookings;
import cn.qifeng.evaluation.site.domain.SeatPlace;
import cn.qifeng.evaluation.site.domain.Site;
import cn.qifeng.evaluation.site.domain.SiteRefusal;
import cn.qifeng.evaluation.site.domain.Sites;
import cn.qifeng.kit.clock.LegalClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Keeps the catalogue of sites, rooms and seats (席位目录维护). */
@ApplicationScoped
public class KeepSites {

    private static final Duration AHEAD = Duration.ofDays(3650);

    private final Sites sites;
    private final SeatBookings bookings;
    private final LegalClock clock;

    KeepSites(Sites sites, SeatBookings bookings, LegalClock clock) {
        this.sites = sites;
        this.bookings = bookings;
        this.clock = clock;
    }

    /** Takes a new site in; refuses a code that another has. */
    @Transactional
    public Site add(Site site) {
        site.check();
        if (sites.find(site.code()).isPresent()) {
            throw SiteRefusal.CODE.at("code", site.code(), "a code that no site has");
        }
        sites.save(site);
        return site;
    }

    /** Changes a site; whose it is and of which kind does not change at a sub-site's own hand. */
    @Transactional
    public Site change(SiteReader by, Site site) {
        site.check();
        var former = by.checked(SiteLookup.lock(sites, site.code()));
        if (!by.whole() && (site.kind() != former.kind() || !site.operator().equals(former.operator()))) {
            throw SiteRefusal.NOT_YOURS.at("operator", site.operator(), former.operator());
        }
        requireUnbooked(former, site);
        sites.save(site);
        return site;
    }

    /** Tells that a seat is broken, or mended where the fault is empty. */
    @Transactional
    public Site fault(SiteReader by, String code, String room, String seat, String fault) {
        var changed = by.checked(SiteLookup.lock(sites, code)).withFault(room, seat, fault);
        sites.save(changed);
        return changed;
    }

    /** A seat that is held later than now keeps its place in the plan. */
    private void requireUnbooked(Site former, Site next) {
        var kept = Set.copyOf(next.places(Set.of()));
        var gone = former.places(Set.of()).stream()
                .filter(place -> !kept.contains(place))
                .map(SeatPlace::key)
                .collect(Collectors.toSet());
        var now = clock.now();
        var held = new TreeSet<String>();
        bookings.slots(former.code(), now, now.plus(AHEAD)).stream()
                .filter(slot -> gone.contains(slot.seat()))
                .forEach(slot -> held.add(slot.seat()));
        if (!held.isEmpty()) {
            throw SiteRefusal.SEAT_BOOKED.at("rooms.seats", held, "seats without bookings");
        }
    }
}
