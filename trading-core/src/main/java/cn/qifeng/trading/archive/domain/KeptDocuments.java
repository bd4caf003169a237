package cn.qifeng.trading.archive.domain;

import cn.qifeng.kernel.TenderId;
import java.util.List;
import java.util.Optional;

/** The store of documents (文件库). */
public interface KeptDocuments {

    /** Keeps the bytes; keeping the same document of a tender again changes nothing but its visibility. */
    void keep(KeptDocument document, byte[] content);

    /** The document, if that tender has it. */
    Optional<KeptDocument> find(TenderId tender, String sm3);

    /** The bytes, if that tender has the document. */
    Optional<byte[]> content(TenderId tender, String sm3);

    /** All documents of a tender in the order in which they came. */
    List<KeptDocument> of(TenderId tender);

    /** Changes who may have the document. */
    void show(TenderId tender, String sm3, Visibility visibility);
}
