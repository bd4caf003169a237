package cn.qifeng.trading.log.domain;

import cn.qifeng.trust.log.MerkleTree;
import cn.qifeng.trust.log.NodeStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Nodes of the tree as they are stored now (已读树节点), each read once: for one piece of work that asks for many proofs.
 * Not safe for several threads.
 */
public final class RememberedNodes implements NodeStore {

    private final Tiles tiles;
    private final Map<Place, byte[]> known = new HashMap<>();
    private long tileNumber = -1;
    private List<byte[]> tile;

    private record Place(int level, long index) {}

    /** Nodes over these tiles. */
    public RememberedNodes(Tiles tiles) {
        this.tiles = tiles;
    }

    @Override
    public byte[] node(int level, long index) {
        var place = new Place(level, index);
        var node = known.get(place);
        if (node == null) {
            node = read(level, index);
            known.put(place, node);
        }
        return node;
    }

    private byte[] read(int level, long index) {
        if (level >= TiledNodes.TILE_LEVEL) {
            return tiles.node(level, index);
        }
        return level == 0
                ? leaf(index)
                : MerkleTree.nodeHash(node(level - 1, index * 2), node(level - 1, index * 2 + 1));
    }

    private byte[] leaf(long index) {
        if (tileNumber != index / Tiles.SIZE) {
            tileNumber = index / Tiles.SIZE;
            tile = tiles.tile(tileNumber);
        }
        return tile.get((int) (index % Tiles.SIZE));
    }

    @Override
    public void put(int level, long index, byte[] hash) {
        throw new IllegalStateException("whole tiles are appended, never single nodes");
    }
}
