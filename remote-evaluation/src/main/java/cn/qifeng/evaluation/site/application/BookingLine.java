package cn.qifeng.evaluation.site.application;

import cn.qifeng.evaluation.site.domain.SeatBooking;
import cn.qifeng.evaluation.site.domain.Site;

/**
 * A booking as its reader may see it (预定).
 *
 * @param mine whether the reader answers for the site
 * @param session id of the session; empty before a sub-site
 * @param name name of the evaluation; empty before a sub-site
 */
public record BookingLine(SeatBooking booking, Site site, boolean mine, String session, String name) {}
