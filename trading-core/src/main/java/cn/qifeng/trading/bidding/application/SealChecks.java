package cn.qifeng.trading.bidding.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.trading.bidding.domain.Bidder;
import cn.qifeng.trading.bidding.domain.BiddingRefusal;
import cn.qifeng.trading.bidding.domain.LotKey;
import cn.qifeng.trading.bidding.domain.Sealing;
import cn.qifeng.trading.bidding.domain.Uploads;
import cn.qifeng.trading.keys.PlatformKeys;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.cert.CertificatePath;
import cn.qifeng.trust.envelope.BidHeader;
import cn.qifeng.trust.envelope.EnvelopeCheck;
import cn.qifeng.trust.envelope.EnvelopeCheck.Expected;
import cn.qifeng.trust.envelope.EnvelopeCheck.Former;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.sign.Signed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** Everything that can be checked of an envelope without a key (docs/bid-envelope.md section 6). */
@ApplicationScoped
class SealChecks {

    private final LotKeySets keySets;
    private final PlatformKeys keys;
    private final Directory directory;
    private final Uploads uploads;

    SealChecks(LotKeySets keySets, PlatformKeys keys, Directory directory, Uploads uploads) {
        this.keySets = keySets;
        this.keys = keys;
        this.directory = directory;
        this.uploads = uploads;
    }

    /** The header, if it is this bidder's next one for this lot; {@code last} its former, or {@code null}. */
    BidHeader check(PublishedLot lot, Bidder bidder, SealedRequest request, Sealing last) {
        var former =
                last == null ? null : new Former(Hex.decode(last.bidId()), last.seq(), Hex.decode(last.headerHash()));
        var checked = EnvelopeCheck.check(
                request.header(),
                request.signature(),
                new Expected(
                        Hex.decode(lot.tenderCtx()), lot.docVersion(), lot.openingMode(), keySets.of(lot), former));
        requireBound(checked.signed(), bidder);
        return checked.header();
    }

    private void requireBound(Signed signed, Bidder bidder) {
        var now = Instant.now();
        new CertificatePath(keys.roots()).checkSigner(signed.certificate(), signed.chain(), now);
        var id = signed.certificateId();
        boolean bound = directory
                .certificate(id)
                .filter(one -> one.usable(now))
                .flatMap(one -> directory.person(one.person()).party())
                .filter(bidder.party()::equals)
                .isPresent();
        if (!bound) {
            throw BiddingRefusal.CERTIFICATE.with(
                    Facts.field("certificate", id, "one bound to the caller").map());
        }
    }

    /** The upload behind a ticket, marked as used, after its frames were compared with the header. */
    UUID frames(LotKey key, Bidder bidder, String ticket, BidHeader header) {
        var id = id(ticket);
        var upload = uploads.of(key, id, bidder.uscc()).orElseThrow(SealChecks::badTicket);
        if (!Bytes.same(Bytes.ascii(key.ticket(id)), Bytes.ascii(ticket))) {
            throw badTicket();
        }
        var hashes = new HashMap<Integer, List<byte[]>>();
        for (var frame : uploads.frames(id)) {
            hashes.computeIfAbsent(frame.n(), n -> new ArrayList<>()).add(Hex.decode(frame.sm3()));
        }
        EnvelopeCheck.checkFrames(header, hashes);
        uploads.save(key, upload.sealed());
        return id;
    }

    private static UUID id(String ticket) {
        try {
            return UUID.fromString(ticket.substring(0, Math.max(0, ticket.indexOf('.'))));
        } catch (IllegalArgumentException e) {
            throw badTicket();
        }
    }

    private static RuntimeException badTicket() {
        return BiddingRefusal.TICKET.with(
                Facts.field("ticket", "another one", "the ticket of a complete upload of your own for this lot")
                        .map());
    }
}
