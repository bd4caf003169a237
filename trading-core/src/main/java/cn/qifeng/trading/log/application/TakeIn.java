package cn.qifeng.trading.log.application;

import cn.qifeng.trading.clock.application.PlatformClock;
import cn.qifeng.trading.keys.PlatformKeys;
import cn.qifeng.trading.log.domain.Heads;
import cn.qifeng.trading.log.domain.Leaves;
import cn.qifeng.trading.log.domain.Leaves.Placed;
import cn.qifeng.trading.log.domain.SignedHead;
import cn.qifeng.trading.log.domain.TiledNodes;
import cn.qifeng.trading.log.domain.Tiles;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.log.LogHead;
import cn.qifeng.trust.log.MerkleProofs;
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
    private final TiledNodes nodes;
    private final SecureRandom random = new SecureRandom();

    TakeIn(Tiles tiles, Leaves leaves, Heads heads, PlatformKeys keys, PlatformClock clock, TrustFiles trustFiles) {
        this.tiles = tiles;
        this.leaves = leaves;
        this.heads = heads;
        this.keys = keys;
        this.clock = clock;
        this.trustFiles = trustFiles;
        this.nodes = new TiledNodes(tiles);
    }

    /** Always makes a head, with a tile of random leaves when nothing waits, so that a head tells nothing. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    SignedHead now() {
        long size = tiles.lockSize();
        var former = heads.newest();
        var pending = leaves.pending();
        int added = Math.max(1, (pending.size() + Tiles.SIZE - 1) / Tiles.SIZE) * Tiles.SIZE;
        var places = IntStream.range(0, added).boxed().collect(ArrayList<Integer>::new, List::add, List::addAll);
        Collections.shuffle(places, random);
        var entries = padding(added);
        var placed = new ArrayList<Placed>();
        for (int i = 0; i < pending.size(); i++) {
            var content = pending.get(i);
            entries.set(
                    places.get(i), MerkleTree.entry(Hex.decode(content.nonce()), Hex.decode(content.contentHash())));
            placed.add(new Placed(content.contentHash(), size + places.get(i)));
        }
        tiles.append(size, entries.stream().map(MerkleTree::leafHash).toList());
        leaves.place(placed);
        requireProved(former.orElse(null), size, size + added, places.get(0), entries.get(places.get(0)));
        return sign(size, size + added);
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

    /** Nothing is signed that a stranger could not verify: the former head, and one of the new leaves. */
    private void requireProved(SignedHead former, long formerSize, long size, int place, byte[] entry) {
        var root = MerkleTree.root(nodes, size);
        var formerRoot = former == null ? MerkleTree.emptyRoot() : Hex.decode(former.root());
        var consistency = MerkleTree.consistency(nodes, formerSize, size);
        boolean grown = (former == null ? 0 : former.size()) == formerSize
                && MerkleProofs.verifyConsistency(formerSize, formerRoot, size, root, consistency);
        long index = formerSize + place;
        var inclusion = MerkleTree.inclusion(nodes, index, size);
        if (!grown || !MerkleProofs.verifyInclusion(entry, index, size, inclusion, root)) {
            throw new IllegalStateException("the stored tree is not the one that was signed before size " + size);
        }
    }

    private SignedHead sign(long formerSize, long size) {
        var reading = clock.read();
        var head = new LogHead(
                trustFiles.logId(),
                size,
                MerkleTree.root(nodes, size),
                formerSize,
                MerkleTree.root(nodes, formerSize),
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
