package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.application.TrustFiles;
import cn.qifeng.trading.opening.domain.BidOpening.Listed;
import cn.qifeng.trading.opening.domain.OpeningRefusal;
import cn.qifeng.trading.opening.domain.Suspension;
import cn.qifeng.trading.opening.domain.SuspensionCause;
import cn.qifeng.trading.opening.domain.Waiting;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes a valid receipt that is missing from the published list (提交未列入清单的回执): while bidders look for their receipts it
 * stops the opening, and procuring entity and supervisor decide over it. One brought later is evidence against the
 * platform and adds no bid (trust.md section 4).
 */
@ApplicationScoped
public class BringReceipt {

    private final OpeningSteps steps;
    private final OpeningParties parties;
    private final Directory directory;
    private final Lots lots;
    private final Chain chain;
    private final TrustFiles trustFiles;
    private final RecordSuspension record;

    BringReceipt(
            OpeningSteps steps,
            OpeningParties parties,
            Directory directory,
            Lots lots,
            Chain chain,
            TrustFiles trustFiles,
            RecordSuspension record) {
        this.steps = steps;
        this.parties = parties;
        this.directory = directory;
        this.lots = lots;
        this.chain = chain;
        this.trustFiles = trustFiles;
        this.record = record;
    }

    /**
     * Suspends the opening. Refuses with {@link OpeningRefusal#RECEIPT} what is no receipt of the bringer's organisation
     * for an accepted seal in this lot, and with {@link OpeningRefusal#RECEIPT_LISTED} one that the list holds,
     * and with {@link OpeningRefusal#RECEIPT_DECIDED} one that was brought before.
     */
    @Transactional
    public void bring(LotId id, Statement statement) {
        var lot = lots.of(id);
        var fields = Statements.about(lot, statement, "missing-receipt", "receipt");
        var receipt = Statement.from(fields.get("receipt"));
        var stamp = valid(lot, parties.signer(statement), receipt);
        chain.requireSeen(lot.tender(), statement.doc());
        steps.suspend(
                id, opening -> Optional.of(suspended(lot, steps.in(id, Listed.class), receipt, stamp, statement)));
    }

    private Suspension suspended(
            PublishedLot lot, Listed listed, Statement receipt, Instant stamp, Statement statement) {
        if (listed.namesAt() == null) {
            throw OpeningRefusal.WRONG_STEP.refused();
        }
        var hash = receipt.hashHex();
        if (listed.list().bids().stream().anyMatch(bid -> bid.receiptHash().equals(hash))) {
            throw OpeningRefusal.RECEIPT_LISTED.with(
                    Facts.of("receiptHash", hash).map());
        }
        if (brought(lot, hash)) {
            throw OpeningRefusal.RECEIPT_DECIDED.with(
                    Facts.of("receiptHash", hash).map());
        }
        var waiting = new Waiting(SuspensionCause.RECEIPT_MISSING, stamp);
        return record.record(lot, waiting, OpeningEntries.receiptMissing(waiting, statement.toJson()));
    }

    /** Whether it was decided over before: each receipt stops the opening once. */
    private boolean brought(PublishedLot lot, String hash) {
        return chain.entries(lot.tender()).stream()
                .filter(entry -> entry.type().equals("lot/suspended"))
                .map(entry -> entry.body().path("statement").path("doc").path("receipt"))
                .filter(receipt -> receipt.has("doc"))
                .anyMatch(receipt -> Statement.from(receipt).hashHex().equals(hash));
    }

    /** When the seal was stamped. */
    private Instant valid(PublishedLot lot, Person bringer, Statement receipt) {
        var doc = Fields.of(receipt.doc());
        requireSame("type", doc.text("type"), "bid-receipt");
        requireSame("act", doc.text("act"), "SEALED");
        requireSame("tender", doc.text("tender"), lot.tender().toString());
        requireSame("lot", doc.text("lot"), lot.lot().toString());
        var signer = signer(receipt);
        if (!trustFiles.signsReceipts(signer)) {
            throw OpeningRefusal.RECEIPT.with(Facts.field("sig", signer, "a receipt key of the trust file")
                    .map());
        }
        var bidder = directory.personOfCertificate(doc.text("bidder")).flatMap(Person::party);
        if (bidder.isEmpty() || !bidder.equals(bringer.party())) {
            throw OpeningRefusal.RECEIPT.with(Facts.field("bidder", doc.text("bidder"), "your own organisation")
                    .map());
        }
        return doc.moment("stamp");
    }

    private static String signer(Statement receipt) {
        try {
            return receipt.verify().certificateId();
        } catch (Refused forged) {
            throw OpeningRefusal.RECEIPT.with(forged.facts());
        }
    }

    private static void requireSame(String field, String seen, String expected) {
        if (!seen.equals(expected)) {
            throw OpeningRefusal.RECEIPT.with(Facts.field(field, seen, expected).map());
        }
    }
}
