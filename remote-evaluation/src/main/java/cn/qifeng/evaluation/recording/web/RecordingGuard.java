package cn.qifeng.evaluation.recording.web;

import cn.qifeng.evaluation.panel.application.SessionIds;
import cn.qifeng.evaluation.recording.application.GuardRecording;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.util.Set;

/**
 * Stands before everything that a member commits to in an evaluation that must be recorded (录制核验): whatever is added
 * below a session later is guarded, too, unless it is named here.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 1)
class RecordingGuard implements ContainerRequestFilter {

    private static final String SESSION = "/api/evaluation/sessions/{id}";
    private static final String HALL = "/hall";

    /** Writes that commit to nothing; what is said in the hall is recorded with it or says that it is not. */
    private static final Set<String> HARMLESS =
            Set.of("/seat/beats", "/seat/challenge", "/sheets/draft", "/clearing", "/invitation", "/check-in");

    private final GuardRecording guard;
    private final ResourceInfo resource;
    private final Caller caller;

    RecordingGuard(GuardRecording guard, ResourceInfo resource, Caller caller) {
        this.guard = guard;
        this.resource = resource;
        this.caller = caller;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var asked = declared(resource.getResourceClass()) + declared(resource.getResourceMethod());
        boolean member = caller.has(Role.EXPERT) || caller.has(Role.PROCURING_ENTITY);
        if (!asked.startsWith(SESSION) || !member || request.getMethod().equals(HttpMethod.GET)) {
            return;
        }
        var rest = asked.substring(SESSION.length());
        if (!HARMLESS.contains(rest) && !rest.startsWith(HALL)) {
            var id = request.getUriInfo().getPathParameters().getFirst("id");
            guard.require(SessionIds.of(id), caller.personId().toString());
        }
    }

    /** What the resource declares, not what was typed. */
    private static String declared(AnnotatedElement element) {
        var path = element == null ? null : element.getAnnotation(Path.class);
        var text = path == null ? "" : path.value().replaceAll("^/+|/+$", "");
        return text.isEmpty() ? "" : "/" + text;
    }
}
