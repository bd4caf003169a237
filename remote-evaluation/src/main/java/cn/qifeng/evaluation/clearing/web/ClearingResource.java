package cn.qifeng.evaluation.clearing.web;

import cn.qifeng.evaluation.clearing.application.ReadClearing;
import cn.qifeng.evaluation.clearing.application.ReadClearing.RowWanted;
import cn.qifeng.evaluation.clearing.application.Reader;
import cn.qifeng.evaluation.clearing.application.StartClearing;
import cn.qifeng.evaluation.clearing.domain.ClearingRefusal;
import cn.qifeng.evaluation.clearing.domain.FindingFilter;
import cn.qifeng.evaluation.clearing.domain.FindingKind;
import cn.qifeng.evaluation.clearing.domain.Severity;
import cn.qifeng.evaluation.panel.application.SessionIds;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Arrays;
import java.util.Optional;

/** Clearing of the opened bids' bills. Translates; decides nothing. */
@Path("/api/evaluation/sessions/{id}/clearing")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY, Role.SUPERVISOR})
class ClearingResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int SIZE_MAX = 200;
    private static final int PAGE_MAX = 1_000_000;

    private final StartClearing startClearing;
    private final ReadClearing readClearing;
    private final Caller caller;

    ClearingResource(StartClearing startClearing, ReadClearing readClearing, Caller caller) {
        this.startClearing = startClearing;
        this.readClearing = readClearing;
        this.caller = caller;
    }

    @GET
    public ClearingBody view(@PathParam("id") String id) {
        return ClearingBody.of(readClearing.view(SessionIds.of(id), reader()));
    }

    @POST
    public ClearingBody start(@PathParam("id") String id) {
        startClearing.start(SessionIds.of(id), reader());
        return view(id);
    }

    @GET
    @Path("/findings")
    public FindingsBody findings(
            @PathParam("id") String id,
            @QueryParam("bid") String bid,
            @QueryParam("kind") String kind,
            @QueryParam("severity") String severity,
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("size") @DefaultValue("50") int size) {
        var filter = new FindingFilter(
                named("kind", kind, FindingKind.values()), named("severity", severity, Severity.values()), words);
        return FindingsBody.of(readClearing.findings(
                SessionIds.of(id),
                reader(),
                given(bid),
                filter,
                Math.max(1, Math.min(PAGE_MAX, page)),
                Math.max(1, Math.min(SIZE_MAX, size))));
    }

    @GET
    @Path("/bids/{bid}/rows")
    public RowsBody rows(
            @PathParam("id") String id,
            @PathParam("bid") String bid,
            @QueryParam("tender") @DefaultValue("false") boolean tender,
            @QueryParam("sheet") @DefaultValue("") String sheet,
            @QueryParam("row") @DefaultValue("0") int row,
            @QueryParam("code") @DefaultValue("") String code) {
        var wanted = new RowWanted(tender, sheet, row, code);
        return RowsBody.of(readClearing.rows(SessionIds.of(id), reader(), bid, wanted));
    }

    @GET
    @Path("/workbook")
    @Produces(XLSX)
    public Response workbook(@PathParam("id") String id) {
        var writer = readClearing.workbook(SessionIds.of(id), reader());
        StreamingOutput stream = writer::accept;
        return Response.ok(stream, XLSX)
                .header("Content-Disposition", "attachment; filename=\"clearing.xlsx\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .build();
    }

    private Reader reader() {
        return new Reader(caller.personId().toString(), caller.has(Role.SUPERVISOR));
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).filter(it -> !it.isBlank());
    }

    private static <T extends Enum<T>> Optional<T> named(String field, String name, T[] values) {
        return given(name)
                .map(it -> Arrays.stream(values)
                        .filter(value -> value.name().equals(it))
                        .findFirst()
                        .orElseThrow(() -> ClearingRefusal.BAD_FILTER.with(
                                Facts.field(field, it, Arrays.toString(values)).map())));
    }
}
