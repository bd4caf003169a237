package cn.qifeng.evaluation.terminal.web;

import cn.qifeng.evaluation.site.application.SiteReaders;
import cn.qifeng.evaluation.terminal.application.ActivateTerminals;
import cn.qifeng.evaluation.terminal.application.ReadTerminals;
import cn.qifeng.kit.access.Role;
import cn.qifeng.kit.idempotency.NotKept;
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
import java.time.Instant;
import java.util.List;

/** Terminals of a site before its staff. Translates; decides nothing. */
@Path("/api/evaluation/sites/{code}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class SeatTerminalResource {

    private static final String SEAT = "/rooms/{room}/seats/{seat}";

    private final ActivateTerminals activate;
    private final ReadTerminals read;
    private final SiteReaders readers;

    SeatTerminalResource(ActivateTerminals activate, ReadTerminals read, SiteReaders readers) {
        this.activate = activate;
        this.read = read;
        this.readers = readers;
    }

    @GET
    @Path("/terminals")
    @RolesAllowed({Role.CENTRE, Role.SUB_SITE, Role.SUPERVISOR})
    public List<TerminalBody> all(@PathParam("code") String code) {
        return read.of(readers.now(), code).stream()
                .map(it -> new TerminalBody(it.seat(), it.device(), it.boundAt(), it.boundBy()))
                .toList();
    }

    @POST
    @Path(SEAT + "/activation")
    @RolesAllowed({Role.CENTRE, Role.SUB_SITE})
    @NotKept
    public CodeBody issue(
            @PathParam("code") String code, @PathParam("room") String room, @PathParam("seat") String seat) {
        var issued = activate.issue(readers.now(), code, room, seat);
        return new CodeBody(issued.text(), issued.code().expiresAt());
    }

    @POST
    @Path(SEAT + "/terminal-ending")
    @RolesAllowed({Role.CENTRE, Role.SUB_SITE})
    public List<TerminalBody> end(
            @PathParam("code") String code,
            @PathParam("room") String room,
            @PathParam("seat") String seat,
            @NotNull @Valid Why why) {
        activate.end(readers.now(), code, room, seat, why.reason());
        return all(code);
    }

    /** A terminal with the name of whoever made its code. */
    record TerminalBody(String seat, String device, Instant boundAt, String boundBy) {}

    /** An activation code, told this once. */
    record CodeBody(String code, Instant expiresAt) {}

    /** A reason. */
    record Why(@Size(max = 500) String reason) {}
}
