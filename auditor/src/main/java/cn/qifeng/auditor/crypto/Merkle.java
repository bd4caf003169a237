package cn.qifeng.auditor.crypto;

import java.util.Arrays;
import java.util.List;

/** Proofs of RFC 9162 over SM3. */
public final class Merkle {

    private Merkle() {}

    /** Hash of a leaf. */
    public static byte[] leaf(byte[] entry) {
        return Hash.sm3(new byte[] {0}, entry);
    }

    /** Whether {@code entry} is leaf {@code index} of the tree of {@code size} leaves with {@code root}. */
    public static boolean included(byte[] entry, long index, long size, List<byte[]> proof, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        byte[] hash = leaf(entry);
        for (byte[] other : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = node(other, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = node(hash, other);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /** Whether the tree of {@code from} leaves with {@code oldRoot} is the beginning of the other. */
    public static boolean consistent(long from, long to, List<byte[]> proof, byte[] oldRoot, byte[] newRoot) {
        if (from == to) {
            return proof.isEmpty() && Arrays.equals(oldRoot, newRoot);
        }
        if (from == 0) {
            return proof.isEmpty();
        }
        if (from > to || proof.isEmpty()) {
            return false;
        }
        return climb(from, to, proof, oldRoot, newRoot);
    }

    private static boolean climb(long from, long to, List<byte[]> proof, byte[] oldRoot, byte[] newRoot) {
        boolean whole = Long.bitCount(from) == 1;
        int next = 0;
        byte[] start = whole ? oldRoot : proof.get(next++);
        long node = from - 1;
        long last = to - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        byte[] older = start;
        byte[] newer = start;
        for (; next < proof.size(); next++) {
            byte[] other = proof.get(next);
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                older = node(other, older);
                newer = node(other, newer);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                newer = node(newer, other);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(older, oldRoot) && Arrays.equals(newer, newRoot);
    }

    private static byte[] node(byte[] left, byte[] right) {
        return Hash.sm3(new byte[] {1}, left, right);
    }
}
