package cn.qifeng.trading.bidding.persistence;

import cn.qifeng.kernel.Uscc;
import cn.qifeng.trading.bidding.domain.Bid;
import cn.qifeng.trading.bidding.domain.Bids;
import cn.qifeng.trading.bidding.domain.LotKey;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Bids in the database. */
@ApplicationScoped
class PanacheBids implements Bids, PanacheRepositoryBase<BidRow, UUID> {

    private static final Comparator<Bid> BY_SEQ =
            Comparator.comparing(bid -> bid.sealing().seq());

    @Override
    public List<Bid> of(LotKey key, Uscc bidder) {
        return list("bidderRef", key.bidderRef(bidder)).stream()
                .map(row -> row.toDomain(key))
                .sorted(BY_SEQ)
                .toList();
    }

    @Override
    public List<Bid> all(LotKey key) {
        return listAll().stream()
                .filter(row -> row.isOf(key))
                .map(row -> row.toDomain(key))
                .sorted(Comparator.comparing((Bid bid) -> bid.sealing().bidId()).thenComparing(BY_SEQ))
                .toList();
    }

    @Override
    public void add(LotKey key, Bid bid) {
        persistAndFlush(BidRow.from(key, bid));
    }

    @Override
    public void save(LotKey key, Bid bid) {
        findById(bid.sealing().id()).become(key, bid);
        flush();
    }
}
