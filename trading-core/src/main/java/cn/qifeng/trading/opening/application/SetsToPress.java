package cn.qifeng.trading.opening.application;

import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.bidding.domain.Sealing;
import cn.qifeng.trading.keyset.domain.LotSets;
import cn.qifeng.trading.opening.domain.Checkpoint;
import cn.qifeng.trading.opening.domain.PressingSet;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.envelope.BidHeader;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.keyset.KeySet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Which members press for which bids (各密钥组待启封投标): each set for the bids sealed to it; in mode BIDDERS the current one
 * for all, since releases are made to it. A set without a bid to open has nothing to press for.
 */
@ApplicationScoped
class SetsToPress {

    private final LotKeySets keySets;
    private final LiveBids liveBids;

    SetsToPress(LotKeySets keySets, LiveBids liveBids) {
        this.keySets = keySets;
        this.liveBids = liveBids;
    }

    /** The sets with bids to open, in the order in which they were in force. */
    @Transactional
    List<PressingSet> of(PublishedLot lot, Checkpoint checkpoint) {
        var bids = liveBids.toOpen(lot.lot(), checkpoint);
        var sets = keySets.sets(lot);
        return sets.all().stream()
                .map(one -> pressing(one.set(), sets, checkpoint, bids))
                .filter(set -> !set.bids().isEmpty())
                .toList();
    }

    private static PressingSet pressing(KeySet set, LotSets sets, Checkpoint checkpoint, List<Sealing> bids) {
        var own = new LinkedHashSet<String>();
        bids.stream()
                .filter(sealing -> setOf(sets, checkpoint, sealing).idHex().equals(set.idHex()))
                .forEach(sealing -> own.add(sealing.bidId()));
        return new PressingSet(set.idHex(), set.threshold(), set.members().size(), own);
    }

    /** The set whose members open this bid. */
    static KeySet setOf(LotSets sets, Checkpoint checkpoint, Sealing sealing) {
        if (checkpoint.releases() != null) {
            return sets.current();
        }
        var named = Hex.encode(BidHeader.decode(sealing.header()).core().trusteeSet());
        return sets.find(named).orElseThrow(() -> new IllegalStateException("a bid sealed to no set of its lot"));
    }
}
