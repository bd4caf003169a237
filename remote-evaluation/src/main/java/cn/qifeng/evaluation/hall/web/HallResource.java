package cn.qifeng.evaluation.hall.web;

import cn.qifeng.evaluation.hall.application.HallDoor.Visitor;
import cn.qifeng.evaluation.hall.application.ReadHall;
import cn.qifeng.evaluation.hall.application.SpeakInHall;
import cn.qifeng.evaluation.hall.application.WitnessSession;
import cn.qifeng.evaluation.hall.web.HallBody.TextBody;
import cn.qifeng.evaluation.panel.application.SessionIds;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;

/** What members and watchers say in a hall and hold against it. Translates; decides nothing. */
@Path("/api/evaluation/sessions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY, Role.SUPERVISOR, Role.TRUSTEE})
class HallResource {

    private final ReadHall read;
    private final SpeakInHall speak;
    private final WitnessSession witness;
    private final Caller caller;

    HallResource(ReadHall read, SpeakInHall speak, WitnessSession witness, Caller caller) {
        this.read = read;
        this.speak = speak;
        this.witness = witness;
        this.caller = caller;
    }

    @GET
    @Path("/hall")
    public HallBody view(@PathParam("id") String id) {
        return HallBody.of(read.view(SessionIds.of(id), visitor()));
    }

    @GET
    @Path("/hall/texts")
    public List<TextBody> texts(@PathParam("id") String id, @QueryParam("behind") @DefaultValue("0") int behind) {
        return read.texts(SessionIds.of(id), visitor(), behind).stream()
                .map(TextBody::of)
                .toList();
    }

    @POST
    @Path("/hall/texts")
    @RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY})
    public TextBody say(@PathParam("id") String id, @NotNull Said said) {
        return TextBody.of(speak.say(SessionIds.of(id), person(), said.key(), said.text()));
    }

    @POST
    @Path("/warnings")
    @RolesAllowed({Role.SUPERVISOR, Role.TRUSTEE})
    public HallBody warn(@PathParam("id") String id, @NotNull Warned warned) {
        witness.warn(SessionIds.of(id), visitor(), Optional.ofNullable(warned.to()), warned.text());
        return view(id);
    }

    @POST
    @Path("/warnings/{number}/acknowledgement")
    @RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY})
    public HallBody acknowledge(@PathParam("id") String id, @PathParam("number") int number) {
        witness.acknowledge(SessionIds.of(id), person(), number);
        return view(id);
    }

    @POST
    @Path("/freeze")
    @RolesAllowed({Role.SUPERVISOR, Role.TRUSTEE})
    public HallBody freeze(@PathParam("id") String id, @NotNull Reason reason) {
        witness.freeze(SessionIds.of(id), visitor(), reason.reason());
        return view(id);
    }

    @POST
    @Path("/unfreeze")
    @RolesAllowed({Role.SUPERVISOR, Role.TRUSTEE})
    public HallBody unfreeze(@PathParam("id") String id, @NotNull Reason reason) {
        witness.unfreeze(SessionIds.of(id), visitor(), reason.reason());
        return view(id);
    }

    private Visitor visitor() {
        return new Visitor(person(), caller.has(Role.SUPERVISOR));
    }

    private String person() {
        return caller.personId().toString();
    }

    /** A message; {@code key} is a UUID of the browser's. */
    record Said(String key, String text) {}

    /** A warning; without {@code to}, the session code of a member, it is for all. */
    record Warned(String to, String text) {}

    /** Why. */
    record Reason(String reason) {}
}
