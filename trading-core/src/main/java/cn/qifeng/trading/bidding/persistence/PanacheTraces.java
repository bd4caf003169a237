package cn.qifeng.trading.bidding.persistence;

import cn.qifeng.kit.sql.Sql;
import cn.qifeng.trading.bidding.domain.LotKey;
import cn.qifeng.trading.bidding.domain.Traces;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Traces in the database. */
@ApplicationScoped
class PanacheTraces implements Traces, PanacheRepositoryBase<TraceRow, UUID> {

    private final Sql sql;

    PanacheTraces(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(LotKey key, Kind kind, List<ObjectNode> contents) {
        var rows = contents.stream().map(content -> {
            var id = UUID.randomUUID();
            return new Object[] {
                new Sql.Id(id), key.lotRef(id), kind.name(), key.seal(id, CanonicalJson.encode(content))
            };
        });
        sql.batch("insert into bid_trace (id, lot_ref, kind, sealed) values (?, ?, ?, ?)", rows.toList());
    }

    @Override
    public List<ObjectNode> of(LotKey key, Kind kind) {
        return list("kind", kind).stream()
                .filter(row -> Bytes.same(row.lotRef, key.lotRef(row.id)))
                .map(row -> CanonicalJson.decode(key.open(row.id, row.sealed)))
                .toList();
    }
}
