package cn.qifeng.evaluation.expert.web;

import cn.qifeng.evaluation.expert.application.KeepConduct;
import cn.qifeng.evaluation.expert.application.ReadPool;
import cn.qifeng.kit.access.Caller;
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

/** What an expert sees of itself, and its objections (专家信用与回避). */
@Path("/api/evaluation/expert-file")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.EXPERT)
class OwnFileResource {

    private static final int TEXT_MAX = 500;

    private final ReadPool read;
    private final KeepConduct keep;
    private final Caller caller;

    OwnFileResource(ReadPool read, KeepConduct keep, Caller caller) {
        this.read = read;
        this.keep = keep;
        this.caller = caller;
    }

    @GET
    public ExpertView own() {
        return ExpertView.of(read.ownFile(person()));
    }

    @POST
    @Path("/credit-events/{event}/objection")
    public ExpertView object(@PathParam("event") UUID event, @NotNull @Valid Objection objection) {
        keep.object(read.numberOf(person()), event, objection.text(), person());
        return own();
    }

    private String person() {
        return caller.personId().toString();
    }

    /** What the expert says against an event. */
    record Objection(@Size(max = TEXT_MAX) String text) {}
}
