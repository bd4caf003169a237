package cn.qifeng.evaluation.terminal.web;

import cn.qifeng.evaluation.panel.application.SessionIds;
import cn.qifeng.evaluation.terminal.application.KeepPresence;
import cn.qifeng.evaluation.terminal.application.ReadPresences;
import cn.qifeng.evaluation.terminal.domain.ClockReading;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import cn.qifeng.kit.idempotency.NotKept;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;

/** Members at their seats, and who watches them. Translates; decides nothing. */
@Path("/api/evaluation/sessions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class PresenceResource {

    private final KeepPresence keep;
    private final ReadPresences read;
    private final Caller caller;

    PresenceResource(KeepPresence keep, ReadPresences read, Caller caller) {
        this.keep = keep;
        this.read = read;
        this.caller = caller;
    }

    @POST
    @Path("/seat/challenge")
    @RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY})
    @NotKept
    public NonceBody challenge(@PathParam("id") String id) {
        return keep.nonce(SessionIds.of(id), person())
                .map(it -> new NonceBody(it.text(), it.seated()))
                .orElse(new NonceBody(null, false));
    }

    @POST
    @Path("/seat/beats")
    @RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY})
    @NotKept
    public BeatBody beat(@PathParam("id") String id, @NotNull Sent sent) {
        var heard = Instant.now().toEpochMilli();
        var told = Optional.ofNullable(sent.former())
                .map(it -> ClockReading.of(it.sent(), it.heard(), it.answered(), it.received()));
        return BeatBody.of(keep.beat(SessionIds.of(id), person(), told), heard);
    }

    @GET
    @Path("/presences")
    @RolesAllowed({Role.CENTRE, Role.SUPERVISOR})
    public WatchBody watch(@PathParam("id") String id) {
        return WatchBody.of(read.watch(SessionIds.of(id)));
    }

    private String person() {
        return caller.personId().toString();
    }

    /** What the terminal signs next; {@code null} when the evaluation does not take place at seats. */
    record NonceBody(String nonce, boolean seated) {}

    /** A beat; {@code former} are the stamps of the exchange before it, in milliseconds since 1970. */
    record Sent(Stamps former) {}

    /** Stamps of one exchange. */
    record Stamps(long sent, long heard, long answered, long received) {}
}
