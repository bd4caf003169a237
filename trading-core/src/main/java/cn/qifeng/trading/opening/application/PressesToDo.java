package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.bidding.domain.Sealing;
import cn.qifeng.trading.keyset.domain.LotSets;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.domain.EntryRef;
import cn.qifeng.trading.opening.domain.BidOpening.Unsealing;
import cn.qifeng.trading.opening.domain.Checkpoint;
import cn.qifeng.trading.opening.domain.OpeningRefusal;
import cn.qifeng.trading.opening.domain.PressingSet;
import cn.qifeng.trading.succession.application.KeyLosses;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.keyset.KeySetMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a trustee needs to press (待启封): the list, and the headers with the wraps made to it. */
@ApplicationScoped
public class PressesToDo {

    /**
     * One trustee's work.
     *
     * @param set id of the key set to press with, hex: the first that waits, else the last
     * @param left how many sets wait for a press of this trustee
     * @param headers header.der's of the bids to open, by bid id
     * @param pressed whether it is done
     */
    public record ToDo(
            PublishedLot lot,
            Checkpoint checkpoint,
            String coefficient,
            String set,
            KeySetMember trustee,
            int left,
            Map<String, byte[]> headers,
            boolean pressed,
            EntryRef chainHead) {}

    private final OpeningSteps steps;
    private final Lots lots;
    private final LotKeySets keySets;
    private final KeyLosses losses;
    private final SetsToPress pressing;
    private final LiveBids liveBids;
    private final Chain chain;

    PressesToDo(
            OpeningSteps steps,
            Lots lots,
            LotKeySets keySets,
            KeyLosses losses,
            SetsToPress pressing,
            LiveBids liveBids,
            Chain chain) {
        this.steps = steps;
        this.lots = lots;
        this.keySets = keySets;
        this.losses = losses;
        this.pressing = pressing;
        this.liveBids = liveBids;
        this.chain = chain;
    }

    /** For the member with this certificate; refuses others, and before the coefficient is drawn. */
    @Transactional
    public ToDo of(LotId id, String certificateId) {
        var lot = lots.of(id);
        var sets = keySets.sets(lot);
        if (!sets.hasMember(certificateId)) {
            throw notATrustee(certificateId);
        }
        var unsealing = steps.in(id, Unsealing.class);
        var own = pressing.of(lot, unsealing.checkpoint()).stream()
                .filter(set -> holds(lot, sets, set, certificateId))
                .toList();
        var waiting = own.stream()
                .filter(set -> !unsealing.pressed(set.set(), certificateId))
                .toList();
        var due = Stream.of(
                        waiting.stream(), own.stream().skip(Math.max(0, own.size() - 1)), nothing(sets, certificateId))
                .flatMap(Function.identity())
                .findFirst()
                .orElseThrow();
        return new ToDo(
                lot,
                unsealing.checkpoint(),
                unsealing.coefficient(),
                due.set(),
                sets.find(due.set()).orElseThrow().member(certificateId).orElseThrow(),
                waiting.size(),
                liveBids.toOpen(id, unsealing.checkpoint()).stream()
                        .filter(sealing -> due.bids().contains(sealing.bidId()))
                        .collect(Collectors.toMap(Sealing::bidId, Sealing::header)),
                waiting.isEmpty(),
                chain.head(lot.tender()).orElseThrow());
    }

    /** The last set with a key of this trustee, where none of them has a bid to open. */
    private static Stream<PressingSet> nothing(LotSets sets, String certificateId) {
        var held = sets.all().stream()
                .map(LotSets.InForce::set)
                .filter(set -> set.member(certificateId).isPresent())
                .toList();
        var last = held.get(held.size() - 1);
        return Stream.of(
                new PressingSet(last.idHex(), last.threshold(), last.members().size(), Set.of()));
    }

    private boolean holds(PublishedLot lot, LotSets sets, PressingSet set, String certificateId) {
        return sets.find(set.set()).orElseThrow().member(certificateId).isPresent()
                && !losses.lost(lot, set.set(), certificateId);
    }

    private static RuntimeException notATrustee(String certificateId) {
        return OpeningRefusal.NOT_A_TRUSTEE.with(
                Facts.of("certificate", certificateId).map());
    }
}
