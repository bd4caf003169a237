package cn.qifeng.evaluation.blind.web;

import cn.qifeng.evaluation.blind.application.ShowBlindFiles;
import cn.qifeng.evaluation.blind.domain.BlindMark;
import cn.qifeng.evaluation.panel.application.SessionIds;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Marks of blind files. Translates; decides nothing. */
@Path("/api/evaluation/sessions/{id}/blind")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY, Role.SUPERVISOR})
class BlindResource {

    private final ShowBlindFiles showBlindFiles;
    private final Caller caller;

    BlindResource(ShowBlindFiles showBlindFiles, Caller caller) {
        this.showBlindFiles = showBlindFiles;
        this.caller = caller;
    }

    @GET
    public BlindBody view(@PathParam("id") String id) {
        return BlindBody.of(showBlindFiles.view(SessionIds.of(id), person(), supervises()));
    }

    @GET
    @Path("/rules")
    public JsonNode rules(@PathParam("id") String id) {
        return showBlindFiles.rules(SessionIds.of(id), person(), supervises());
    }

    @GET
    @Path("/bids/{bidId}/marks")
    public List<BlindMark> marks(@PathParam("id") String id, @PathParam("bidId") String bidId) {
        return showBlindFiles
                .file(SessionIds.of(id), person(), supervises(), bidId)
                .marks();
    }

    private String person() {
        return caller.personId().toString();
    }

    private boolean supervises() {
        return caller.has(Role.SUPERVISOR);
    }
}
