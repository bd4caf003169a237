package cn.qifeng.trading.log.application;

import cn.qifeng.trading.log.domain.GrowingRoot;
import cn.qifeng.trading.log.domain.Heads;
import cn.qifeng.trading.log.domain.LogDifference.Kind;
import cn.qifeng.trading.log.domain.SignedHead;
import cn.qifeng.trading.log.domain.StoredLog;
import cn.qifeng.trading.log.domain.TiledNodes;
import cn.qifeng.trading.log.domain.Tiles;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Hashes the stored tree again, {@value #CHUNK} tiles at a time, each part in a short transaction of its own: contents to
 * leaves, leaves to nodes, nodes to heads. Memory does not grow with the log.
 */
final class HashTree {

    private static final int CHUNK = 16;
    private static final int HEADS = 100;

    private final StoredLog log;
    private final Heads heads;
    private final Differences differences;
    private final HashContents contents;
    private final CheckHead checkHead;
    private final GrowingRoot tree = new GrowingRoot();
    private final Deque<SignedHead> waiting = new ArrayDeque<>();
    private long headsFrom;

    HashTree(StoredLog log, Heads heads, Differences differences, HashContents contents, CheckHead checkHead) {
        this.log = log;
        this.heads = heads;
        this.differences = differences;
        this.contents = contents;
        this.checkHead = checkHead;
    }

    /** Hashes the first {@code size} leaves; gives their root, hex. */
    String root(long size) {
        long tiles = size / Tiles.SIZE;
        for (long from = 0; from < tiles; from += CHUNK) {
            long first = from;
            long to = Math.min(from + CHUNK, tiles);
            QuarkusTransaction.requiringNew().run(() -> chunk(first, to));
        }
        return Hex.encode(tree.root());
    }

    private void chunk(long from, long to) {
        var leaves = leaves(from, to);
        log.contents(from * Tiles.SIZE, to * Tiles.SIZE, content -> {
            var tile = leaves.get(content.index() / Tiles.SIZE);
            contents.take(content, tile == null ? null : tile.get((int) (content.index() % Tiles.SIZE)));
        });
        var levels = levels(from, to);
        for (long number = from; number < to; number++) {
            var tile = leaves.get(number);
            var whole = tree.add(tile == null ? new byte[Sm3.LENGTH] : TiledNodes.fold(tile));
            for (int level = 0; level < whole.size(); level++) {
                long index = number >> level;
                differences.unlessSame(
                        Kind.NODE,
                        "node " + (TiledNodes.TILE_LEVEL + level) + "/" + index,
                        levels.get(level).get(index),
                        Hex.encode(whole.get(level)));
            }
            checkHeads();
        }
    }

    /** Leaf hashes by tile; an absent or misshapen tile is a difference and is left out. */
    private Map<Long, List<byte[]>> leaves(long from, long to) {
        var stored = log.tiles(from, to);
        var leaves = new TreeMap<Long, List<byte[]>>();
        for (long number = from; number < to; number++) {
            var bytes = stored.get(number);
            if (bytes == null || bytes.length != Tiles.SIZE * Sm3.LENGTH) {
                differences.add(
                        Kind.TILE,
                        "tile " + number,
                        bytes == null ? "absent" : bytes.length + " bytes",
                        Tiles.SIZE * Sm3.LENGTH + " bytes");
                continue;
            }
            var tile = new ArrayList<byte[]>(Tiles.SIZE);
            for (int at = 0; at < bytes.length; at += Sm3.LENGTH) {
                tile.add(Arrays.copyOfRange(bytes, at, at + Sm3.LENGTH));
            }
            leaves.put(number, tile);
        }
        return leaves;
    }

    /** The stored nodes that become whole with these tiles, from the level of whole tiles up. */
    private List<Map<Long, String>> levels(long from, long to) {
        var levels = new ArrayList<Map<Long, String>>();
        for (int level = 0; to >> level > 0; level++) {
            levels.add(log.nodes(TiledNodes.TILE_LEVEL + level, from >> level, to >> level));
        }
        return levels;
    }

    private void checkHeads() {
        for (var head = nextHead(); head != null && head.size() <= tree.size(); head = nextHead()) {
            waiting.remove();
            if (head.size() < tree.size()) {
                differences.add(Kind.HEAD, "head " + head.size(), "out of order", "after " + headsFrom);
            } else {
                checkHead.take(head, tree);
            }
        }
    }

    private SignedHead nextHead() {
        if (waiting.isEmpty()) {
            waiting.addAll(heads.from(headsFrom, HEADS));
            if (!waiting.isEmpty()) {
                headsFrom = waiting.getLast().size() + 1;
            }
        }
        return waiting.peek();
    }
}
