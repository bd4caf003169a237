package cn.qifeng.evaluation.site.web;

import cn.qifeng.evaluation.site.application.SiteDay;
import cn.qifeng.evaluation.site.domain.VenueSeatState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** One day of a site as the wire has it. */
record DayBody(SiteBody site, LocalDate day, boolean open, List<Occupied> occupied) {

    static DayBody of(SiteDay day) {
        return new DayBody(
                SiteBody.of(day.site()),
                day.day(),
                day.open(),
                day.occupied().stream()
                        .map(it -> new Occupied(it.seat(), it.from(), it.to(), it.state(), it.booking(), it.what()))
                        .toList());
    }

    /** A time in which a seat is not free; {@code what} is empty before a sub-site. */
    record Occupied(String seat, Instant from, Instant to, VenueSeatState state, UUID booking, String what) {}
}
