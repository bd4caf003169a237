package cn.qifeng.trading.bidding.domain;

import cn.qifeng.kernel.LotId;

/**
 * The gate of one lot (标段闸门): many seals pass side by side, the freeze closes it behind the last. Locks are held to
 * the end of the running transaction and given in the order of asking, so that a stream of seals cannot starve the
 * freeze.
 */
public interface LotGate {

    /**
     * A seal or withdrawal passes; one bidder's acts in one lot follow one another.
     *
     * @param bidderRef as in {@link LotKey#bidderRef}
     */
    void shared(LotId lot, byte[] bidderRef);

    /** The freeze: returns when every seal that passed has ended. */
    void exclusive(LotId lot);

    /** One bidder's acts in one lot follow one another; for an act that the lot's freeze has nothing to do with. */
    void bidder(byte[] bidderRef);
}
