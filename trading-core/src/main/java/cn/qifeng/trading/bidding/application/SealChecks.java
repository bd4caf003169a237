package cn.qifeng.trading.bidding.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.trading.bidding.domain.Bidder;
import cn.qifeng.trading.bidding.domain.BiddingRefusal;
import cn.qifeng.trading.bidding.domain.LotKey;
import cn.qifeng.trading.bidding.domain.Sealing;
import cn.qifeng.trading.bidding.domain.Stamp;
import cn.qifeng.trading.bidding.domain.Upload;
import cn.qifeng.trading.keys.PlatformKeys;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Everything that can be checked of an envelope without a key (docs/bid-envelope.md section 6). */
@ApplicationScoped
class SealChecks {

    private final LotKeySets keySets;
    private final PlatformKeys keys;

    SealChecks(LotKeySets keySets, PlatformKeys keys) {
        this.keySets = keySets;
        this.keys = keys;
    }

    /** The header, if it is this bidder's next one for this lot; {@code last} its former, or {@code null}. */
    BidHeader check(SealScene scene, Bidder bidder, WaitingSeal seal, Stamp stamp, Sealing last) {
        var former =
                last == null ? null : new Former(Hex.decode(last.bidId()), last.seq(), Hex.decode(last.headerHash()));
        var checked = seal.checked();
        var set = sealable(scene, checked.header(), stamp);
        EnvelopeCheck.checkPlace(checked.header(), expected(scene.lot(), set, former));
        requireBound(scene, checked.signed(), bidder);
        return checked.header();
    }

    /**
     * The set that the header must name: the one that it names when that was in force at the stamp, so that a seal which
     * was under way when a set was replaced stays good; else the current one. A set of the lot that is replaced has a
     * refusal of its own.
     */
    private static String sealable(SealScene scene, BidHeader header, Stamp stamp) {
        var named = Hex.encode(header.core().trusteeSet());
        var sets = scene.sets();
        var current = sets.currentId();
        if (sets.lost().containsKey(named)) {
            throw BiddingRefusal.KEY_SET_LOST.with(
                    Facts.field("trusteeSet", named, "the set that takes its place, once it is in force")
                            .map());
        }
        if (sets.sealable(named, stamp.at(), stamp.boundMs())) {
            return named;
        }
        if (sets.find(named).isPresent()) {
            throw BiddingRefusal.KEY_SET_REPLACED.with(
                    Facts.field("trusteeSet", named, current).map());
        }
        return current;
    }

    private Expected expected(PublishedLot lot, String set, Former former) {
        return new Expected(
                Hex.decode(lot.tenderCtx()), lot.docVersion(), lot.openingMode(), keySets.recipients(lot, set), former);
    }

    private void requireBound(SealScene scene, Signed signed, Bidder bidder) {
        new CertificatePath(keys.roots()).checkSigner(signed.certificate(), signed.chain(), Instant.now());
        var id = signed.certificateId();
        if (!bidder.party().equals(scene.signers().get(id))) {
            throw BiddingRefusal.CERTIFICATE.with(
                    Facts.field("certificate", id, "one bound to the caller").map());
        }
    }

    /** The upload behind a ticket as used by this seal, after its frames were compared with the header. */
    Upload frames(SealScene scene, LotKey key, Bidder bidder, String ticket, BidHeader header) {
        var id = upload(ticket).orElseThrow(SealChecks::badTicket);
        var upload = scene.uploads().get(id);
        if (upload == null
                || !upload.bidder().equals(bidder.uscc())
                || !Bytes.same(Bytes.ascii(key.ticket(id)), Bytes.ascii(ticket))) {
            throw badTicket();
        }
        EnvelopeCheck.checkFrames(header, hashes(scene.frames().getOrDefault(id, Map.of())));
        return upload.sealed();
    }

    private static Map<Integer, List<byte[]>> hashes(Map<Integer, List<String>> hex) {
        return hex.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        file -> file.getValue().stream().map(Hex::decode).toList()));
    }

    /** The upload that a ticket names; empty when it cannot be one. */
    static Optional<UUID> upload(String ticket) {
        try {
            return Optional.of(UUID.fromString(ticket.substring(0, Math.max(0, ticket.indexOf('.')))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static RuntimeException badTicket() {
        return BiddingRefusal.TICKET.with(
                Facts.field("ticket", "another one", "the ticket of a complete upload of your own for this lot")
                        .map());
    }
}
