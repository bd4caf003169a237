package cn.qifeng.evaluation.recording.web;

import cn.qifeng.evaluation.panel.application.SessionIds;
import cn.qifeng.evaluation.recording.application.GuardRecording;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Whether members of a session are being recorded (录制状态). */
@Path("/api/evaluation/sessions/{id}/recording")
@Produces(MediaType.APPLICATION_JSON)
class RecordingStateResource {

    private final GuardRecording guard;
    private final Caller caller;

    RecordingStateResource(GuardRecording guard, Caller caller) {
        this.guard = guard;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY, Role.SUPERVISOR, Role.CENTRE})
    public GuardRecording.Alarm state(@PathParam("id") String id) {
        boolean watches = caller.has(Role.SUPERVISOR) || caller.has(Role.CENTRE);
        return guard.alarm(SessionIds.of(id), caller.personId().toString(), watches);
    }
}
