package cn.qifeng.trading.party.web;

import cn.qifeng.kernel.PersonId;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.party.application.AssignRoles;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.party.domain.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;

/** People and their roles, for the security administrator (授权管理). */
@Path("/api/core/people")
@RolesAllowed(Role.SECURITY_ADMIN)
public class PeopleResource {

    private final Directory directory;
    private final AssignRoles assignRoles;

    PeopleResource(Directory directory, AssignRoles assignRoles) {
        this.directory = directory;
        this.assignRoles = assignRoles;
    }

    /** Everybody, by account. */
    @GET
    public List<PersonView> list() {
        return directory.everybody().stream()
                .map(person -> PersonView.of(person, directory))
                .toList();
    }

    /** Gives exactly these roles. */
    @PUT
    @Path("/{id}/roles")
    public PersonView assign(PersonId id, @NotNull @Valid RolesForm form) {
        return PersonView.of(assignRoles.assign(id, new Roles(form.roles())), directory);
    }

    /** The roles to have. */
    public record RolesForm(@NotNull Set<String> roles) {}
}
