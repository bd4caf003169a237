package cn.qifeng.trading.notice.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.trading.archive.application.DocumentArchive;
import cn.qifeng.trading.archive.domain.KeptDocument;
import cn.qifeng.trading.archive.domain.Visibility;
import cn.qifeng.trading.notice.domain.Notice;
import cn.qifeng.trading.notice.domain.NoticeSource;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trading.tender.domain.TenderRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What the public may read of tenders (公告查询). */
@ApplicationScoped
public class ReadNotices {

    private final Lots lots;
    private final DocumentArchive archive;
    private final Instance<NoticeSource> sources;

    ReadNotices(Lots lots, DocumentArchive archive, Instance<NoticeSource> sources) {
        this.lots = lots;
        this.archive = archive;
        this.sources = sources;
    }

    /** Published lots whose project, lot, codes or procuring entity contain {@code words}; all for blank words. */
    @Transactional
    public List<PublishedLot> search(String words) {
        var sought = words == null ? "" : words.strip().toLowerCase(Locale.ROOT);
        return lots.published().stream().filter(lot -> matches(lot, sought)).toList();
    }

    /** The published lot of a tender; refuses with {@link TenderRefusal#NO_SUCH_TENDER}. */
    @Transactional
    public PublishedLot lot(TenderId tender) {
        return lots.ofTender(tender)
                .orElseThrow(() ->
                        new Refused(TenderRefusal.NO_SUCH_TENDER, Facts.field("tender", tender, "a published tender")));
    }

    /** Further notices of a tender, oldest first. */
    @Transactional
    public List<Notice> notices(TenderId tender) {
        return sources.stream()
                .flatMap(source -> source.of(tender).stream())
                .sorted(Comparator.comparing(Notice::publishedAt))
                .toList();
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

    private static boolean matches(PublishedLot lot, String sought) {
        return List.of(
                        lot.name(),
                        lot.projectName(),
                        lot.code().value(),
                        lot.dealCode().value(),
                        lot.procuringEntity().name())
                .stream()
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(sought));
    }
}
