package cn.qifeng.trading.log.domain;

import java.util.List;

/**
 * Repository of the tree (默克尔树): leaf hashes in tiles of 64, and the nodes above whole tiles. Appended to by whoever
 * holds the lock of {@link #lockSize}.
 */
public interface Tiles {

    /** Leaves of one tile; a head always ends with a whole tile. */
    int SIZE = 64;

    /** Number of leaves, locking the tree for the caller's transaction. */
    long lockSize();

    /** Adds the leaf hashes after {@code size}, a multiple of 64 of them, and moves the size. */
    void append(long size, List<byte[]> leafHashes);

    /** The 64 leaf hashes of a tile. */
    List<byte[]> tile(long tile);

    /** Hash over the whole 2^level leaves from {@code index}·2^level; level from 6. */
    byte[] node(int level, long index);
}
