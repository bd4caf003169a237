package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A whole tree of RFC 9162 over SM3, with roots and consistency proofs by the definition. */
final class TestTree {

    private static final Instant AT = Instant.parse("2026-12-22T01:30:00Z");

    private final int name;

    /** A tree whose leaves are those of no tree with another name. */
    TestTree(int name) {
        this.name = name;
    }

    Dossier.Head head(int size) {
        return new Dossier.Head(size, root(0, size), AT, AT, true);
    }

    /** The steps between neighbours. */
    ArrayNode steps(List<Integer> sizes) {
        var steps = JsonNodeFactory.instance.arrayNode();
        for (int i = 1; i < sizes.size(); i++) {
            int from = sizes.get(i - 1);
            var step = steps.addObject().put("from", from).put("to", sizes.get(i));
            var hashes = step.putArray("proof");
            proof(from, 0, sizes.get(i), true).forEach(hash -> hashes.add(hex(hash)));
        }
        return steps;
    }

    private byte[] root(int from, int to) {
        if (to - from == 1) {
            return Hash.sm3(new byte[] {0}, Hash.u32(name), Hash.u32(from));
        }
        int split = from + Integer.highestOneBit(to - from - 1);
        return Hash.sm3(new byte[] {1}, root(from, split), root(split, to));
    }

    private List<byte[]> proof(int older, int from, int to, boolean whole) {
        if (older == to - from) {
            return whole ? List.of() : List.of(root(from, to));
        }
        int half = Integer.highestOneBit(to - from - 1);
        var hashes = new ArrayList<byte[]>();
        if (older <= half) {
            hashes.addAll(proof(older, from, from + half, whole));
            hashes.add(root(from + half, to));
        } else {
            hashes.addAll(proof(older - half, from + half, to, false));
            hashes.add(root(from, from + half));
        }
        return hashes;
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
