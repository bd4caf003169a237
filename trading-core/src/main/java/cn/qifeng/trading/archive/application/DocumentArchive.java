package cn.qifeng.trading.archive.application;

import cn.qifeng.kernel.TenderId;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trading.archive.domain.KeptDocument;
import cn.qifeng.trading.archive.domain.KeptDocuments;
import cn.qifeng.trading.archive.domain.Visibility;
import cn.qifeng.trust.hash.Sm3;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Keeps documents (文件归档) for every capability, in the caller's transaction. */
@ApplicationScoped
public class DocumentArchive {

    private final KeptDocuments documents;
    private final LegalClock clock;

    DocumentArchive(KeptDocuments documents, LegalClock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * Keeps a document.
     *
     * @param name file name for people, with its extension
     * @return SM3 of the bytes, lower-case hexadecimal
     */
    @Transactional
    public String keep(TenderId tender, String name, String mediaType, Visibility visibility, byte[] content) {
        String sm3 = Sm3.hex(content);
        documents.keep(
                new KeptDocument(tender, sm3, name, mediaType, visibility, content.length, clock.now()), content);
        return sm3;
    }

    /** The document, if that tender has it. */
    public Optional<KeptDocument> find(TenderId tender, String sm3) {
        return documents.find(tender, sm3);
    }

    /** The bytes; a document that was never kept is a fault of the caller. */
    public byte[] content(TenderId tender, String sm3) {
        return documents
                .content(tender, sm3)
                .orElseThrow(() -> new IllegalStateException("document " + sm3 + " of " + tender + " is not kept"));
    }

    /** All documents of a tender in the order in which they came. */
    public List<KeptDocument> of(TenderId tender) {
        return documents.of(tender);
    }

    /** Makes a document public. */
    @Transactional
    public void show(TenderId tender, String sm3) {
        documents.show(tender, sm3, Visibility.PUBLIC);
    }
}
