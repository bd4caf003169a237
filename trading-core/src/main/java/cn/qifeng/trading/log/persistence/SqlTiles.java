package cn.qifeng.trading.log.persistence;

import cn.qifeng.kit.sql.Sql;
import cn.qifeng.trading.log.domain.TiledNodes;
import cn.qifeng.trading.log.domain.Tiles;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.log.MerkleTree;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The tree in tables: 64 leaf hashes to a row, and one row for each whole node above. */
@ApplicationScoped
class SqlTiles implements Tiles {

    private final Sql sql;

    SqlTiles(Sql sql) {
        this.sql = sql;
    }

    @Override
    public long lockSize() {
        return sql.first(row -> row.getLong("tree_size"), "select tree_size from log_state where id = 1 for update")
                .orElseThrow();
    }

    @Override
    public void append(long size, List<byte[]> leafHashes) {
        for (int from = 0; from < leafHashes.size(); from += SIZE) {
            appendTile((size + from) / SIZE, leafHashes.subList(from, from + SIZE));
        }
        sql.update("update log_state set tree_size = ? where id = 1", size + leafHashes.size());
    }

    private void appendTile(long tile, List<byte[]> leaves) {
        sql.update(
                "insert into log_tile (tile, leaves) values (?, ?)", tile, Bytes.concat(leaves.toArray(byte[][]::new)));
        var hash = TiledNodes.fold(leaves);
        long index = tile;
        for (int level = TiledNodes.TILE_LEVEL; ; level++, index >>= 1) {
            sql.update("insert into log_node (height, idx, hash) values (?, ?, ?)", level, index, Hex.encode(hash));
            if ((index & 1) == 0) {
                return;
            }
            hash = MerkleTree.nodeHash(node(level, index - 1), hash);
        }
    }

    @Override
    public List<byte[]> tile(long tile) {
        var bytes = sql.first(row -> row.getBytes("leaves"), "select leaves from log_tile where tile = ?", tile)
                .orElseThrow();
        var leaves = new ArrayList<byte[]>(SIZE);
        for (int from = 0; from < bytes.length; from += Sm3.LENGTH) {
            leaves.add(Arrays.copyOfRange(bytes, from, from + Sm3.LENGTH));
        }
        return leaves;
    }

    @Override
    public byte[] node(int level, long index) {
        return sql.first(
                        row -> Hex.decode(row.getString("hash")),
                        "select hash from log_node where height = ? and idx = ?",
                        level,
                        index)
                .orElseThrow();
    }
}
