package cn.qifeng.trading.bidding.persistence;

import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.trading.bidding.domain.Bid;
import cn.qifeng.trading.bidding.domain.LotKey;
import cn.qifeng.trading.bidding.domain.StoredBids;
import cn.qifeng.trust.hash.Hex;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Rows of bids as they stand in the database. */
@ApplicationScoped
class PanacheStoredBids implements StoredBids, PanacheRepositoryBase<BidRow, UUID> {

    @Override
    public List<UUID> ids() {
        return getEntityManager()
                .createQuery("select row.id from BidRow row", UUID.class)
                .getResultList();
    }

    @Override
    public Optional<StoredBid> of(UUID id, Collection<LotKey> keys) {
        return findByIdOptional(id)
                .map(row ->
                        read(row, keys.stream().filter(row::isOf).findFirst().orElse(null)));
    }

    @Override
    public Optional<StoredBid> ofHeader(LotKey key, String headerHash) {
        return find("headerRef", key.headerRef(Hex.decode(headerHash)))
                .firstResultOptional()
                .map(row -> read(row, row.isOf(key) ? key : null));
    }

    @Override
    public List<Bid> readable(LotKey key, Uscc bidder) {
        return list("bidderRef", key.bidderRef(bidder)).stream()
                .filter(row -> row.isOf(key))
                .map(row -> read(row, key).bid())
                .filter(Objects::nonNull)
                .toList();
    }

    private static StoredBid read(BidRow row, LotKey key) {
        if (key == null) {
            return new StoredBid(row.id, null, null, false);
        }
        try {
            var bid = row.toDomain(key);
            return new StoredBid(row.id, key, bid, columnsHold(row, key, bid));
        } catch (Refused | IllegalStateException unreadable) {
            return new StoredBid(row.id, key, null, false);
        }
    }

    private static boolean columnsHold(BidRow row, LotKey key, Bid bid) {
        var bidderRef = key.bidderRef(bid.sealing().bidder());
        return Arrays.equals(row.bidderRef, bidderRef)
                && Arrays.equals(
                        row.headerRef, key.headerRef(Hex.decode(bid.sealing().headerHash())))
                && Arrays.equals(row.standingRef, bid instanceof Bid.Live ? bidderRef : null);
    }
}
