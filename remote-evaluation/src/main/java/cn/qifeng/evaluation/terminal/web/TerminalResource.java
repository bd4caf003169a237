package cn.qifeng.evaluation.terminal.web;

import cn.qifeng.evaluation.site.domain.SeatKey;
import cn.qifeng.evaluation.terminal.application.ActivateTerminals;
import cn.qifeng.evaluation.terminal.application.ReadTerminals;
import cn.qifeng.evaluation.terminal.application.ReadTerminals.Standing;
import cn.qifeng.evaluation.terminal.domain.DeviceKey;
import cn.qifeng.kit.idempotency.NotKept;
import jakarta.annotation.security.PermitAll;
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

/** A machine at a seat, at which nobody is logged in. Translates; decides nothing. */
@Path("/api/evaluation/terminals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
class TerminalResource {

    private final ActivateTerminals activate;
    private final ReadTerminals read;

    TerminalResource(ActivateTerminals activate, ReadTerminals read) {
        this.activate = activate;
        this.read = read;
    }

    @POST
    @NotKept
    public StandingBody bind(@NotNull @Valid Brought brought) {
        var terminal = activate.bind(brought.code(), new DeviceKey(brought.key()), brought.signature());
        return StandingBody.of(read.standing(terminal));
    }

    @GET
    @Path("/{device}")
    public StandingBody standing(@PathParam("device") String device) {
        return StandingBody.of(read.standing(device));
    }

    /** What the machine brings: a code, its public key, and its signature over both. */
    record Brought(
            @NotNull @Size(max = 40) String code,
            @NotNull @Size(max = 130) String key,
            @NotNull @Size(max = 128) String signature) {}

    /** Where the machine stands. */
    record StandingBody(String device, String siteName, String room, String seat, Instant boundAt) {

        static StandingBody of(Standing standing) {
            var terminal = standing.terminal();
            var key = SeatKey.of(terminal.seat());
            return new StandingBody(terminal.device(), standing.siteName(), key.room(), key.seat(), terminal.boundAt());
        }
    }
}
