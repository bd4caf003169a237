package cn.qifeng.trading.party.web;

import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.party.application.AssignRoles;
import cn.qifeng.trading.party.domain.GrantState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;

/** Changes of administrators' roles that wait for a second administrator (授权复核). */
@Path("/api/core/role-grants")
public class RoleGrantResource {

    private final AssignRoles assignRoles;
    private final Caller caller;

    RoleGrantResource(AssignRoles assignRoles, Caller caller) {
        this.assignRoles = assignRoles;
        this.caller = caller;
    }

    /** Agrees, or says no and why. */
    @POST
    @Path("/{id}/verdict")
    @RolesAllowed({Role.AUDIT_ADMIN, Role.SYSTEM_ADMIN})
    public DecidedView judge(UUID id, @NotNull @Valid VerdictForm form) {
        var decided =
                assignRoles.judge(id, form.agreed(), form.reason(), caller.personId(), Administrators.roleOf(caller));
        return new DecidedView(decided.id(), decided.state());
    }

    /** Whether the second person agrees; a no needs a reason. */
    public record VerdictForm(
            boolean agreed, @Size(max = 400) String reason) {}

    /** What came of it. */
    public record DecidedView(UUID id, GrantState state) {}
}
