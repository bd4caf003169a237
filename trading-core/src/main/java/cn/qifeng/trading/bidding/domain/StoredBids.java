package cn.qifeng.trading.bidding.domain;

import cn.qifeng.kernel.Uscc;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The rows of bids exactly as they are stored (投标库存), for holding them against the log: read without trusting anything of
 * them. Each call runs in the caller's transaction.
 */
public interface StoredBids {

    /**
     * One row.
     *
     * @param key of its lot; {@code null} when it belongs to none of the lots asked for
     * @param bid what it says; {@code null} when the key does not open it
     * @param columnsHold whether the columns beside the content are what the content says
     */
    record StoredBid(UUID id, LotKey key, Bid bid, boolean columnsHold) {}

    /** Ids of all rows, which tell neither lots nor bidders. */
    List<UUID> ids();

    /** The row with this id, empty when there is none. */
    Optional<StoredBid> of(UUID id, Collection<LotKey> keys);

    /** What can be read of a bidder's rows in a lot. */
    List<Bid> readable(LotKey key, Uscc bidder);

    /** The row of a lot that refers to a header with this SM3, hex. */
    Optional<StoredBid> ofHeader(LotKey key, String headerHash);
}
