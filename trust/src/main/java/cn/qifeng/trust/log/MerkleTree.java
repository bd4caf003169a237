package cn.qifeng.trust.log;

import cn.qifeng.trust.hash.Sm3;
import java.util.ArrayList;
import java.util.List;

/**
 * The log's tree (默克尔树): hashing of RFC 9162 section 2.1 with SM3, over stored nodes, so that an append costs two
 * hashes on average and a proof a logarithm of the size.
 */
public final class MerkleTree {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private MerkleTree() {}

    /** Root of the empty tree: SM3 of nothing. */
    public static byte[] emptyRoot() {
        return Sm3.of();
    }

    /** Hash of a leaf: SM3(00 ‖ entry). */
    public static byte[] leafHash(byte[] entry) {
        return Sm3.of(LEAF, entry);
    }

    /** Hash of an inner node: SM3(01 ‖ left ‖ right). */
    public static byte[] nodeHash(byte[] left, byte[] right) {
        return Sm3.of(NODE, left, right);
    }

    /** Entry of a leaf that hides what it stands for: SM3(leafNonce ‖ contentHash). */
    public static byte[] entry(byte[] leafNonce, byte[] contentHash) {
        return Sm3.of(leafNonce, contentHash);
    }

    /** Appends an entry to a tree of {@code size} leaves; gives the new size. */
    public static long append(NodeStore store, long size, byte[] entry) {
        var hash = leafHash(entry);
        int level = 0;
        long index = size;
        store.put(level, index, hash);
        while ((index & 1) == 1) {
            hash = nodeHash(store.node(level, index - 1), hash);
            level++;
            index >>= 1;
            store.put(level, index, hash);
        }
        return size + 1;
    }

    /** Root of the first {@code size} leaves. */
    public static byte[] root(NodeStore store, long size) {
        return size == 0 ? emptyRoot() : subtree(store, 0, size);
    }

    /** Inclusion proof of leaf {@code index} in the tree of the first {@code size} leaves. */
    public static List<byte[]> inclusion(NodeStore store, long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        }
        var proof = new ArrayList<byte[]>();
        path(store, index, 0, size, proof);
        return proof;
    }

    /** Consistency proof from the tree of {@code from} leaves to that of {@code to}; empty from 0 or to itself. */
    public static List<byte[]> consistency(NodeStore store, long from, long to) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("no way from " + from + " to " + to);
        }
        var proof = new ArrayList<byte[]>();
        if (from > 0 && from < to) {
            subProof(store, from, 0, to, true, proof);
        }
        return proof;
    }

    /** Hash over leaves start .. start + size − 1, where start is a multiple of the power of two at or above size. */
    private static byte[] subtree(NodeStore store, long start, long size) {
        if (Long.bitCount(size) == 1) {
            int level = Long.numberOfTrailingZeros(size);
            return store.node(level, start >> level);
        }
        long split = split(size);
        return nodeHash(subtree(store, start, split), subtree(store, start + split, size - split));
    }

    private static void path(NodeStore store, long index, long start, long size, List<byte[]> proof) {
        if (size == 1) {
            return;
        }
        long split = split(size);
        if (index < split) {
            path(store, index, start, split, proof);
            proof.add(subtree(store, start + split, size - split));
        } else {
            path(store, index - split, start + split, size - split, proof);
            proof.add(subtree(store, start, split));
        }
    }

    private static void subProof(NodeStore store, long from, long start, long size, boolean whole, List<byte[]> proof) {
        if (from == size) {
            if (!whole) {
                proof.add(subtree(store, start, size));
            }
            return;
        }
        long split = split(size);
        if (from <= split) {
            subProof(store, from, start, split, whole, proof);
            proof.add(subtree(store, start + split, size - split));
        } else {
            subProof(store, from - split, start + split, size - split, false, proof);
            proof.add(subtree(store, start, split));
        }
    }

    /** The largest power of two below {@code size}. */
    private static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
