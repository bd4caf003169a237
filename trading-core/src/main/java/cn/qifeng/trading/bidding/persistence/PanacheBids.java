package cn.qifeng.trading.bidding.persistence;

import cn.qifeng.kernel.Uscc;
import cn.qifeng.kit.sql.Sql;
import cn.qifeng.trading.bidding.domain.Bid;
import cn.qifeng.trading.bidding.domain.Bids;
import cn.qifeng.trading.bidding.domain.LotKey;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Bids in the database. */
@ApplicationScoped
class PanacheBids implements Bids, PanacheRepositoryBase<BidRow, UUID> {

    private static final Comparator<Bid> BY_SEQ =
            Comparator.comparing(bid -> bid.sealing().seq());

    private static final String IN = Sql.in(TOGETHER_MAX);

    private final Sql sql;

    PanacheBids(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Map<Uscc, List<Bid>> of(LotKey key, Collection<Uscc> bidders) {
        var refs = bidders.stream().map(key::bidderRef).toList();
        return sql
                .list(
                        row -> BidRow.read(Sql.id(row, "id"), row.getBytes("sealed")),
                        "select id, sealed from bid where bidder_ref in " + IN,
                        Sql.filled(refs, TOGETHER_MAX))
                .stream()
                .map(row -> row.toDomain(key))
                .sorted(BY_SEQ)
                .collect(Collectors.groupingBy(bid -> bid.sealing().bidder()));
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
    public void add(LotKey key, List<? extends Bid> sealed) {
        var rows = sealed.stream()
                .map(bid -> BidRow.from(key, bid))
                .map(row -> new Object[] {
                    new Sql.Id(row.id), row.lotRef, row.bidderRef, row.standingRef, row.headerRef, row.sealed
                });
        sql.batch(
                "insert into bid (id, lot_ref, bidder_ref, standing_ref, header_ref, sealed, version)"
                        + " values (?, ?, ?, ?, ?, ?, 0)",
                rows.toList());
    }

    @Override
    public void save(LotKey key, List<? extends Bid> changed) {
        var rows = changed.stream().map(bid -> BidRow.from(key, bid)).map(row ->
                new Object[] {row.standingRef, row.sealed, new Sql.Id(row.id)});
        sql.batch("update bid set standing_ref = ?, sealed = ?, version = version + 1 where id = ?", rows.toList());
    }
}
