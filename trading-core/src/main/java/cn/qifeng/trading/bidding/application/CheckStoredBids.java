package cn.qifeng.trading.bidding.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.bidding.domain.LotKey;
import cn.qifeng.trading.bidding.domain.LotKeys;
import cn.qifeng.trading.bidding.domain.StoredBids;
import cn.qifeng.trading.bidding.domain.StoredBids.StoredBid;
import cn.qifeng.trading.log.application.HeldAgainstLog;
import cn.qifeng.trading.log.domain.LogDifference;
import cn.qifeng.trading.log.domain.LogDifference.Kind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Holds the keys of lots and the stored bids against the log (投标库存核对): every key opens, every row has its receipt in the
 * log and every receipt its row, and the frames are those that the signed header names. Rows are named by their random ids,
 * so that nobody learns before the opening to which lot one belongs.
 */
@ApplicationScoped
class CheckStoredBids implements HeldAgainstLog {

    private final LotKeys keys;
    private final StoredBids stored;
    private final CheckReceipts receipts;
    private final CheckOneBid one;

    CheckStoredBids(LotKeys keys, StoredBids stored, CheckReceipts receipts, CheckOneBid one) {
        this.keys = keys;
        this.stored = stored;
        this.receipts = receipts;
        this.one = one;
    }

    @Override
    public void check(Consumer<LogDifference> found) {
        var opened = opened(found);
        receipts.check(opened, found);
        List<UUID> ids = QuarkusTransaction.requiringNew().call(stored::ids);
        ids.forEach(id -> row(id, opened, found));
    }

    private Collection<LotKey> opened(Consumer<LogDifference> found) {
        Map<LotId, Optional<LotKey>> all = QuarkusTransaction.requiringNew().call(keys::reopened);
        var opened = new ArrayList<LotKey>();
        all.forEach((lot, key) -> key.ifPresentOrElse(
                opened::add,
                () -> found.accept(new LogDifference(
                        Kind.LOT_KEY, "lot " + lot, "a wrap that does not open", "the key that was made for it"))));
        return opened;
    }

    private void row(UUID id, Collection<LotKey> opened, Consumer<LogDifference> found) {
        try {
            Optional<StoredBid> row = QuarkusTransaction.requiringNew().call(() -> stored.of(id, opened));
            row.ifPresent(bid -> one.check(bid, found));
        } catch (RuntimeException unreadable) {
            found.accept(new LogDifference(
                    Kind.BID, "bid " + id, "a row that cannot be read: " + unreadable.getMessage(), "a bid"));
        }
    }
}
