package cn.qifeng.trading.archive.web;

import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import cn.qifeng.kit.service.Services;
import cn.qifeng.trading.archive.application.DrawAsOfd;
import cn.qifeng.trading.keys.DocumentSeal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Puts the platform's seal on the evaluation report, which remote-evaluation prints and no other service may bring. */
@Path("/internal/document-seals")
@RolesAllowed(Role.SERVICE)
class InternalSealResource {

    private final DocumentSeal seal;
    private final DrawAsOfd ofd;
    private final Caller caller;

    InternalSealResource(DocumentSeal seal, DrawAsOfd ofd, Caller caller) {
        this.seal = seal;
        this.ofd = ofd;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public byte[] seal(byte[] pdf) {
        caller.requireService(Services.REMOTE_EVALUATION);
        try {
            return seal.seal(pdf);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException("the document has no empty places of the seal", e);
        }
    }

    @POST
    @Path("/ofd")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public byte[] ofd(byte[] pdf) {
        caller.requireService(Services.REMOTE_EVALUATION);
        return ofd.of(pdf);
    }
}
