package cn.qifeng.trading.bidding.persistence;

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

    @Override
    public void add(LotKey key, Kind kind, ObjectNode content) {
        var row = new TraceRow();
        row.id = UUID.randomUUID();
        row.lotRef = key.lotRef(row.id);
        row.kind = kind;
        row.sealed = key.seal(row.id, CanonicalJson.encode(content));
        persist(row);
    }

    @Override
    public List<ObjectNode> of(LotKey key, Kind kind) {
        return list("kind", kind).stream()
                .filter(row -> Bytes.same(row.lotRef, key.lotRef(row.id)))
                .map(row -> CanonicalJson.decode(key.open(row.id, row.sealed)))
                .toList();
    }
}
