package cn.qifeng.evaluation.attendance.web;

import cn.qifeng.evaluation.attendance.application.AttendanceSheet;
import cn.qifeng.evaluation.attendance.application.ReadAttendance;
import cn.qifeng.evaluation.attendance.domain.Attendance;
import cn.qifeng.evaluation.attendance.domain.AttendanceEnd;
import cn.qifeng.evaluation.attendance.domain.FeeUnit;
import cn.qifeng.evaluation.panel.application.SessionIds;
import cn.qifeng.kit.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;

/** Attendances and fees of a concluded evaluation (签到与劳务费). Translates; decides nothing. */
@Path("/api/evaluation/sessions/{id}/attendance")
@RolesAllowed(Role.CENTRE)
class AttendanceResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ReadAttendance read;

    AttendanceResource(ReadAttendance read) {
        this.read = read;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public SheetBody sheet(@PathParam("id") String id) {
        return SheetBody.of(read.of(SessionIds.of(id)));
    }

    @GET
    @Path("/xlsx")
    @Produces(XLSX)
    public Response book(@PathParam("id") String id) {
        return Response.ok(read.book(SessionIds.of(id)))
                .header("Content-Disposition", "attachment; filename=\"attendance.xlsx\"")
                .build();
    }

    /** The sheet; fees are in fen, {@code null} where there is none. */
    record SheetBody(FeeUnit unit, Long fenPerUnit, long totalFen, List<LineBody> lines) {

        static SheetBody of(AttendanceSheet sheet) {
            return new SheetBody(
                    sheet.rules().unit(),
                    sheet.rules().fenPerUnit().orElse(null),
                    sheet.totalFen(),
                    sheet.lines().stream().map(it -> LineBody.of(it, sheet)).toList());
        }
    }

    /** One attendance. */
    record LineBody(
            String number,
            String name,
            String employer,
            boolean expert,
            String site,
            String seat,
            Instant from,
            Instant to,
            AttendanceEnd end,
            Long units,
            Long feeFen) {

        static LineBody of(Attendance it, AttendanceSheet sheet) {
            return new LineBody(
                    it.number(),
                    it.name(),
                    it.employer(),
                    it.expert(),
                    it.site(),
                    it.seat(),
                    it.from(),
                    it.to().orElse(null),
                    it.end().orElse(null),
                    it.lasted().map(sheet.rules()::units).orElse(null),
                    sheet.rules().fee(it).orElse(null));
        }
    }
}
