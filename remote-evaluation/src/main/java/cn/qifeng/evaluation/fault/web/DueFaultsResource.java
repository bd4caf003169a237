package cn.qifeng.evaluation.fault.web;

import cn.qifeng.evaluation.fault.application.ReadFaults;
import cn.qifeng.evaluation.fault.web.FaultsBody.WaitingBody;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Faults that wait for a decision of the caller's organisation (待决定的故障). */
@Path("/api/evaluation/faults/mine")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PROCURING_ENTITY, Role.AGENCY})
class DueFaultsResource {

    private final ReadFaults read;
    private final Caller caller;

    DueFaultsResource(ReadFaults read, Caller caller) {
        this.read = read;
        this.caller = caller;
    }

    @GET
    public List<WaitingBody> mine() {
        return read.mine(caller.personId().toString()).stream()
                .map(WaitingBody::of)
                .toList();
    }
}
