package cn.qifeng.evaluation.terminal.web;

import cn.qifeng.evaluation.panel.application.SessionIds;
import cn.qifeng.evaluation.terminal.application.GuardSeats;
import cn.qifeng.evaluation.terminal.application.GuardSeats.Act;
import cn.qifeng.evaluation.terminal.application.PresentedProof;
import cn.qifeng.evaluation.terminal.domain.SeatProof;
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
 * Stands before everything that a member does in an evaluation (席位凭证核验): whatever is added below a session later is
 * guarded, too, unless it is named here. It comes before kept answers are repeated.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
class SeatGuard implements ContainerRequestFilter {

    private static final String SESSION = "/api/evaluation/sessions/{id}";

    /** The own seat, an invitation and the next nonce are told wherever the member is. */
    private static final Set<String> OPEN = Set.of("/seat", "/seat/challenge", "/invitation");

    /** Writes that commit to nothing. */
    private static final Set<String> HARMLESS = Set.of(
            "/seat/beats",
            "/sheets/draft",
            "/clearing",
            "/hall/tickets",
            "/hall/texts",
            "/warnings/{number}/acknowledgement");

    private final GuardSeats guard;
    private final PresentedProof presented;
    private final ResourceInfo resource;
    private final Caller caller;

    SeatGuard(GuardSeats guard, PresentedProof presented, ResourceInfo resource, Caller caller) {
        this.resource = resource;
        this.guard = guard;
        this.presented = presented;
        this.caller = caller;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var asked = declared(resource.getResourceClass()) + declared(resource.getResourceMethod());
        if (!asked.startsWith(SESSION) || !member()) {
            return;
        }
        var method = request.getMethod();
        presented.take(
                SeatProof.of(request.getHeaderString(SeatProof.HEADER)),
                method,
                request.getUriInfo().getRequestUri().getRawPath());
        var rest = asked.substring(SESSION.length());
        if (!OPEN.contains(rest)) {
            var id = request.getUriInfo().getPathParameters().getFirst("id");
            guard.require(SessionIds.of(id), caller.personId().toString(), act(method, rest));
        }
    }

    /** What the resource declares, not what was typed: a path can be written in more than one way. */
    private static String declared(AnnotatedElement element) {
        var path = element == null ? null : element.getAnnotation(Path.class);
        var text = path == null ? "" : path.value().replaceAll("^/+|/+$", "");
        return text.isEmpty() ? "" : "/" + text;
    }

    private boolean member() {
        return caller.has(Role.EXPERT) || caller.has(Role.PROCURING_ENTITY);
    }

    private static Act act(String method, String rest) {
        if (!method.equals(HttpMethod.GET)) {
            return HARMLESS.contains(rest) ? Act.READ : Act.COMMIT;
        }
        return rest.isEmpty() || rest.startsWith("/report") ? Act.READ_RESULT : Act.READ;
    }
}
