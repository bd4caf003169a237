package cn.qifeng.trading.supervision.web;

import cn.qifeng.kernel.TenderId;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.supervision.application.ExportPackage;
import cn.qifeng.trading.supervision.domain.Cut;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** The evidence package: the public cut for anyone, its own for a bidder, the whole for the supervisor. */
@Path("/api/core/tenders/{id}/package")
@PermitAll
class PackageResource {

    private final ExportPackage exportPackage;
    private final Directory directory;
    private final Caller caller;

    PackageResource(ExportPackage exportPackage, Directory directory, Caller caller) {
        this.exportPackage = exportPackage;
        this.directory = directory;
        this.caller = caller;
    }

    private ExportPackage.Export party(TenderId tender) {
        caller.require(Role.BIDDER);
        return exportPackage.ofParty(tender, directory.party(caller.partyId()).uscc());
    }

    private ExportPackage.Export trustee(TenderId tender) {
        caller.personId();
        return exportPackage.ofTrustee(tender, caller.certificateId());
    }

    private ExportPackage.Export export(TenderId tender, Cut cut) {
        return switch (cut) {
            case PARTY -> party(tender);
            case TRUSTEE -> trustee(tender);
            default -> exportPackage.of(tender, cut);
        };
    }

    @GET
    public Response export(@PathParam("id") TenderId tender, @QueryParam("cut") @DefaultValue("PUBLIC") String name) {
        var cut = Cut.named(name);
        if (cut == Cut.SUPERVISOR) {
            caller.require(Role.SUPERVISOR);
        }
        var export = export(tender, cut);
        StreamingOutput stream = out -> export.writer().accept(out);
        return Response.ok(stream, "application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + export.fileName() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
