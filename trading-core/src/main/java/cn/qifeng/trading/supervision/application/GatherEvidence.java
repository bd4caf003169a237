package cn.qifeng.trading.supervision.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.trading.bidding.application.FrozenBids;
import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.bidding.domain.Bid;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.application.Proofs;
import cn.qifeng.trading.log.application.Proofs.Inclusion;
import cn.qifeng.trading.log.application.PublishHead;
import cn.qifeng.trading.log.domain.RecordedEntry;
import cn.qifeng.trading.log.domain.SignedHead;
import cn.qifeng.trading.supervision.domain.Cut;
import cn.qifeng.trading.supervision.domain.Phase;
import cn.qifeng.trading.supervision.domain.SupervisionRefusal;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trading.tender.domain.TenderRefusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers what a package holds: chain and bids first, then a published head over all of it, then the proofs to it. */
@ApplicationScoped
class GatherEvidence {

    private final Lots lots;
    private final Chain chain;
    private final LotKeySets keySets;
    private final FrozenBids bids;
    private final PublishHead publishHead;
    private final Proofs proofs;

    GatherEvidence(
            Lots lots, Chain chain, LotKeySets keySets, FrozenBids bids, PublishHead publishHead, Proofs proofs) {
        this.lots = lots;
        this.chain = chain;
        this.keySets = keySets;
        this.bids = bids;
        this.publishHead = publishHead;
        this.proofs = proofs;
    }

    /**
     * The contents; refuses unknown tenders, and while an opening is under way.
     *
     * @param party whose cut it is, for {@link Cut#PARTY} only
     */
    Gathered of(TenderId tender, Cut cut, Optional<Uscc> party) {
        var lot = lot(tender);
        var entries = chain.entries(tender);
        var phase = Phase.of(entries.stream().map(RecordedEntry::type).toList());
        var own = party.map(uscc -> own(entries, phase, uscc)).orElse(null);
        var opened = phase == Phase.OPENED ? bids(lot) : List.<Bid>of();
        return gathered(lot, cut, own, entries, opened);
    }

    /** The contents of a trustee's cut; refuses whoever is in no key set of the lot, and at another time. */
    Gathered ofTrustee(TenderId tender, String certificateId) {
        var lot = lot(tender);
        if (!keySets.sets(lot).hasMember(certificateId)) {
            throw SupervisionRefusal.NOT_A_TRUSTEE.with(
                    Facts.field("certificate", certificateId, "a member of a key set of the lot")
                            .map());
        }
        var entries = chain.entries(tender);
        Phase.pressing(entries.stream().map(RecordedEntry::type).toList(), coefficientDrawn(entries));
        return gathered(lot, Cut.TRUSTEE, null, entries, bids(lot));
    }

    private PublishedLot lot(TenderId tender) {
        return QuarkusTransaction.requiringNew()
                .call(() -> lots.ofTender(tender))
                .orElseThrow(() ->
                        new Refused(TenderRefusal.NO_SUCH_TENDER, Facts.field("tender", tender, "a published tender")));
    }

    private Gathered gathered(PublishedLot lot, Cut cut, String own, List<RecordedEntry> entries, List<Bid> shown) {
        var newest = publishHead.now();
        var leaves = leaves(entries, shown, newest);
        return new Gathered(lot, cut, own, heads(leaves, newest), entries, shown, leaves);
    }

    private static boolean coefficientDrawn(List<RecordedEntry> entries) {
        var drawn = new HashSet<String>();
        for (var entry : entries) {
            var id = entry.body().path("drawId").asText();
            if (entry.type().equals("draw/opened")
                    && entry.body().path("purpose").asText().equals("COEFFICIENT")) {
                drawn.add(id);
            }
            if (entry.type().equals("draw/result") && drawn.contains(id)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The bid of a party among those read out. Before the opening everybody gets the same refusal, so that it tells
     * nobody who has bid.
     */
    private static String own(List<RecordedEntry> entries, Phase phase, Uscc party) {
        if (phase != Phase.OPENED) {
            throw SupervisionRefusal.NO_PARTY_CUT.with(
                    Facts.field("chain", phase.name(), Phase.OPENED.name()).map());
        }
        for (var entry : entries) {
            if (entry.type().equals("lot/names")) {
                for (var bid : entry.body().path("bids")) {
                    if (bid.path("uscc").asText().equals(party.value())) {
                        return bid.path("bidId").asText();
                    }
                }
            }
        }
        throw SupervisionRefusal.NOT_A_PARTY.with(
                Facts.field("uscc", party.value(), "a bidder of the lot").map());
    }

    private List<Bid> bids(PublishedLot lot) {
        return bids.of(lot.lot()).stream()
                .sorted(Comparator.comparing((Bid bid) -> bid.sealing().bidId())
                        .thenComparing(bid -> bid.sealing().seq()))
                .toList();
    }

    private Map<String, Inclusion> leaves(List<RecordedEntry> entries, List<Bid> opened, SignedHead newest) {
        var leaves = new HashMap<String, Inclusion>();
        entries.forEach(entry -> add(leaves, entry.ref().hash(), newest));
        for (var bid : opened) {
            add(leaves, bid.sealing().receipt().hash(), newest);
            add(leaves, bid.lastReceipt().hash(), newest);
        }
        return leaves;
    }

    private void add(Map<String, Inclusion> leaves, String contentHash, SignedHead newest) {
        var place = proofs.inclusion(contentHash, newest.size())
                .orElseThrow(() -> new IllegalStateException(
                        "content " + contentHash + " is recorded, but not under the head of size " + newest.size()));
        leaves.put(contentHash, place);
    }

    /**
     * The first published head over each object, and the newest. These suffice to check that a head stands between two
     * objects: if any does, then the first one over the earlier object does.
     */
    private List<SignedHead> heads(Map<String, Inclusion> leaves, SignedHead newest) {
        var heads = new ArrayList<SignedHead>();
        long covered = 0;
        for (long index :
                leaves.values().stream().mapToLong(Inclusion::index).sorted().toArray()) {
            if (index >= covered) {
                var head = proofs.firstPublishedOver(index).orElse(newest);
                heads.add(head);
                covered = head.size();
            }
        }
        if (heads.isEmpty() || covered < newest.size()) {
            heads.add(newest);
        }
        return heads;
    }
}
