package cn.qifeng.trading.bidding.domain;

import cn.qifeng.kernel.LotId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The keys of all lots (标段密钥), kept wrapped by the vault key, which never enters the database. */
public interface LotKeys {

    /** The key of a lot; empty before it was made. */
    Optional<LotKey> of(LotId lot);

    /**
     * Makes the key of a published lot, in a transaction of its own; gives the one that exists already, if there is
     * one. Every lot gets its key at publication, so that the key tells nothing about bids.
     */
    LotKey make(LotId lot);

    /** Keys of all lots not frozen yet: a row finds its lot by trying them. */
    Collection<LotKey> unfrozen();

    /** The key of every lot as its stored wrap opens now; empty where it does not open. */
    Map<LotId, Optional<LotKey>> reopened();

    /** Whether a lot's bid list was taken. */
    boolean isFrozen(LotId lot);

    /** Notes that a lot's bid list was taken. */
    void frozen(LotId lot);
}
