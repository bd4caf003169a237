package cn.qifeng.trading.log.persistence;

import cn.qifeng.kit.sql.Sql;
import cn.qifeng.trading.log.domain.StoredLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The tables of the log, read in the order of the tree. */
@ApplicationScoped
class SqlStoredLog implements StoredLog {

    private final Sql sql;

    SqlStoredLog(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void contents(long from, long to, Consumer<Content> each) {
        sql.each(
                row -> each.accept(content(row)),
                "select c.content_hash, c.leaf_nonce, c.leaf_index, e.content as entry, e.tender, e.n, e.type, e.head,"
                        + " e.salt, e.body, s.content as sealed from log_content c"
                        + " left join log_entry e on e.content = c.id left join log_sealed s on s.content = c.id"
                        + " where c.leaf_index >= ? and c.leaf_index < ? order by c.leaf_index",
                from,
                to);
    }

    @Override
    public Map<Long, byte[]> tiles(long from, long to) {
        var tiles = new HashMap<Long, byte[]>();
        sql.each(
                row -> tiles.put(row.getLong("tile"), row.getBytes("leaves")),
                "select tile, leaves from log_tile where tile >= ? and tile < ?",
                from,
                to);
        return tiles;
    }

    @Override
    public Map<Long, String> nodes(int level, long from, long to) {
        var nodes = new HashMap<Long, String>();
        sql.each(
                row -> nodes.put(row.getLong("idx"), row.getString("hash")),
                "select idx, hash from log_node where height = ? and idx >= ? and idx < ?",
                level,
                from,
                to);
        return nodes;
    }

    @Override
    public Optional<End> endAfter(String tender) {
        return sql.first(
                row -> new End(row.getString("tender"), row.getLong("n"), row.getString("hash")),
                "select tender, n, hash from chain_head where tender > ? order by tender"
                        + " offset 0 rows fetch next 1 rows only",
                tender);
    }

    @Override
    public List<Link> links(String tender, long n, int max) {
        return sql.list(
                row -> new Link(row.getLong("n"), row.getString("content_hash"), row.getString("head")),
                "select e.n, e.head, c.content_hash from log_entry e join log_content c on c.id = e.content"
                        + " where e.tender = ? and e.n > ? order by e.n offset 0 rows fetch next ? rows only",
                tender,
                n,
                max);
    }

    private static Content content(ResultSet row) throws SQLException {
        var entry = row.getString("entry") == null ? null : entry(row);
        return new Content(
                row.getString("content_hash"),
                row.getString("leaf_nonce"),
                row.getLong("leaf_index"),
                Optional.ofNullable(entry),
                row.getString("sealed") != null);
    }

    private static Row entry(ResultSet row) throws SQLException {
        long n = row.getLong("n");
        return new Row(
                row.getString("tender"),
                row.wasNull() ? null : n,
                row.getString("type"),
                row.getString("head"),
                row.getString("salt"),
                row.getString("body"));
    }
}
