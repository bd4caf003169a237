package cn.qifeng.trading.tender.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.trading.tender.domain.NoticeQuery;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trading.tender.domain.Stage;
import cn.qifeng.trading.tender.domain.Tender;
import cn.qifeng.trading.tender.domain.TenderRefusal;
import cn.qifeng.trading.tender.domain.Tenders;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Published lots (标段) for the capabilities that come after publication. */
@ApplicationScoped
public class Lots {

    private final Tenders tenders;

    Lots(Tenders tenders) {
        this.tenders = tenders;
    }

    /** The lot, if it exists and is published. */
    public Optional<PublishedLot> find(LotId lot) {
        return tenders.ofLot(lot).flatMap(Tender::published);
    }

    /** The same as it stands in the database, for a transaction that has changed nothing of it: quicker. */
    public Optional<PublishedLot> asStored(LotId lot) {
        return tenders.published(lot);
    }

    /** The published lot; refuses with {@link TenderRefusal#NO_SUCH_LOT}. */
    public PublishedLot of(LotId lot) {
        return find(lot)
                .orElseThrow(() -> new Refused(TenderRefusal.NO_SUCH_LOT, Facts.field("lot", lot, "a published lot")));
    }

    /** The one lot of a tender, if published. */
    public Optional<PublishedLot> ofTender(TenderId tender) {
        return tenders.find(tender).flatMap(Tender::published);
    }

    /** Every published lot, newest first. */
    public List<PublishedLot> published() {
        return published(tenders.published().stream());
    }

    /** One page of published lots, newest first. */
    public List<PublishedLot> published(NoticeQuery query) {
        return published(tenders.published(query).stream());
    }

    /** How many lots a query finds on all its pages. */
    public long count(NoticeQuery query) {
        return tenders.count(query);
    }

    /** The lot in bidding whose deadline comes next after {@code moment}. */
    public Optional<PublishedLot> nextDeadline(Instant moment) {
        return tenders.nextDeadline(moment).flatMap(Tender::published);
    }

    /** Lots in {@code stage} whose bid deadline is not after {@code moment}: something may be due. */
    public List<PublishedLot> due(Stage stage, Instant moment) {
        return published(tenders.due(stage, moment).stream());
    }

    private static List<PublishedLot> published(Stream<Tender> found) {
        return found.map(Tender::published).flatMap(Optional::stream).toList();
    }
}
