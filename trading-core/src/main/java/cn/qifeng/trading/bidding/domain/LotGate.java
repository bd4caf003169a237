package cn.qifeng.trading.bidding.domain;

import cn.qifeng.kernel.LotId;
import java.util.Collection;

/**
 * The gate of one lot (标段闸门): many seals pass side by side, the freeze closes it behind the last. Locks are held to
 * the end of the running transaction and given in the order of asking, so that a stream of seals cannot starve the
 * freeze.
 */
public interface LotGate {

    /**
     * Seals or a withdrawal pass; one bidder's acts in one lot follow one another. The lot's lock is taken before the
     * bidders', and theirs in one order on every node, so that two groups never wait for each other.
     *
     * @param bidderRefs as in {@link LotKey#bidderRef}, each once
     */
    void shared(LotId lot, Collection<byte[]> bidderRefs);

    /** The freeze: returns when every seal that passed has ended. */
    void exclusive(LotId lot);

    /** One bidder's acts in one lot follow one another; for acts that the lot's freeze has nothing to do with. */
    void bidders(Collection<byte[]> bidderRefs);
}
