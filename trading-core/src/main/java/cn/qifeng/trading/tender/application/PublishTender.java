package cn.qifeng.trading.tender.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trading.archive.application.DocumentArchive;
import cn.qifeng.trading.keyset.domain.KeyCeremony;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.domain.HeadWanted;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trading.tender.domain.Stage;
import cn.qifeng.trading.tender.domain.Tender;
import cn.qifeng.trading.tender.domain.TenderRefusal;
import cn.qifeng.trading.tender.domain.Tenders;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/** Publishes a tender (发布招标公告) under the agency's signature, and writes {@code tender/published}. */
@ApplicationScoped
public class PublishTender {

    private final Tenders tenders;
    private final OwnTenders own;
    private final WriteTender write;
    private final NameTrustees trustees;
    private final AgencySigners agencySigners;
    private final Chain chain;
    private final DocumentArchive archive;
    private final LegalClock clock;
    private final Event<HeadWanted> headWanted;

    PublishTender(
            Tenders tenders,
            OwnTenders own,
            WriteTender write,
            NameTrustees trustees,
            AgencySigners agencySigners,
            Chain chain,
            DocumentArchive archive,
            LegalClock clock,
            Event<HeadWanted> headWanted) {
        this.tenders = tenders;
        this.own = own;
        this.write = write;
        this.trustees = trustees;
        this.agencySigners = agencySigners;
        this.chain = chain;
        this.archive = archive;
        this.clock = clock;
        this.headWanted = headWanted;
    }

    /** The doc to sign; refuses whatever would refuse the publication itself now. */
    @Transactional
    public ObjectNode toSign(TenderId id, PartyId agency) {
        var tender = own.of(id, agency);
        return PublicationDoc.of(tender, keySet(tender).idHex());
    }

    /** Publishes what was signed. */
    @Transactional
    public PublishedLot publish(TenderId id, Statement statement, PartyId agency) {
        var tender = own.of(id, agency);
        var keySet = keySet(tender);
        checkSigned(statement, PublicationDoc.of(tender, keySet.idHex()));
        agencySigners.require(statement, tender);
        var body = CanonicalJson.object();
        body.set("statement", statement.toJson());
        body.set("keySet", keySet.toDoc());
        var entry = chain.append(id, "tender/published", body);
        show(tender);
        tender.publish(
                new Tender.Publication(entry.hash(), tenderCtx(entry.hash(), tender), keySet.idHex(), clock.now()));
        tenders.save(tender);
        headWanted.fire(new HeadWanted());
        return tender.published().orElseThrow();
    }

    /** Checks everything that must hold before publication and gives the key set that bids will be sealed to. */
    private KeySet keySet(Tender tender) {
        tender.requireStage(Stage.DRAFT);
        write.rulesFor(tender).checkAtPublication(tender.draft(), clock.now());
        write.checkSource(tender.draft());
        if (tender.documents().docx() == null || tender.documents().pdf() == null) {
            throw TenderRefusal.NO_DOCUMENT.refused();
        }
        if (tender.documents().bill() == null) {
            throw new Refused(TenderRefusal.BILL_MISSING, Facts.field("bill", null, "an attached bill of quantities"));
        }
        var ceremony = trustees.of(tender).orElseThrow(TenderRefusal.NO_KEY_SET::refused);
        if (!ceremony.ready()) {
            throw new Refused(
                    TenderRefusal.KEY_SET_INCOMPLETE,
                    Facts.field("keySet", waiting(ceremony), "every trustee's key, and its answer to the canary")
                            .and("keySetId", ceremony.id()));
        }
        return ceremony.set().orElseThrow().verify();
    }

    private static String waiting(KeyCeremony ceremony) {
        return "waiting for "
                + ceremony.seats().stream()
                        .filter(seat -> !seat.shown())
                        .map(seat -> seat.name())
                        .toList();
    }

    private static void checkSigned(Statement statement, ObjectNode expected) {
        if (!Arrays.equals(CanonicalJson.encode(statement.doc()), CanonicalJson.encode(expected))) {
            throw new Refused(
                    TenderRefusal.SIGNED_ANOTHER_DOCUMENT,
                    Facts.field("statement.doc", statement.hashHex(), Sm3.hex(CanonicalJson.encode(expected))));
        }
    }

    private void show(Tender tender) {
        var documents = tender.documents();
        Stream.of(documents.docx(), documents.pdf(), documents.bill())
                .filter(Objects::nonNull)
                .forEach(sm3 -> archive.show(tender.id(), sm3));
    }

    private static String tenderCtx(String publicationHash, Tender tender) {
        return Sm3.hex(
                Bytes.ascii("BES1 tender"),
                Hex.decode(publicationHash),
                Bytes.uuid(tender.lot().value()));
    }
}
