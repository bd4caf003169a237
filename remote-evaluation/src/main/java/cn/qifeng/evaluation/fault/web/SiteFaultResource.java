package cn.qifeng.evaluation.fault.web;

import cn.qifeng.evaluation.fault.application.ReadFaults;
import cn.qifeng.evaluation.fault.application.ReportFault;
import cn.qifeng.evaluation.fault.application.ReportFault.Reporter;
import cn.qifeng.evaluation.site.application.ReadBookings;
import cn.qifeng.evaluation.site.application.SiteReaders;
import cn.qifeng.evaluation.site.domain.SeatBooking;
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
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** Faults at a site that lends seats, by its booking: it does not learn whose evaluation it is. */
@Path("/api/evaluation/seat-bookings/{id}/faults")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.SUB_SITE)
class SiteFaultResource {

    private static final int TEXT_MAX = 500;

    private final ReadFaults read;
    private final ReportFault report;
    private final ReadBookings bookings;
    private final SiteReaders readers;

    SiteFaultResource(ReadFaults read, ReportFault report, ReadBookings bookings, SiteReaders readers) {
        this.read = read;
        this.report = report;
        this.bookings = bookings;
        this.readers = readers;
    }

    @GET
    public FaultsBody faults(@PathParam("id") UUID id) {
        return shown(booking(id));
    }

    @POST
    public FaultsBody report(@PathParam("id") UUID id, @NotNull @Valid Why why) {
        var booking = booking(id);
        report.report(booking.session(), reporter(), booking.site(), why.reason());
        return shown(booking);
    }

    @POST
    @Path("/{number}/clearance")
    public FaultsBody clear(@PathParam("id") UUID id, @PathParam("number") int number, @NotNull @Valid Why why) {
        var booking = booking(id);
        report.clear(booking.session(), number, reporter(), booking.site(), why.reason());
        return shown(booking);
    }

    private SeatBooking booking(UUID id) {
        return bookings.own(readers.now(), id);
    }

    private FaultsBody shown(SeatBooking booking) {
        return FaultsBody.of(
                read.ofSite(booking.session(), booking.site(), readers.now().person()), false);
    }

    private Reporter reporter() {
        return new Reporter(readers.now().person(), Role.SUB_SITE);
    }

    /** What is wrong, or why it is over. */
    record Why(@NotNull @Size(max = TEXT_MAX) String reason) {}
}
