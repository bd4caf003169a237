package cn.qifeng.evaluation.expert.web;

import cn.qifeng.evaluation.expert.application.ChangeExpert;
import cn.qifeng.evaluation.expert.application.ImportExperts;
import cn.qifeng.evaluation.expert.application.ImportExperts.Imported;
import cn.qifeng.evaluation.expert.application.ReadPool;
import cn.qifeng.evaluation.expert.domain.ExpertFilter;
import cn.qifeng.evaluation.expert.domain.ExpertState;
import cn.qifeng.evaluation.expert.domain.Specialty;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The pool of experts, kept by the trading centre (专家库管理). */
@Path("/api/evaluation/experts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.CENTRE)
class PoolResource {

    private static final int TEXT_MAX = 500;

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int PAGE_MAX = 100;

    private final ReadPool read;
    private final ImportExperts importExperts;
    private final ChangeExpert change;
    private final Caller caller;

    PoolResource(ReadPool read, ImportExperts importExperts, ChangeExpert change, Caller caller) {
        this.read = read;
        this.importExperts = importExperts;
        this.change = change;
        this.caller = caller;
    }

    @GET
    public PoolPage find(
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("specialty") @DefaultValue("") String specialty,
            @QueryParam("region") @DefaultValue("") String region,
            @QueryParam("state") ExpertState state,
            @QueryParam("page") @DefaultValue("0") @Min(0) int page,
            @QueryParam("size") @DefaultValue("20") @Min(1) @Max(PAGE_MAX) int size) {
        var filter = new ExpertFilter(text.strip(), specialty.strip(), region.strip(), Optional.ofNullable(state));
        var found = read.find(filter, page, size);
        return new PoolPage(found.files().stream().map(ExpertLine::of).toList(), found.count());
    }

    @GET
    @Path("/specialties")
    public List<Specialty> specialties() {
        return read.specialties();
    }

    @GET
    @Path("/workbook")
    @Produces(XLSX)
    public Response workbook() {
        return Response.ok(read.workbook(), XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"experts.xlsx\"")
                .build();
    }

    @POST
    @Path("/workbook")
    @Consumes({XLSX, MediaType.APPLICATION_OCTET_STREAM})
    public Imported take(byte[] xlsx) {
        return importExperts.take(xlsx, person());
    }

    @GET
    @Path("/{number}")
    public ExpertView file(@PathParam("number") String number) {
        return ExpertView.of(read.file(number));
    }

    @POST
    @Path("/{number}/suspension")
    public ExpertView suspend(@PathParam("number") String number, @NotNull @Valid Period period) {
        change.suspend(number, period.from(), period.until(), period.reason(), person());
        return file(number);
    }

    @POST
    @Path("/{number}/resumption")
    public ExpertView resume(@PathParam("number") String number, @NotNull @Valid Reason reason) {
        change.resume(number, reason.reason(), person());
        return file(number);
    }

    @POST
    @Path("/{number}/removal")
    public ExpertView remove(@PathParam("number") String number, @NotNull @Valid Reason reason) {
        change.remove(number, reason.reason(), person());
        return file(number);
    }

    @POST
    @Path("/{number}/training")
    public ExpertView train(@PathParam("number") String number, @NotNull @Valid Period training) {
        change.train(number, training.until(), training.reason(), person());
        return file(number);
    }

    private String person() {
        return caller.personId().toString();
    }

    /** Days with a reason; each may be missing where it is not asked for. */
    record Period(
            LocalDate from,
            LocalDate until,
            @Size(max = TEXT_MAX) String reason) {}

    /** A reason. */
    record Reason(@Size(max = TEXT_MAX) String reason) {}

    /** Some of those that fit, and how many fit. */
    record PoolPage(List<ExpertLine> experts, long count) {}
}
