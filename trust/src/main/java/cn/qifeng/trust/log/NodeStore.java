package cn.qifeng.trust.log;

/**
 * Port for the nodes of the tree (树节点接口). Only full subtrees are stored: node (level, index) covers the leaves from
 * index · 2^level up to, without, (index + 1) · 2^level; level 0 holds leaf hashes. A node never changes once written.
 */
public interface NodeStore {

    /** The node; throws {@link IllegalStateException} when it was never written. */
    byte[] node(int level, long index);

    /** Writes a node. */
    void put(int level, long index, byte[] hash);
}
