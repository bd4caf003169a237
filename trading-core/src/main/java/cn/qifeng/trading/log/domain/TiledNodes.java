package cn.qifeng.trading.log.domain;

import cn.qifeng.trust.log.MerkleTree;
import cn.qifeng.trust.log.NodeStore;
import java.util.List;

/**
 * Nodes of the tree over tiles of 64 leaves (分块树节点): the nodes within a tile are computed, so that a row holds 64 leaves. It is
 * read only; whole tiles are appended by {@link Tiles#append}.
 */
public final class TiledNodes implements NodeStore {

    /** The level of the node over one whole tile. */
    public static final int TILE_LEVEL = 6;

    private final Tiles tiles;

    /** Nodes over these tiles. */
    public TiledNodes(Tiles tiles) {
        this.tiles = tiles;
    }

    @Override
    public byte[] node(int level, long index) {
        if (level >= TILE_LEVEL) {
            return tiles.node(level, index);
        }
        long first = index << level;
        int within = (int) (first % Tiles.SIZE);
        return fold(tiles.tile(first / Tiles.SIZE).subList(within, within + (1 << level)));
    }

    @Override
    public void put(int level, long index, byte[] hash) {
        throw new IllegalStateException("whole tiles are appended, never single nodes");
    }

    /** Node over leaf hashes held in memory, a power of two of them. */
    public static byte[] fold(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int half = leaves.size() / 2;
        return MerkleTree.nodeHash(fold(leaves.subList(0, half)), fold(leaves.subList(half, leaves.size())));
    }
}
