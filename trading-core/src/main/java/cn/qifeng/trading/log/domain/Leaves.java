package cn.qifeng.trading.log.domain;

import java.util.List;
import java.util.Optional;

/** Repository of what stands where in the tree (日志叶库). */
public interface Leaves {

    /** Recorded contents that no head has taken in. */
    List<Pending> pending();

    /**
     * Whether an entry waits to be taken in. Sealed contents do not count: a head that anybody can bring about must not
     * tell that a bid was sealed.
     */
    boolean anyEntryPending();

    /** Sets the places of contents that the next head takes in. */
    void place(List<Placed> placed);

    /** Where a content stands; empty when it is unknown or not yet integrated. */
    Optional<Leaf> find(String contentHash);

    /** A content that waits: its hash and nonce, both hex. */
    record Pending(String contentHash, String nonce) {}

    /** A content that got a place. */
    record Placed(String contentHash, long index) {}

    /** Place and nonce (hex) of an integrated content. */
    record Leaf(String contentHash, long index, String nonce) {}
}
