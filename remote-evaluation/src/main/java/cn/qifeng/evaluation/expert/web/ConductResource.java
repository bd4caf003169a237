package cn.qifeng.evaluation.expert.web;

import cn.qifeng.evaluation.expert.application.KeepConduct;
import cn.qifeng.evaluation.expert.application.ReadPool;
import cn.qifeng.evaluation.expert.domain.CreditKind;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;

/** Credit and blacklist of experts, kept by the trading centre (专家信用与失信管理). */
@Path("/api/evaluation/experts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.CENTRE)
class ConductResource {

    private static final int TEXT_MAX = 500;

    private final KeepConduct keep;
    private final ReadPool read;
    private final Caller caller;

    ConductResource(KeepConduct keep, ReadPool read, Caller caller) {
        this.keep = keep;
        this.read = read;
        this.caller = caller;
    }

    @POST
    @Path("/{number}/credit-events")
    public ExpertView record(@PathParam("number") String number, @NotNull @Valid NewEvent event) {
        keep.record(number, event.kind(), event.session(), event.reason(), person());
        return ExpertView.of(read.file(number));
    }

    @POST
    @Path("/{number}/credit-events/{event}/decision")
    public ExpertView decide(
            @PathParam("number") String number, @PathParam("event") UUID event, @NotNull @Valid Decision decision) {
        keep.decide(number, event, decision.upheld(), decision.reason(), person());
        return ExpertView.of(read.file(number));
    }

    @POST
    @Path("/{number}/credit-events/{event}/repair")
    public ExpertView repair(
            @PathParam("number") String number, @PathParam("event") UUID event, @NotNull @Valid Why why) {
        keep.repair(number, event, why.reason(), person());
        return ExpertView.of(read.file(number));
    }

    @POST
    @Path("/{number}/bans")
    public ExpertView ban(@PathParam("number") String number, @NotNull @Valid NewBan ban) {
        keep.ban(number, ban.cause(), ban.basis(), ban.from(), ban.until(), person());
        return ExpertView.of(read.file(number));
    }

    @POST
    @Path("/{number}/bans/{ban}/lifting")
    public ExpertView lift(@PathParam("number") String number, @PathParam("ban") UUID ban, @NotNull @Valid Why why) {
        keep.lift(number, ban, why.reason(), person());
        return ExpertView.of(read.file(number));
    }

    private String person() {
        return caller.personId().toString();
    }

    /** An event to be recorded; {@code session} may be missing. */
    record NewEvent(
            CreditKind kind,
            @Size(max = TEXT_MAX) String session,
            @Size(max = TEXT_MAX) String reason) {}

    /** A decision over an objection with its reason. */
    record Decision(boolean upheld, @Size(max = TEXT_MAX) String reason) {}

    /** A reason. */
    record Why(@Size(max = TEXT_MAX) String reason) {}

    /** An entry of the blacklist. */
    record NewBan(
            @Size(max = TEXT_MAX) String cause,
            @Size(max = TEXT_MAX) String basis,
            LocalDate from,
            LocalDate until) {}
}
