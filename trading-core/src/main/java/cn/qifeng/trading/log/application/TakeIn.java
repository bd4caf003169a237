package cn.qifeng.trading.log.application;

import cn.qifeng.trading.clock.application.PlatformClock;
import cn.qifeng.trading.keys.PlatformKeys;
import cn.qifeng.trading.log.domain.Heads;
import cn.qifeng.trading.log.domain.Leaves;
import cn.qifeng.trading.log.domain.Leaves.Placed;
import cn.qifeng.trading.log.domain.SignedHead;
import cn.qifeng.trading.log.domain.Tiles;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.log.LogHead;
import cn.qifeng.trust.log.MerkleTree;
import cn.qifeng.trust.sign.Statement;
import cn.qifeng.trust.stamp.TimeStampAuthority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Makes a signed head that takes in everything recorded (入链); the lock on the tree serialises it. */
@ApplicationScoped
class TakeIn {

    private final Tiles tiles;
    private final Leaves leaves;
    private final Heads heads;
    private final PlatformKeys keys;
    private final PlatformClock clock;
    private final TrustFiles trustFiles;
    private final ProveGrowth growth;
    private final SecureRandom random = new SecureRandom();

    TakeIn(
            Tiles tiles,
            Leaves leaves,
            Heads heads,
            PlatformKeys keys,
            PlatformClock clock,
            TrustFiles trustFiles,
            ProveGrowth growth) {
        this.tiles = tiles;
        this.leaves = leaves;
        this.heads = heads;
        this.keys = keys;
        this.clock = clock;
        this.trustFiles = trustFiles;
        this.growth = growth;
    }

    /**
     * Always makes a head, with a tile of random leaves when nothing waits, so that a head tells nothing. Refuses with
     * {@code log/tree-differs} when what is stored does not prove it.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    SignedHead now() {
        long size = tiles.lockSize();
        var former = heads.newest().orElse(null);
        var pending = leaves.pending();
        int added = Math.max(1, (pending.size() + Tiles.SIZE - 1) / Tiles.SIZE) * Tiles.SIZE;
        var places = IntStream.range(0, added).boxed().collect(ArrayList<Integer>::new, List::add, List::addAll);
        Collections.shuffle(places, random);
        var entries = padding(added);
        var placed = new ArrayList<Placed>();
        var taken = new TreeMap<Long, byte[]>();
        for (int i = 0; i < pending.size(); i++) {
            var content = pending.get(i);
            var entry = MerkleTree.entry(Hex.decode(content.nonce()), Hex.decode(content.contentHash()));
            long index = size + places.get(i);
            entries.set(places.get(i), entry);
            placed.add(new Placed(content.contentHash(), index));
            taken.put(index, entry);
        }
        tiles.append(size, entries.stream().map(MerkleTree::leafHash).toList());
        leaves.place(placed);
        var root = growth.require(former, size, size + added, taken);
        return sign(former == null ? MerkleTree.emptyRoot() : Hex.decode(former.root()), size, size + added, root);
    }

    private List<byte[]> padding(int count) {
        var entries = new ArrayList<byte[]>(count);
        for (int i = 0; i < count; i++) {
            var entry = new byte[Sm3.LENGTH];
            random.nextBytes(entry);
            entries.add(entry);
        }
        return entries;
    }

    private SignedHead sign(byte[] formerRoot, long formerSize, long size, byte[] root) {
        var reading = clock.read();
        var head = new LogHead(
                trustFiles.logId(),
                size,
                root,
                formerSize,
                formerRoot,
                reading.legal(),
                reading.machine(),
                clock.sandbox());
        var stamp = new TimeStampAuthority(keys.timeStamp(), random).stamp(head.hash(), reading.machine());
        var signed = new SignedHead(
                head.toDoc(),
                Statement.of(head.toDoc(), keys.log()).sig(),
                Base64.getEncoder().encodeToString(stamp),
                List.of());
        heads.add(signed, reading.machine());
        return signed;
    }
}
