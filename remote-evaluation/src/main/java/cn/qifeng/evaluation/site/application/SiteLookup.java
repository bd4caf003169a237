package cn.qifeng.evaluation.site.application;

import cn.qifeng.evaluation.site.domain.SeatBooking;
import cn.qifeng.evaluation.site.domain.SeatBookings;
import cn.qifeng.evaluation.site.domain.Site;
import cn.qifeng.evaluation.site.domain.SiteRefusal;
import cn.qifeng.evaluation.site.domain.Sites;
import java.util.UUID;

/** Finds sites and bookings, or refuses with {@link SiteRefusal#NOT_FOUND}. */
final class SiteLookup {

    private SiteLookup() {}

    static Site find(Sites sites, String code) {
        return sites.find(code).orElseThrow(() -> SiteRefusal.NOT_FOUND.at("site", code, "the code of a site"));
    }

    static Site lock(Sites sites, String code) {
        return sites.lock(code).orElseThrow(() -> SiteRefusal.NOT_FOUND.at("site", code, "the code of a site"));
    }

    static SeatBooking lock(SeatBookings bookings, UUID id) {
        return bookings.lock(id).orElseThrow(() -> SiteRefusal.NOT_FOUND.at("booking", id, "a booking"));
    }
}
