package cn.qifeng.trust.log;

import cn.qifeng.trust.hash.Bytes;
import java.util.List;

/** Verifies proofs of the log's tree (日志证明, RFC 9162 sections 2.1.3.2 and 2.1.4.2) without the tree. */
public final class MerkleProofs {

    private MerkleProofs() {}

    /** Whether the proof leads from the entry at {@code index} to the root of a tree of {@code size} leaves. */
    public static boolean verifyInclusion(byte[] entry, long index, long size, List<byte[]> proof, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long fn = index;
        long sn = size - 1;
        var hash = MerkleTree.leafHash(entry);
        for (var sibling : proof) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                hash = MerkleTree.nodeHash(sibling, hash);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                hash = MerkleTree.nodeHash(hash, sibling);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Bytes.same(hash, root);
    }

    /** Whether the tree of {@code from} leaves is the beginning of the tree of {@code to} leaves. */
    public static boolean verifyConsistency(long from, byte[] fromRoot, long to, byte[] toRoot, List<byte[]> proof) {
        if (from < 0 || from > to) {
            return false;
        }
        if (from == to) {
            return proof.isEmpty() && Bytes.same(fromRoot, toRoot);
        }
        if (from == 0) {
            return proof.isEmpty() && Bytes.same(fromRoot, MerkleTree.emptyRoot());
        }
        boolean complete = Long.bitCount(from) == 1;
        if (!complete && proof.isEmpty()) {
            return false;
        }
        int level = Long.numberOfTrailingZeros(from);
        var start = complete ? fromRoot : proof.get(0);
        var rest = complete ? proof : proof.subList(1, proof.size());
        return climb((from - 1) >> level, (to - 1) >> level, start, rest, fromRoot, toRoot);
    }

    private static boolean climb(long from, long to, byte[] start, List<byte[]> proof, byte[] fromRoot, byte[] toRoot) {
        long fn = from;
        long sn = to;
        var old = start;
        var now = start;
        for (var sibling : proof) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                old = MerkleTree.nodeHash(sibling, old);
                now = MerkleTree.nodeHash(sibling, now);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                now = MerkleTree.nodeHash(now, sibling);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Bytes.same(old, fromRoot) && Bytes.same(now, toRoot);
    }
}
