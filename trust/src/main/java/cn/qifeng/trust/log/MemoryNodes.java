package cn.qifeng.trust.log;

import java.util.ArrayList;
import java.util.List;

/** Nodes in memory (内存树节点), for offline tools. About 64 bytes of hash for each leaf. */
public final class MemoryNodes implements NodeStore {

    private final List<List<byte[]>> levels = new ArrayList<>();

    @Override
    public byte[] node(int level, long index) {
        if (level >= levels.size() || index >= levels.get(level).size()) {
            throw new IllegalStateException("no node at level " + level + ", index " + index);
        }
        return levels.get(level).get(Math.toIntExact(index));
    }

    @Override
    public void put(int level, long index, byte[] hash) {
        while (levels.size() <= level) {
            levels.add(new ArrayList<>());
        }
        var row = levels.get(level);
        if (index != row.size()) {
            throw new IllegalStateException("nodes are written in order");
        }
        row.add(hash);
    }
}
