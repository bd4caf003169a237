package cn.qifeng.evaluation.site.web;

import cn.qifeng.evaluation.panel.application.SessionIds;
import cn.qifeng.evaluation.site.application.DrawSeats;
import cn.qifeng.evaluation.site.application.ReadBookings;
import cn.qifeng.evaluation.site.application.ReadSeats;
import cn.qifeng.evaluation.site.application.ReadSeats.Card;
import cn.qifeng.evaluation.site.application.ReplaceBrokenSeats;
import cn.qifeng.evaluation.site.application.SiteReaders;
import cn.qifeng.evaluation.site.domain.Site;
import cn.qifeng.evaluation.site.domain.Span;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;

/** Seats of a session. Translates; decides nothing. */
@Path("/api/evaluation/sessions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class SeatsResource {

    private final ReadSeats read;
    private final ReadBookings bookings;
    private final DrawSeats draw;
    private final ReplaceBrokenSeats broken;
    private final SiteReaders readers;
    private final Caller caller;

    SeatsResource(
            ReadSeats read,
            ReadBookings bookings,
            DrawSeats draw,
            ReplaceBrokenSeats broken,
            SiteReaders readers,
            Caller caller) {
        this.read = read;
        this.bookings = bookings;
        this.draw = draw;
        this.broken = broken;
        this.readers = readers;
        this.caller = caller;
    }

    @GET
    @Path("/seats")
    @RolesAllowed({Role.CENTRE, Role.SUPERVISOR})
    public SeatsBody seats(@PathParam("id") String id) {
        var session = SessionIds.of(id);
        var allotted = read.allotted(session);
        var lines = bookings.of(readers.now(), session).stream()
                .map(BookingBody::of)
                .toList();
        return allotted.map(it -> SeatsBody.of(lines, it)).orElseGet(() -> SeatsBody.undrawn(lines));
    }

    @POST
    @Path("/seats/draw")
    @RolesAllowed(Role.CENTRE)
    public SeatsBody draw(@PathParam("id") String id) {
        draw.open(SessionIds.of(id), caller.personId().toString());
        return seats(id);
    }

    @POST
    @Path("/seats/replacement")
    @RolesAllowed(Role.CENTRE)
    public SeatsBody replace(@PathParam("id") String id) {
        broken.replace(SessionIds.of(id));
        return seats(id);
    }

    @GET
    @Path("/seat")
    @RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY})
    public CardBody card(@PathParam("id") String id) {
        return CardBody.of(read.card(SessionIds.of(id), caller.personId().toString()));
    }

    /** The card of a member; the place is there from check-in on. */
    record CardBody(boolean atSeats, Instant from, Instant to, String siteName, String address, SeatsBody.Place place) {

        static CardBody of(Card card) {
            return new CardBody(
                    card.atSeats(),
                    card.span().map(Span::from).orElse(null),
                    card.span().map(Span::to).orElse(null),
                    card.site().map(Site::name).orElse(null),
                    card.site().map(Site::address).orElse(null),
                    card.place().map(SeatsBody.Place::of).orElse(null));
        }
    }
}
