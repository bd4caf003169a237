package cn.qifeng.trading.notice.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.trading.archive.application.DocumentArchive;
import cn.qifeng.trading.archive.domain.KeptDocument;
import cn.qifeng.trading.archive.domain.Visibility;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.notice.domain.Notice;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.NoticeQuery;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trading.tender.domain.TenderRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the public may read of tenders (公告查询). */
@ApplicationScoped
public class ReadNotices {

    private final Lots lots;
    private final DocumentArchive archive;
    private final Chain chain;

    ReadNotices(Lots lots, DocumentArchive archive, Chain chain) {
        this.lots = lots;
        this.archive = archive;
        this.chain = chain;
    }

    /** One page of what was found, and how many there are in all. */
    public record Found(NoticeQuery query, long total, List<PublishedLot> lots) {

        /** How many pages there are, at least 1. */
        public long pages() {
            return Math.max(1, (total + query.size() - 1) / query.size());
        }
    }

    /** Published lots that match, newest first. */
    @Transactional
    public Found search(NoticeQuery query) {
        return new Found(query, lots.count(query), lots.published(query));
    }

    /** The lot whose bid deadline comes next after {@code moment}. */
    @Transactional
    public Optional<PublishedLot> nextOpening(Instant moment) {
        return lots.nextDeadline(moment);
    }

    /** The published lot of a tender; refuses with {@link TenderRefusal#NO_SUCH_TENDER}. */
    @Transactional
    public PublishedLot lot(TenderId tender) {
        return lots.ofTender(tender)
                .orElseThrow(() ->
                        new Refused(TenderRefusal.NO_SUCH_TENDER, Facts.field("tender", tender, "a published tender")));
    }

    /** Notices of a tender after its publication, oldest first. */
    @Transactional
    public List<Notice> notices(TenderId tender) {
        return NoticesOnRecord.of(chain.entries(tender));
    }

    /** Public documents of a tender in the order in which they came. */
    @Transactional
    public List<KeptDocument> documents(TenderId tender) {
        lot(tender);
        return archive.of(tender).stream()
                .filter(it -> it.visibility() == Visibility.PUBLIC)
                .toList();
    }

    /** A public document; refuses with {@link TenderRefusal#NO_SUCH_DOCUMENT} also what is kept but not public. */
    @Transactional
    public KeptDocument document(TenderId tender, String sm3) {
        return documents(tender).stream()
                .filter(it -> it.sm3().equals(sm3))
                .findFirst()
                .orElseThrow(() ->
                        new Refused(TenderRefusal.NO_SUCH_DOCUMENT, Facts.field("sm3", sm3, "a public document")));
    }

    /** Bytes of a document that {@link #document} gave. */
    @Transactional
    public byte[] content(KeptDocument document) {
        return archive.content(document.tender(), document.sm3());
    }
}
