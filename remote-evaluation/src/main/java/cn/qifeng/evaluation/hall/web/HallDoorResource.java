package cn.qifeng.evaluation.hall.web;

import cn.qifeng.evaluation.hall.application.EnterHall;
import cn.qifeng.evaluation.hall.application.EnterHall.Ticket;
import cn.qifeng.evaluation.hall.application.HallDoor.Visitor;
import cn.qifeng.evaluation.hall.application.IceServers.IceServer;
import cn.qifeng.evaluation.panel.application.SessionIds;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import cn.qifeng.kit.idempotency.NotKept;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The door of a hall. Translates; decides nothing. */
@Path("/api/evaluation/sessions/{id}/hall")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY, Role.SUPERVISOR, Role.TRUSTEE})
class HallDoorResource {

    private final EnterHall enterHall;
    private final Caller caller;

    HallDoorResource(EnterHall enterHall, Caller caller) {
        this.enterHall = enterHall;
        this.caller = caller;
    }

    @POST
    @Path("/tickets")
    @NotKept
    public TicketBody ticket(@PathParam("id") String id) {
        var visitor = new Visitor(caller.personId().toString(), caller.has(Role.SUPERVISOR));
        return TicketBody.of(enterHall.ticket(SessionIds.of(id), visitor));
    }

    /** What a browser needs to come in. */
    record TicketBody(String ticket, String label, boolean watches, String hall, List<IceServer> iceServers) {

        static TicketBody of(Ticket made) {
            return new TicketBody(
                    made.ticket(),
                    made.participant().label(),
                    made.participant().watches(),
                    made.hall().name(),
                    made.iceServers());
        }
    }
}
