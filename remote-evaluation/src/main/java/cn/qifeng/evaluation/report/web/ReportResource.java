package cn.qifeng.evaluation.report.web;

import cn.qifeng.evaluation.panel.application.SessionIds;
import cn.qifeng.evaluation.report.application.SignReport;
import cn.qifeng.evaluation.report.domain.EvaluationReport;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The evaluation report and its signatures. Translates; decides nothing. */
@Path("/api/evaluation/sessions/{id}/report")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ReportResource {

    private final SignReport signReport;
    private final Caller caller;

    ReportResource(SignReport signReport, Caller caller) {
        this.signReport = signReport;
        this.caller = caller;
    }

    @GET
    @Produces("application/pdf")
    @RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY})
    public byte[] pdf(@PathParam("id") String id) {
        return signReport.pdf(SessionIds.of(id), person());
    }

    @GET
    @Path("/ofd")
    @Produces("application/ofd")
    @RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY})
    public byte[] ofd(@PathParam("id") String id) {
        return signReport.ofd(SessionIds.of(id), person());
    }

    @GET
    @Path("/docx")
    @Produces("application/vnd.openxmlformats-officedocument.wordprocessingml.document")
    @RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY})
    public byte[] docx(@PathParam("id") String id) {
        return signReport.docx(SessionIds.of(id), person());
    }

    @GET
    @Path("/to-sign")
    @RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY})
    public ObjectNode toSign(@PathParam("id") String id) {
        return signReport.toSign(SessionIds.of(id), person());
    }

    @POST
    @Path("/signatures")
    @RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY})
    public ReportView sign(@PathParam("id") String id, JsonNode statement) {
        return ReportView.of(signReport.sign(SessionIds.of(id), person(), statement));
    }

    @POST
    @Path("/closing")
    @RolesAllowed(Role.SUPERVISOR)
    public ReportView close(@PathParam("id") String id) {
        return ReportView.of(signReport.close(SessionIds.of(id)));
    }

    private String person() {
        return caller.personId().toString();
    }

    /** How far the signing is. */
    record ReportView(String sm3, int signatures, int dissents, int members, boolean complete) {

        static ReportView of(EvaluationReport report) {
            return new ReportView(
                    report.sm3(),
                    report.signatures().size(),
                    report.dissents().size(),
                    report.members().size(),
                    report.complete());
        }
    }
}
