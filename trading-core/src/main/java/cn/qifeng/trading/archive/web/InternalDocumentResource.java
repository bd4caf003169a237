package cn.qifeng.trading.archive.web;

import cn.qifeng.kernel.TenderId;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.archive.application.DocumentArchive;
import cn.qifeng.trading.archive.domain.Visibility;
import cn.qifeng.trust.hash.Sm3;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;

/** Documents of other services that entries name by hash; idempotent by hash, never public by this call. */
@Path("/internal/tenders/{tender}/documents/{sm3}")
@RolesAllowed(Role.SERVICE)
class InternalDocumentResource {

    private final DocumentArchive archive;

    InternalDocumentResource(DocumentArchive archive) {
        this.archive = archive;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public void keep(@PathParam("tender") TenderId tender, @PathParam("sm3") String sm3, byte[] content) {
        if (!Sm3.hex(content).equals(sm3)) {
            throw new BadRequestException("the bytes have another hash");
        }
        if (archive.find(tender, sm3).isEmpty()) {
            archive.keep(tender, sm3.substring(0, 16) + ".pdf", "application/pdf", Visibility.RESTRICTED, content);
        }
    }
}
