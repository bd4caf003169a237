package cn.qifeng.evaluation.site.web;

import cn.qifeng.evaluation.panel.application.SessionIds;
import cn.qifeng.evaluation.site.application.AnswerBooking;
import cn.qifeng.evaluation.site.application.ReadBookings;
import cn.qifeng.evaluation.site.application.RequestSeats;
import cn.qifeng.evaluation.site.application.SiteReaders;
import cn.qifeng.evaluation.site.domain.Device;
import cn.qifeng.evaluation.site.domain.SeatBooking;
import cn.qifeng.evaluation.site.domain.Span;
import cn.qifeng.kit.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Bookings of seats (席位预定). Translates; decides nothing. */
@Path("/api/evaluation/seat-bookings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class BookingResource {

    private static final int TEXT_MAX = 500;

    private final RequestSeats requestSeats;
    private final AnswerBooking answer;
    private final ReadBookings read;
    private final SiteReaders readers;

    BookingResource(RequestSeats requestSeats, AnswerBooking answer, ReadBookings read, SiteReaders readers) {
        this.requestSeats = requestSeats;
        this.answer = answer;
        this.read = read;
        this.readers = readers;
    }

    @GET
    @RolesAllowed({Role.CENTRE, Role.SUB_SITE, Role.SUPERVISOR})
    public List<BookingBody> between(@QueryParam("from") String from, @QueryParam("to") String to) {
        return read.between(readers.now(), Moment.of("from", from), Moment.of("to", to)).stream()
                .map(BookingBody::of)
                .toList();
    }

    @POST
    @RolesAllowed(Role.CENTRE)
    public BookingBody request(@NotNull @Valid Wanted wanted) {
        return shown(requestSeats.request(
                SessionIds.of(wanted.session()),
                wanted.site(),
                new Span(wanted.from(), wanted.to()),
                wanted.seats(),
                wanted.devices() == null ? Set.of() : wanted.devices(),
                readers.now().person()));
    }

    @POST
    @Path("/{id}/confirmation")
    @RolesAllowed({Role.CENTRE, Role.SUB_SITE})
    public BookingBody confirm(@PathParam("id") UUID id) {
        return shown(answer.confirm(id, readers.now()));
    }

    @POST
    @Path("/{id}/refusal")
    @RolesAllowed({Role.CENTRE, Role.SUB_SITE})
    public BookingBody refuse(@PathParam("id") UUID id, @NotNull @Valid Why why) {
        return shown(answer.refuse(id, why.reason(), readers.now()));
    }

    @POST
    @Path("/{id}/cancellation")
    @RolesAllowed(Role.CENTRE)
    public BookingBody cancel(@PathParam("id") UUID id, @NotNull @Valid Why why) {
        return shown(answer.cancel(id, why.reason(), readers.now().person()));
    }

    private BookingBody shown(SeatBooking booking) {
        return BookingBody.of(read.line(readers.now(), booking));
    }

    /** What is asked for. */
    record Wanted(
            @NotNull String session,
            @NotNull @Size(max = 20) String site,
            Instant from,
            Instant to,
            int seats,
            Set<Device> devices) {}

    /** A reason. */
    record Why(@Size(max = TEXT_MAX) String reason) {}
}
