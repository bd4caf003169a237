package cn.qifeng.trading.bidding.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.trading.bidding.domain.Bid;
import cn.qifeng.trading.bidding.domain.Bidder;
import cn.qifeng.trading.bidding.domain.BiddingRefusal;
import cn.qifeng.trading.bidding.domain.Upload;
import cn.qifeng.trading.keyset.domain.LotSets;
import cn.qifeng.trading.party.domain.PartyStanding;
import cn.qifeng.trading.tender.domain.PublishedLot;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is known of a lot and of those who seal in it while they have passed its gate (裁决依据): all that a group of
 * seals is judged by, read at once.
 *
 * @param sets key sets that bids were sealed to, or are
 * @param frozen whether the bid list was taken
 * @param parties organisations of the callers
 * @param bids by bidder, in the order in which they were sealed; missing for who has none
 * @param signers organisations by the certificates with which their people may sign now
 * @param uploads of this lot, by id
 * @param frames SM3s of stored frames, hex, by upload and file
 */
record SealScene(
        PublishedLot lot,
        LotSets sets,
        boolean frozen,
        Map<PartyId, PartyStanding> parties,
        Map<Uscc, List<Bid>> bids,
        Map<String, PartyId> signers,
        Map<UUID, Upload> uploads,
        Map<UUID, Map<Integer, List<String>>> frames) {

    /** Who seals; refuses with {@link BiddingRefusal#NOT_A_BIDDER} whoever is no verified bidder now. */
    Bidder bidder(WaitingSeal seal) {
        var party = parties.get(seal.caller().party());
        if (party == null) {
            throw BiddingRefusal.NOT_A_BIDDER.with(
                    Facts.field("party", "none", "a verified bidder").map());
        }
        return seal.caller().of(party);
    }

    /** The bids of one bidder, in the order in which they were sealed. */
    List<Bid> bidsOf(Uscc bidder) {
        return bids.getOrDefault(bidder, List.of());
    }
}
