package cn.qifeng.trading.bidding.web;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kit.access.Role;
import cn.qifeng.kit.idempotency.NotKept;
import cn.qifeng.trading.bidding.application.CallingBidder;
import cn.qifeng.trading.bidding.application.FollowUpload;
import cn.qifeng.trading.bidding.application.OpenUpload;
import cn.qifeng.trading.bidding.application.StoreFrame;
import cn.qifeng.trading.bidding.domain.FileLayout;
import cn.qifeng.trading.bidding.domain.UploadLayout;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/**
 * Uploads of encrypted frames (上传). The lot stands only in the body of the first call, never in an address; answers
 * are not kept for repetition, because that row would tie a person to an upload.
 */
@Path("/api/core/uploads")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.BIDDER)
@NotKept
class UploadResource {

    /** What a bidder announces. */
    record Announcement(LotId lotId, List<FileLayout> files) {}

    /** The new upload. */
    record Opened(UUID id) {}

    /** What the seal refers to. */
    record Ticket(String ticket) {}

    private final OpenUpload openUpload;
    private final StoreFrame storeFrame;
    private final FollowUpload followUpload;
    private final CallingBidder bidder;

    UploadResource(OpenUpload openUpload, StoreFrame storeFrame, FollowUpload followUpload, CallingBidder bidder) {
        this.openUpload = openUpload;
        this.storeFrame = storeFrame;
        this.followUpload = followUpload;
        this.bidder = bidder;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Opened open(Announcement announcement) {
        var layout = new UploadLayout(announcement.files() == null ? List.of() : announcement.files());
        return new Opened(openUpload
                .open(announcement.lotId(), bidder.now().uscc(), layout)
                .id());
    }

    @PUT
    @Path("/{id}/files/{n}/frames/{i}")
    @Consumes(MediaType.WILDCARD)
    public void frame(
            @PathParam("id") UUID id,
            @PathParam("n") int n,
            @PathParam("i") int i,
            @HeaderParam("X-Frame-SM3") String sm3,
            InputStream bytes) {
        storeFrame.store(id, bidder.now().uscc(), n, i, sm3, bytes);
    }

    @GET
    @Path("/{id}")
    public UploadView progress(@PathParam("id") UUID id) {
        return UploadView.of(followUpload.progress(id, bidder.now().uscc()));
    }

    @POST
    @Path("/{id}/ticket")
    public Ticket ticket(@PathParam("id") UUID id) {
        return new Ticket(followUpload.ticket(id, bidder.now().uscc()));
    }
}
