package cn.qifeng.evaluation.site.application;

import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.site.domain.SeatAllotment;
import cn.qifeng.evaluation.site.domain.SeatBooking;
import cn.qifeng.evaluation.site.domain.SeatCode;
import cn.qifeng.kit.evidence.Evidence;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Writes the entries of seats (docs/evidence.md section 9). What happened to bookings is told in one entry when the draw
 * is asked for: an entry for each answer would show the site that answers, by its time, whose evaluation it is.
 */
@ApplicationScoped
class SiteEntries {

    private final Evidence evidence;

    SiteEntries(Evidence evidence) {
        this.evidence = evidence;
    }

    void booked(EvaluationSession session, SeatAllotment allotment, List<SeatBooking> bookings) {
        var body = CanonicalJson.object()
                .put("session", session.id().toString())
                .put("draw", allotment.draw().toString());
        var list = body.putArray("bookings");
        bookings.forEach(it -> booking(list.addObject(), it));
        var seats = body.putArray("seats");
        allotment
                .pool()
                .forEach(it -> seats.addObject()
                        .put("site", it.site())
                        .put("room", it.room())
                        .put("seat", it.seat())
                        .put("row", it.row())
                        .put("column", it.column()));
        evidence.record(session.order().tender(), "site/booked", body);
    }

    private static void booking(ObjectNode into, SeatBooking booking) {
        into.put("booking", booking.id().toString())
                .put("site", booking.site())
                .put("from", Moments.format(booking.span().from()))
                .put("to", Moments.format(booking.span().to()))
                .put("seats", booking.seats().size())
                .put("answerUntil", Moments.format(booking.answerUntil()));
        var steps = into.putArray("steps");
        booking.steps()
                .forEach(it -> steps.addObject()
                        .put("at", Moments.format(it.at()))
                        .put("state", it.state().name())
                        .put("reason", it.reason()));
    }

    /** Who sits where, by codes: nobody has checked in yet when seats are allotted first. */
    void allotted(EvaluationSession session, SeatAllotment allotment) {
        var seed = session.ceremony().course().seed().orElseThrow();
        var body = CanonicalJson.object()
                .put("session", session.id().toString())
                .put("draw", allotment.draw().toString())
                .put("apart", allotment.apart());
        var members = body.putArray("members");
        allotment
                .placed()
                .forEach(it -> members.addObject()
                        .put("code", SeatCode.of(session.id(), seed, it.member()))
                        .put("group", it.group())
                        .put("seat", it.seat() + 1));
        var broken = body.putArray("broken");
        allotment
                .broken()
                .forEach(it -> broken.addObject().put("seat", it.seat() + 1).put("reason", it.reason()));
        evidence.record(session.order().tender(), "site/allotted", body);
    }
}
