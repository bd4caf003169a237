package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.bidding.application.ReceiptDesk;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.application.Proofs;
import cn.qifeng.trading.log.application.Proofs.Inclusion;
import cn.qifeng.trading.log.domain.SignedHead;
import cn.qifeng.trading.opening.domain.BidOpening.Releasing;
import cn.qifeng.trading.opening.domain.ListedBid;
import cn.qifeng.trading.opening.domain.OpeningRefusal;
import cn.qifeng.trading.opening.domain.Release;
import cn.qifeng.trading.opening.domain.ReleaseAttempt;
import cn.qifeng.trading.opening.domain.ReleaseWatch;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.envelope.BidRelease;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/**
 * Takes the releases of bidders (投标人解密放行) in mode BIDDERS. What is refused is kept, and so is a break of the platform:
 * the cause of a bid that is missing at the end is computed from it.
 */
@ApplicationScoped
public class ReleaseBids {

    /**
     * What a bidder's client needs to release.
     *
     * @param header header.der of the own live bid
     * @param checkpoint the first published head over the bid list
     * @param leaf the bid list's place under it
     * @param released the own release, or {@code null} before it
     */
    public record ToDo(
            PublishedLot lot,
            Releasing releasing,
            ListedBid line,
            byte[] header,
            SignedHead checkpoint,
            Inclusion leaf,
            KeySet set,
            Release released) {}

    private static final int TRANSACTION_SECONDS_MAX = 5;

    private final OpeningSteps steps;
    private final OpeningClock clock;
    private final OpeningParties parties;
    private final Lots lots;
    private final LotKeySets keySets;
    private final LiveBids liveBids;
    private final Directory directory;
    private final Chain chain;
    private final Proofs proofs;
    private final ReceiptDesk desk;
    private final ReleaseWatch watch;

    ReleaseBids(
            OpeningSteps steps,
            OpeningClock clock,
            OpeningParties parties,
            Lots lots,
            LotKeySets keySets,
            LiveBids liveBids,
            Directory directory,
            Chain chain,
            Proofs proofs,
            ReceiptDesk desk,
            ReleaseWatch watch) {
        this.steps = steps;
        this.clock = clock;
        this.parties = parties;
        this.lots = lots;
        this.keySets = keySets;
        this.liveBids = liveBids;
        this.directory = directory;
        this.chain = chain;
        this.proofs = proofs;
        this.desk = desk;
        this.watch = watch;
    }

    /** For the bidder for whom this person acts; refuses whoever has no live bid in the list. */
    @Transactional
    public ToDo toDo(LotId id, PersonId caller) {
        var lot = lots.of(id);
        var releasing = steps.in(id, Releasing.class);
        var name = parties.line(releasing.names(), directory.person(caller))
                .orElseThrow(OpeningRefusal.NOT_A_BIDDER_HERE::refused);
        var line = line(releasing, name.bidId());
        var sealing = liveBids.of(id, releasing.checkpoint()).stream()
                .filter(one -> one.bidId().equals(name.bidId()))
                .findFirst()
                .orElseThrow();
        var head = checkpoint(releasing);
        return new ToDo(
                lot,
                releasing,
                line,
                sealing.header(),
                head,
                proofs.inclusion(releasing.checkpoint().hash(), head.size()).orElseThrow(),
                keySets.of(lot),
                releasing.releases().stream()
                        .filter(one -> one.bidId().equals(name.bidId()))
                        .findFirst()
                        .orElse(null));
    }

    /** Takes a release, stamped when it comes in, and gives the signed receipt for it. */
    public ObjectNode release(LotId id, Statement statement) {
        var stamp = clock.now();
        var bidId = QuarkusTransaction.requiringNew().call(() -> bidOf(id, statement));
        try {
            return QuarkusTransaction.requiringNew()
                    .timeout(TRANSACTION_SECONDS_MAX)
                    .call(() -> take(id, bidId, statement, stamp));
        } catch (Refused refused) {
            if (refused.code() != OpeningRefusal.RELEASED) {
                keep(id, bidId, refused.code().code());
            }
            throw refused;
        } catch (RuntimeException broken) {
            keep(id, bidId, ReleaseAttempt.PLATFORM_ERROR);
            throw broken;
        }
    }

    /** The bid of the bidder who signed. */
    private String bidOf(LotId id, Statement statement) {
        var releasing = steps.in(id, Releasing.class);
        return parties.bidder(releasing.names(), statement).bidId();
    }

    private void keep(LotId id, String bidId, String code) {
        QuarkusTransaction.requiringNew().run(() -> watch.attempt(id, new ReleaseAttempt(bidId, clock.now(), code)));
    }

    private ObjectNode take(LotId id, String bidId, Statement statement, Instant stamp) {
        var lot = lots.of(id);
        var receipt = new ObjectNode[1];
        steps.take(id, Releasing.class, releasing -> {
            check(lot, releasing, line(releasing, bidId), statement);
            receipt[0] = receipt(lot, line(releasing, bidId), statement, Moments.format(stamp));
            var release = new Release(bidId, statement.hashHex(), stamp, statement.toJson(), receipt[0]);
            var next = releasing.release(release);
            chain.append(lot.tender(), "lot/released", OpeningEntries.released(release));
            return next;
        });
        return receipt[0];
    }

    private void check(PublishedLot lot, Releasing releasing, ListedBid line, Statement statement) {
        var release = BidRelease.from(statement.doc());
        requireSame("tender", release.tender(), lot.tender().value());
        requireSame("lot", release.lot(), lot.lot().value());
        requireSame("bidId", release.bidId(), line.bidId());
        requireSame("headerHash", release.headerHash(), line.headerHash());
        requireSame("bidList", release.bidList(), releasing.checkpoint().hash());
        requireSame(
                "checkpoint",
                release.checkpoint(),
                Sm3.hex(CanonicalJson.encode(checkpoint(releasing).doc())));
        var set = keySets.of(lot);
        requireSame("trusteeSet", release.trusteeSet(), set.idHex());
        var members = set.members().stream().map(one -> one.idHex()).toList();
        var wraps = release.wraps().stream().map(one -> one.trusteeIdHex()).toList();
        requireSame("shares.member", wraps, members);
        chain.requireSeen(lot.tender(), statement.doc());
    }

    private ObjectNode receipt(PublishedLot lot, ListedBid line, Statement statement, String stamp) {
        var receipts = desk.receipts();
        var doc = CanonicalJson.object()
                .put("type", "release-receipt")
                .put("v", 1)
                .put("tender", lot.tender().toString())
                .put("lot", lot.lot().toString())
                .put("bidId", line.bidId())
                .put("headerHash", line.headerHash())
                .put("release", statement.hashHex())
                .put("stamp", stamp)
                .put("log", receipts.log())
                .put("trustFile", receipts.trustFile())
                .put("sandbox", receipts.sandbox());
        return receipts.sign(doc).toJson();
    }

    private SignedHead checkpoint(Releasing releasing) {
        return proofs.checkpoint(releasing.checkpoint().hash())
                .orElseThrow(() -> new IllegalStateException("the bid list is under no published head"));
    }

    private static ListedBid line(Releasing releasing, String bidId) {
        return releasing.checkpoint().live().stream()
                .filter(one -> one.bidId().equals(bidId))
                .findFirst()
                .orElseThrow(() -> OpeningRefusal.FOREIGN_RELEASE.with(
                        Facts.field("bidId", bidId, "a live bid of the list").map()));
    }

    private static void requireSame(String field, Object seen, Object expected) {
        if (!seen.equals(expected)) {
            throw OpeningRefusal.FOREIGN_RELEASE.with(
                    Facts.field(field, seen, expected).map());
        }
    }
}
