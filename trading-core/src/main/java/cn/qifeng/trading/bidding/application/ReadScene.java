package cn.qifeng.trading.bidding.application;

import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.trading.bidding.domain.Bids;
import cn.qifeng.trading.bidding.domain.LotGate;
import cn.qifeng.trading.bidding.domain.LotKey;
import cn.qifeng.trading.bidding.domain.LotKeys;
import cn.qifeng.trading.bidding.domain.Stamp;
import cn.qifeng.trading.bidding.domain.Uploads;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.party.domain.PartyStanding;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.PublishedLot;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Passes the gate of a lot for a group of seals and reads what they are judged by (读取裁决依据), in their transaction. */
@ApplicationScoped
class ReadScene {

    private final Lots lots;
    private final LotKeySets keySets;
    private final LotKeys keys;
    private final LotGate gate;
    private final Bids bids;
    private final Uploads uploads;
    private final Directory directory;

    ReadScene(
            Lots lots,
            LotKeySets keySets,
            LotKeys keys,
            LotGate gate,
            Bids bids,
            Uploads uploads,
            Directory directory) {
        this.lots = lots;
        this.keySets = keySets;
        this.keys = keys;
        this.gate = gate;
        this.bids = bids;
        this.uploads = uploads;
        this.directory = directory;
    }

    /** For these seals of one lot, each with its stamp. */
    SealScene of(List<WaitingSeal> group, List<Stamp> stamps) {
        var key = group.get(0).key();
        var lot = lots.asStored(key.lot()).orElseThrow(() -> LotKeyOf.noSuchLot(key.lot()));
        var parties = directory.standing(
                group.stream().map(seal -> seal.caller().party()).distinct().toList());
        var bidders = parties.values().stream().map(PartyStanding::uscc).toList();
        var inTime = new ArrayList<WaitingSeal>();
        for (int i = 0; i < group.size(); i++) {
            if (stamps.get(i).against(lot.deadline()) != Stamp.Verdict.LATE) {
                inTime.add(group.get(i));
            }
        }
        pass(lot, key, bidders, !inTime.isEmpty());
        var tickets = tickets(inTime);
        return new SealScene(
                lot,
                keySets.sets(lot),
                keys.isFrozen(lot.lot()),
                parties,
                bidders.isEmpty() ? Map.of() : bids.of(key, bidders),
                signers(inTime),
                tickets.isEmpty() ? Map.of() : uploads.of(key, tickets),
                tickets.isEmpty() ? Map.of() : uploads.frameHashes(tickets));
    }

    /** What is late has nothing to do with the freeze, and only waits for the act that it may be a repetition of. */
    private void pass(PublishedLot lot, LotKey key, List<Uscc> bidders, boolean anyInTime) {
        var refs = bidders.stream().map(key::bidderRef).toList();
        if (anyInTime) {
            gate.shared(lot.lot(), refs);
        } else {
            gate.bidders(refs);
        }
    }

    private static List<UUID> tickets(List<WaitingSeal> inTime) {
        return inTime.stream()
                .map(seal -> SealChecks.upload(seal.request().ticket()))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private Map<String, PartyId> signers(List<WaitingSeal> inTime) {
        return directory.partiesOfUsable(inTime.stream()
                .filter(WaitingSeal::holds)
                .map(seal -> seal.checked().signed().certificateId())
                .distinct()
                .toList());
    }
}
