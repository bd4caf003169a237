package cn.qifeng.trading.log.application;

import cn.qifeng.trading.log.domain.Entries;
import cn.qifeng.trust.hash.Hex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Contents that the log proves without knowing them: receipts and bonds before the opening. */
@ApplicationScoped
public class BlindLog {

    private final Entries entries;

    BlindLog(Entries entries) {
        this.entries = entries;
    }

    /**
     * Records a content in the caller's transaction.
     *
     * @param contentHash 32 bytes, for a receipt SM3 of its canonical doc
     * @param leafNonce 32 random bytes
     * @param sealedContent the content, encrypted by the caller under the lot key
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(UUID id, byte[] contentHash, byte[] leafNonce, byte[] sealedContent) {
        entries.addSealed(id, Hex.encode(contentHash), Hex.encode(leafNonce), sealedContent);
    }

    /** The sealed content of an id. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<byte[]> sealed(UUID id) {
        return entries.sealed(id);
    }
}
