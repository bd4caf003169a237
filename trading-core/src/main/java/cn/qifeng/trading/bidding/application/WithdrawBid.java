package cn.qifeng.trading.bidding.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.bidding.domain.Bid;
import cn.qifeng.trading.bidding.domain.Bidder;
import cn.qifeng.trading.bidding.domain.BiddingRefusal;
import cn.qifeng.trading.bidding.domain.Bids;
import cn.qifeng.trading.bidding.domain.LotGate;
import cn.qifeng.trading.bidding.domain.LotKey;
import cn.qifeng.trading.bidding.domain.LotKeys;
import cn.qifeng.trading.bidding.domain.Receipts.Subject;
import cn.qifeng.trading.bidding.domain.SignedReceipt;
import cn.qifeng.trading.bidding.domain.Stamp;
import cn.qifeng.trading.bidding.domain.Traces;
import cn.qifeng.trading.log.application.BlindLog;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.domain.SealedContent;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.party.application.Signers;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Statement;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;

/** Takes a bid back before the deadline (撤回) by the bidder's signed statement; the security is returned. */
@ApplicationScoped
public class WithdrawBid {

    private final Lots lots;
    private final LotKeys keys;
    private final LotGate gate;
    private final Bids bids;
    private final Signers signers;
    private final Directory directory;
    private final Chain chain;
    private final BlindLog log;
    private final ReceiptDesk desk;
    private final RefuseSeal refuse;
    private final Traces traces;
    private final SecureRandom random = new SecureRandom();

    WithdrawBid(
            Lots lots,
            LotKeys keys,
            LotGate gate,
            Bids bids,
            Signers signers,
            Directory directory,
            Chain chain,
            BlindLog log,
            ReceiptDesk desk,
            RefuseSeal refuse,
            Traces traces) {
        this.lots = lots;
        this.keys = keys;
        this.gate = gate;
        this.bids = bids;
        this.signers = signers;
        this.directory = directory;
        this.chain = chain;
        this.log = log;
        this.desk = desk;
        this.refuse = refuse;
        this.traces = traces;
    }

    /** The receipt of the withdrawal; the same again for the same statement. */
    @Transactional
    public SignedReceipt withdraw(Bidder bidder, Statement statement, Stamp stamp) {
        var fields = Fields.of(statement.doc()).type("bid-withdrawal");
        fields.exactly("type", "v", "tender", "seen", "lot", "bidId", "headerHash", "seq");
        var lot = LotKeyOf.lot(lots, new LotId(fields.uuid("lot")));
        var key = LotKeyOf.published(lots, keys, lot.lot());
        requireSigner(bidder, statement);
        gate.shared(lot.lot(), List.of(key.bidderRef(bidder.uscc())));
        var own = bids.of(key, bidder.uscc());
        for (var bid : own) {
            if (bid instanceof Bid.Withdrawn withdrawn && withdrawn.because().equals(statement.hashHex())) {
                return withdrawn.lastReceipt();
            }
        }
        requireBeforeDeadline(lot, stamp);
        requireUnfrozen(lot, key, bidder, statement, stamp);
        chain.requireSeen(lot.tender(), statement.doc());
        return take(lot, key, own, fields, statement, stamp);
    }

    private SignedReceipt take(
            PublishedLot lot, LotKey key, List<Bid> own, Fields fields, Statement statement, Stamp stamp) {
        var standing = own.stream()
                .filter(Bid.Standing.class::isInstance)
                .map(Bid.Standing.class::cast)
                .reduce((earlier, later) -> later)
                .orElseThrow(BiddingRefusal.NO_LIVE_BID::refused);
        var sealing = standing.sealing();
        requireSame("tender", fields.text("tender"), lot.tender().toString());
        requireSame("bidId", fields.text("bidId"), sealing.bidId());
        requireSame("headerHash", fields.text("headerHash"), sealing.headerHash());
        requireSame("seq", fields.integer("seq", 1, Integer.MAX_VALUE), (long) sealing.seq());
        var nonce = new byte[Sm3.LENGTH];
        random.nextBytes(nonce);
        var subject = new Subject(lot.tender(), lot.lot(), sealing.receipt(), stamp, nonce);
        var receipt = desk.receipts().withdrawn(subject, sealing, statement.hashHex());
        var id = UUID.randomUUID();
        var sealed = key.seal(id, CanonicalJson.encode(receipt.toJson()));
        log.append(List.of(new SealedContent(id, receipt.hash(), Hex.encode(nonce), sealed)));
        bids.save(key, List.of(standing.withdrawnBy(statement, receipt)));
        return receipt;
    }

    private void requireSigner(Bidder bidder, Statement statement) {
        var person = signers.bound(statement).person();
        boolean own =
                directory.person(person).party().filter(bidder.party()::equals).isPresent();
        if (!own) {
            throw BiddingRefusal.CERTIFICATE.with(Facts.field("sig", person, "a certificate bound to the caller")
                    .map());
        }
    }

    private void requireBeforeDeadline(PublishedLot lot, Stamp stamp) {
        if (stamp.against(lot.deadline()) != Stamp.Verdict.ON_TIME) {
            throw BiddingRefusal.REVOCATION.with(Facts.field("stamp", stamp.at(), "at or before " + lot.deadline())
                    .map());
        }
    }

    /**
     * A withdrawal that was received in time and came too late for the bid list is refused in writing, and kept: the
     * opening stops over it as over a seal (已收到、未记录的撤回).
     */
    private void requireUnfrozen(PublishedLot lot, LotKey key, Bidder bidder, Statement statement, Stamp stamp) {
        if (keys.isFrozen(lot.lot())) {
            var written = refuse.withdrawal(lot, bidder, statement, stamp);
            QuarkusTransaction.requiringNew().run(() -> traces.add(key, written.kind(), List.of(written.trace())));
            throw written.refused();
        }
    }

    private static void requireSame(String field, Object seen, Object expected) {
        if (!seen.equals(expected)) {
            throw BiddingRefusal.STATEMENT.with(
                    Facts.field(field, seen, expected).map());
        }
    }
}
