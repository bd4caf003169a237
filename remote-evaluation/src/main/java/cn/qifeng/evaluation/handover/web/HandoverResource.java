package cn.qifeng.evaluation.handover.web;

import cn.qifeng.evaluation.handover.application.HandOver;
import cn.qifeng.evaluation.handover.application.HandoverSettings;
import cn.qifeng.evaluation.handover.application.KeepHandedFiles;
import cn.qifeng.evaluation.handover.application.ReadHandovers;
import cn.qifeng.evaluation.handover.application.ReceiveHandover;
import cn.qifeng.evaluation.handover.web.HandoverBody.FileBody;
import cn.qifeng.evaluation.site.application.SiteReaders;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Handovers of sub-sites (副场资料移交), by their bookings. Translates; decides nothing. */
@Path("/api/evaluation/handovers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class HandoverResource {

    private final ReadHandovers read;
    private final HandOver handOver;
    private final ReceiveHandover receive;
    private final KeepHandedFiles files;
    private final HandoverSettings settings;
    private final SiteReaders readers;
    private final Caller caller;

    HandoverResource(
            ReadHandovers read,
            HandOver handOver,
            ReceiveHandover receive,
            KeepHandedFiles files,
            HandoverSettings settings,
            SiteReaders readers,
            Caller caller) {
        this.read = read;
        this.handOver = handOver;
        this.receive = receive;
        this.files = files;
        this.settings = settings;
        this.readers = readers;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.CENTRE, Role.SUB_SITE, Role.SUPERVISOR})
    public List<HandoverBody> all() {
        var reader = readers.now();
        return read.all(reader).stream()
                .map(it -> HandoverBody.of(it, reader.whole()))
                .toList();
    }

    @GET
    @Path("/limits")
    @RolesAllowed(Role.SUB_SITE)
    public Limits limits() {
        return new Limits(
                settings.days(),
                settings.fileBytesMax(),
                settings.bytesMax(),
                settings.filesMax(),
                settings.partBytesMax());
    }

    @GET
    @Path("/{booking}")
    @RolesAllowed({Role.CENTRE, Role.SUB_SITE, Role.SUPERVISOR})
    public HandoverBody one(@PathParam("booking") UUID booking) {
        var reader = readers.now();
        return HandoverBody.of(read.one(reader, booking), reader.whole());
    }

    @POST
    @Path("/{booking}/files")
    @RolesAllowed(Role.SUB_SITE)
    public FileBody announce(@PathParam("booking") UUID booking, @NotNull @Valid Announced file) {
        return FileBody.of(files.announce(readers.now(), booking, file.sm3(), file.name(), file.length()));
    }

    @PUT
    @Path("/{booking}/files/{sm3}/parts")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed(Role.SUB_SITE)
    public FileBody part(
            @PathParam("booking") UUID booking,
            @PathParam("sm3") String sm3,
            @QueryParam("offset") long offset,
            byte[] part) {
        return FileBody.of(files.part(readers.now(), booking, sm3, offset, part));
    }

    @DELETE
    @Path("/{booking}/files/{sm3}")
    @RolesAllowed(Role.SUB_SITE)
    public void takeBack(@PathParam("booking") UUID booking, @PathParam("sm3") String sm3) {
        files.takeBack(readers.now(), booking, sm3);
    }

    @GET
    @Path("/{booking}/files/{sm3}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed({Role.CENTRE, Role.SUB_SITE, Role.SUPERVISOR})
    public Response file(@PathParam("booking") UUID booking, @PathParam("sm3") String sm3) {
        var opened = read.file(readers.now(), booking, sm3);
        var name =
                URLEncoder.encode(opened.file().name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(opened.bytes())
                .header(HttpHeaders.CONTENT_LENGTH, opened.file().received())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + name)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("/{booking}/to-sign")
    @RolesAllowed(Role.SUB_SITE)
    public ObjectNode toSign(@PathParam("booking") UUID booking) {
        return handOver.toSign(readers.now(), booking);
    }

    @POST
    @Path("/{booking}/submissions")
    @RolesAllowed(Role.SUB_SITE)
    public HandoverBody submit(@PathParam("booking") UUID booking, JsonNode statement) {
        handOver.submit(readers.now(), booking, caller.certificateId(), statement);
        return one(booking);
    }

    @GET
    @Path("/{booking}/receipt/to-sign")
    @RolesAllowed(Role.CENTRE)
    public ObjectNode receiptToSign(@PathParam("booking") UUID booking) {
        return receive.toSign(booking);
    }

    @POST
    @Path("/{booking}/receipt")
    @RolesAllowed(Role.CENTRE)
    public HandoverBody receive(@PathParam("booking") UUID booking, JsonNode statement) {
        receive.receive(booking, caller.personId().toString(), caller.certificateId(), statement);
        return one(booking);
    }

    /** A file that is to be uploaded. */
    record Announced(@NotNull String sm3, @NotNull String name, long length) {}

    /** What one may upload. */
    record Limits(int days, long fileBytesMax, long bytesMax, int filesMax, int partBytesMax) {}
}
