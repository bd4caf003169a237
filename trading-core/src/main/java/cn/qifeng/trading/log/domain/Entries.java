package cn.qifeng.trading.log.domain;

import cn.qifeng.kernel.TenderId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Repository of recorded contents (存证内容库); appended to and never changed. */
public interface Entries {

    /** Last entry of the chain, locking the chain for the caller's transaction; empty for a chain not begun. */
    Optional<EntryRef> lockHead(TenderId tender);

    /** Last entry of the chain. */
    Optional<EntryRef> head(TenderId tender);

    /** Entry n of the chain. */
    Optional<RecordedEntry> entry(TenderId tender, long n);

    /** The whole chain by number. */
    List<RecordedEntry> chain(TenderId tender);

    /** An entry by its id. */
    Optional<RecordedEntry> byId(UUID id);

    /** Adds an entry to a chain whose head is locked; {@code tender} may be null for an entry of no tender. */
    void add(TenderId tender, RecordedEntry entry, String leafNonce);

    /** Adds contents that the log keeps without being able to read them. */
    void addSealed(List<SealedContent> contents);

    /** The sealed content of an id. */
    Optional<byte[]> sealed(UUID id);

    /** Sealed contents with an id behind this one, by id as text. */
    List<SealedContent> sealedAfter(String id, int max);

    /** Whether a content with this hash, hex, is recorded. */
    boolean holds(String contentHash);
}
