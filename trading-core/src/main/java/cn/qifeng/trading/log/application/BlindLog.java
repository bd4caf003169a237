package cn.qifeng.trading.log.application;

import cn.qifeng.trading.log.domain.Entries;
import cn.qifeng.trading.log.domain.SealedContent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Contents that the log proves without knowing them: receipts and bonds before the opening. */
@ApplicationScoped
public class BlindLog {

    private final Entries entries;

    BlindLog(Entries entries) {
        this.entries = entries;
    }

    /** Records contents in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(List<SealedContent> contents) {
        entries.addSealed(contents);
    }

    /** The sealed content of an id. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<byte[]> sealed(UUID id) {
        return entries.sealed(id);
    }

    /** Sealed contents with an id behind this one as text, by id; an empty text begins. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<SealedContent> after(String id, int max) {
        return entries.sealedAfter(id, max);
    }

    /** Whether a content with this hash, hex, is recorded. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean holds(String contentHash) {
        return entries.holds(contentHash);
    }
}
