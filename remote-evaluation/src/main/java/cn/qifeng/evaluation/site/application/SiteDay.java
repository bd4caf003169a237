package cn.qifeng.evaluation.site.application;

import cn.qifeng.evaluation.site.domain.Site;
import cn.qifeng.evaluation.site.domain.VenueSeatState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One day of a site (席位日图).
 *
 * @param open whether the site is open on that day
 */
public record SiteDay(Site site, LocalDate day, boolean open, List<Occupied> occupied) {

    /**
     * A time in which a seat is not free (占用).
     *
     * @param seat key of the seat
     * @param what name of the evaluation; empty before whoever must not learn it
     */
    public record Occupied(String seat, Instant from, Instant to, VenueSeatState state, UUID booking, String what) {}
}
