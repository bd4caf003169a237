package cn.qifeng.trading.bidding.web;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kit.access.Role;
import cn.qifeng.kit.idempotency.NotKept;
import cn.qifeng.trading.bidding.application.CallingBidder;
import cn.qifeng.trading.bidding.application.SealBid;
import cn.qifeng.trading.bidding.application.SealedRequest;
import cn.qifeng.trading.bidding.application.StampReading;
import cn.qifeng.trading.bidding.application.WithdrawBid;
import cn.qifeng.trading.bidding.domain.BiddingRefusal;
import cn.qifeng.trust.envelope.BidHeader;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Signatures;
import cn.qifeng.trust.sign.Statement;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;

/**
 * The seal and the withdrawal (封标与撤回). Both were read to the last byte by {@link LastByteRoute}, and the stamp says
 * when that was; a repeated request is recognised in the bid itself and not by a kept answer, which would tie a person to a lot. Receipts leave as canonical bytes.
 */
@Path("/api/core")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.BIDDER)
@NotKept
class SealResource {

    private static final int BYTES_MAX = 192 * 1024;
    private static final int TICKET_MAX = 128;

    private final SealBid sealBid;
    private final WithdrawBid withdrawBid;
    private final CallingBidder bidder;
    private final StampReading stamps;
    private final LastByteRoute lastBytes;

    SealResource(
            SealBid sealBid,
            WithdrawBid withdrawBid,
            CallingBidder bidder,
            StampReading stamps,
            LastByteRoute lastBytes) {
        this.sealBid = sealBid;
        this.withdrawBid = withdrawBid;
        this.bidder = bidder;
        this.stamps = stamps;
        this.lastBytes = lastBytes;
    }

    @POST
    @Path("/seals")
    public byte[] seal(@HeaderParam("Idempotency-Key") String requestKey, InputStream body, RoutingContext http)
            throws IOException {
        try (var underWay = lastBytes.take(http)) {
            return seal(requestKey, readAll(body), underWay.lastByteNanos());
        }
    }

    private byte[] seal(String requestKey, byte[] bytes, long lastByteNanos) {
        var fields = Fields.of(CanonicalJson.read(bytes)).exactly("lotId", "header", "signature", "ticket");
        var ticket = fields.text("ticket");
        if (requestKey == null || requestKey.isBlank() || ticket.length() > TICKET_MAX) {
            throw BiddingRefusal.NO_REQUEST_KEY.with(
                    Facts.field("Idempotency-Key", requestKey, "UUID").map());
        }
        var request = new SealedRequest(
                new LotId(fields.uuid("lotId")),
                fields.base64("header", BidHeader.SIZE_MAX),
                fields.base64("signature", Signatures.SIZE_MAX),
                ticket,
                requestKey,
                lastByteNanos);
        return CanonicalJson.encode(sealBid.seal(bidder.claimed(), request).toJson());
    }

    @POST
    @Path("/withdrawals")
    public byte[] withdraw(InputStream body, RoutingContext http) throws IOException {
        try (var underWay = lastBytes.take(http)) {
            var stamp = stamps.of(underWay.lastByteNanos());
            var statement = Statement.from(CanonicalJson.read(readAll(body)));
            return CanonicalJson.encode(
                    withdrawBid.withdraw(bidder.now(), statement, stamp).toJson());
        }
    }

    private static byte[] readAll(InputStream body) throws IOException {
        var bytes = body.readNBytes(BYTES_MAX + 1);
        if (bytes.length > BYTES_MAX) {
            throw BiddingRefusal.LAYOUT.with(
                    Facts.field("body", "> " + BYTES_MAX, BYTES_MAX).map());
        }
        return bytes;
    }
}
