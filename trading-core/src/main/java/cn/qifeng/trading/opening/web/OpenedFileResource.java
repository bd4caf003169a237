package cn.qifeng.trading.opening.web;

import cn.qifeng.kernel.ByteRange;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.opening.application.OpenedFiles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** Opened files for the evaluation, decrypted on the way (已启封文件). */
@Path("/internal/lots/{lot}/bids/{bidId}/files")
@RolesAllowed(Role.SERVICE)
class OpenedFileResource {

    private final OpenedFiles files;

    OpenedFileResource(OpenedFiles files) {
        this.files = files;
    }

    @GET
    @Path("/{n}")
    public Response file(
            @PathParam("lot") LotId lot,
            @PathParam("bidId") String bidId,
            @PathParam("n") int n,
            @HeaderParam("Range") String range) {
        var content = files.of(lot, bidId, n, ByteRange.of(range));
        StreamingOutput stream = out -> content.writer().accept(out);
        var answer = Response.ok(stream, MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_LENGTH, content.length());
        content.part()
                .ifPresent(part -> answer.status(Response.Status.PARTIAL_CONTENT)
                        .header("Content-Range", part.given(content.whole())));
        return answer.build();
    }
}
