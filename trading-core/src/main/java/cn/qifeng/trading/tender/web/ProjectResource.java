package cn.qifeng.trading.tender.web;

import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.tender.application.OwnTenders;
import cn.qifeng.trading.tender.application.RegisterProject;
import cn.qifeng.trading.tender.domain.Project;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;

/** Projects (项目) of an agency and the tenders in them. */
@Path("/api/core/projects")
@RolesAllowed(Role.AGENCY)
class ProjectResource {

    private final RegisterProject register;
    private final OwnTenders own;
    private final Caller caller;

    ProjectResource(RegisterProject register, OwnTenders own, Caller caller) {
        this.register = register;
        this.own = own;
        this.caller = caller;
    }

    /** A project. */
    record View(
            String id, String code, String name, String kind, String region, String procuringEntity, String agency) {

        static View of(Project project) {
            return new View(
                    project.id().toString(),
                    project.code().value(),
                    project.name(),
                    project.kind(),
                    project.region(),
                    project.procuringEntity().name(),
                    project.agency().name());
        }
    }

    /** A code that a public service platform gave, or {@code null}. */
    record NewTender(String unifiedDealCode) {}

    @POST
    public View register(RegisterProject.Application application) {
        return View.of(register.project(application, caller.partyId()));
    }

    @GET
    public List<View> mine() {
        return own.projectsOf(caller.partyId()).stream().map(View::of).toList();
    }

    @POST
    @Path("/{id}/tenders")
    public TenderView tender(@PathParam("id") UUID id, NewTender request) {
        String code = request == null ? null : request.unifiedDealCode();
        return TenderView.of(register.tender(id, code, caller.partyId()));
    }
}
