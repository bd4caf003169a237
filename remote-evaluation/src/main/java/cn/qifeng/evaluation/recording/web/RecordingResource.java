package cn.qifeng.evaluation.recording.web;

import cn.qifeng.evaluation.panel.application.SessionIds;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.recording.application.DeleteRecordings;
import cn.qifeng.evaluation.recording.application.LookAtRecordings;
import cn.qifeng.evaluation.recording.application.ReadRecordings;
import cn.qifeng.evaluation.recording.domain.ChainItem;
import cn.qifeng.evaluation.recording.web.RecordingViews.LookView;
import cn.qifeng.evaluation.recording.web.RecordingViews.StorageView;
import cn.qifeng.evaluation.recording.web.RecordingViews.WholeView;
import cn.qifeng.kernel.ByteRange;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Recordings: what they take up, play-back, deletion by two (录像调阅与销毁). Translates; decides nothing. */
@Path("/api/evaluation/recordings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class RecordingResource {

    private final ReadRecordings read;
    private final LookAtRecordings look;
    private final DeleteRecordings delete;
    private final Caller caller;

    RecordingResource(ReadRecordings read, LookAtRecordings look, DeleteRecordings delete, Caller caller) {
        this.read = read;
        this.look = look;
        this.delete = delete;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.SUPERVISOR, Role.AUDIT_ADMIN, Role.CENTRE})
    public StorageView storage() {
        return StorageView.of(read.storage());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.SUPERVISOR, Role.AUDIT_ADMIN})
    public WholeView whole(@PathParam("id") String id) {
        return WholeView.of(read.whole(SessionIds.of(id)));
    }

    @GET
    @Path("/{id}/items")
    @RolesAllowed({Role.SUPERVISOR, Role.AUDIT_ADMIN})
    public List<ObjectNode> items(@PathParam("id") String id, @QueryParam("after") long after) {
        return read.items(SessionIds.of(id), after).stream()
                .map(ChainItem::json)
                .toList();
    }

    @POST
    @Path("/{id}/looks")
    @RolesAllowed({Role.SUPERVISOR, Role.AUDIT_ADMIN})
    public LookView look(@PathParam("id") String id, @NotNull Reason reason) {
        var role = caller.has(Role.SUPERVISOR) ? Role.SUPERVISOR : Role.AUDIT_ADMIN;
        return LookView.of(look.look(SessionIds.of(id), person(), role, reason.reason()));
    }

    @GET
    @Path("/{id}/media/{track}/{file}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed({Role.SUPERVISOR, Role.AUDIT_ADMIN})
    public Response media(
            @PathParam("id") String id,
            @PathParam("track") String track,
            @PathParam("file") String file,
            @HeaderParam("Range") String range) {
        var asked = ByteRange.of(range);
        var opened = look.read(SessionIds.of(id), person(), track + "/" + file, asked);
        var answer = asked.isPresent()
                ? Response.status(Response.Status.PARTIAL_CONTENT)
                        .header("Content-Range", opened.part().given(opened.length()))
                : Response.ok();
        return answer.entity(opened.content())
                .type("video/webm")
                .header(HttpHeaders.CONTENT_LENGTH, opened.part().length())
                .header("Accept-Ranges", "bytes")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("/{id}/films/{track}/{file}")
    @Produces("video/webm")
    @RolesAllowed({Role.SUPERVISOR, Role.AUDIT_ADMIN})
    public Response film(@PathParam("id") String id, @PathParam("track") String track, @PathParam("file") String file) {
        return Response.ok(look.film(SessionIds.of(id), person(), track + "/" + file))
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("/{id}/deletion/request-to-sign")
    @RolesAllowed(Role.CENTRE)
    public ObjectNode requestToSign(@PathParam("id") String id) {
        return delete.requestToSign(SessionIds.of(id));
    }

    @POST
    @Path("/{id}/deletion/request")
    @RolesAllowed(Role.CENTRE)
    public void request(@PathParam("id") String id, JsonNode statement) {
        delete.request(SessionIds.of(id), person(), caller.certificateId(), statement);
    }

    @GET
    @Path("/{id}/deletion/decision-to-sign")
    @RolesAllowed(Role.SUPERVISOR)
    public ObjectNode decisionToSign(@PathParam("id") String id) {
        return delete.decisionToSign(SessionIds.of(id));
    }

    @POST
    @Path("/{id}/deletion/decision")
    @RolesAllowed(Role.SUPERVISOR)
    public void decision(@PathParam("id") String id, JsonNode statement) {
        SessionId session = SessionIds.of(id);
        delete.decide(session, person(), caller.certificateId(), statement);
    }

    private String person() {
        return caller.personId().toString();
    }

    /** Why somebody looks. */
    record Reason(String reason) {}
}
