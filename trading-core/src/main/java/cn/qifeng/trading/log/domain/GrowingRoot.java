package cn.qifeng.trading.log.domain;

import cn.qifeng.trust.log.MerkleTree;
import java.util.ArrayList;
import java.util.List;

/**
 * Root of a tree that is read tile by tile (逐块树根). It keeps one hash for each whole subtree, so its memory is a logarithm
 * of the size.
 */
public final class GrowingRoot {

    private final byte[][] whole = new byte[Long.SIZE][];
    private long tiles;

    /** Takes in the hash of the next tile; gives the nodes that are whole now, the tile's own first, upwards. */
    public List<byte[]> add(byte[] tile) {
        var made = new ArrayList<byte[]>();
        var hash = tile;
        made.add(hash);
        int level = 0;
        for (; (tiles >> level & 1) == 1; level++) {
            hash = MerkleTree.nodeHash(whole[level], hash);
            made.add(hash);
        }
        whole[level] = hash;
        tiles++;
        return made;
    }

    /** Number of leaves taken in. */
    public long size() {
        return tiles * Tiles.SIZE;
    }

    /** Root over all leaves taken in. */
    public byte[] root() {
        byte[] root = null;
        for (int level = 0; level < Long.SIZE && tiles >> level > 0; level++) {
            if ((tiles >> level & 1) == 1) {
                root = root == null ? whole[level] : MerkleTree.nodeHash(whole[level], root);
            }
        }
        return root == null ? MerkleTree.emptyRoot() : root;
    }
}
