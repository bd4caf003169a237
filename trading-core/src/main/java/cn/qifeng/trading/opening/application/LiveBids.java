package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.bidding.application.FrozenBids;
import cn.qifeng.trading.bidding.domain.Bid;
import cn.qifeng.trading.bidding.domain.Sealing;
import cn.qifeng.trading.opening.domain.Checkpoint;
import cn.qifeng.trading.opening.domain.ListedBid;
import cn.qifeng.trust.envelope.BidHeader;
import cn.qifeng.trust.envelope.BidRelease;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The envelopes that stand on a bid list as live (清单内有效投标), exactly those. */
@ApplicationScoped
class LiveBids {

    private final FrozenBids frozen;

    LiveBids(FrozenBids frozen) {
        this.frozen = frozen;
    }

    /** By bid id; throws {@link IllegalStateException} when the rows differ from the published list. */
    List<Sealing> of(LotId lot, Checkpoint checkpoint) {
        Map<String, Sealing> sealings = frozen.of(lot).stream()
                .filter(bid -> bid.state() == Bid.State.LIVE)
                .map(Bid::sealing)
                .collect(Collectors.toMap(Sealing::bidId, Function.identity()));
        return checkpoint.list().live().stream()
                .map(line -> {
                    var sealing = sealings.get(line.bidId());
                    if (sealing == null || !sealing.headerHash().equals(line.headerHash())) {
                        throw new IllegalStateException("bid " + line.bidId() + " of the list is not stored");
                    }
                    return sealing;
                })
                .toList();
    }

    /** The ones that are opened: all, in mode BIDDERS the released ones. */
    List<Sealing> toOpen(LotId lot, Checkpoint checkpoint) {
        var opened = checkpoint.toOpen().stream().map(ListedBid::bidId).collect(Collectors.toSet());
        return of(lot, checkpoint).stream()
                .filter(sealing -> opened.contains(sealing.bidId()))
                .toList();
    }

    /** Headers of those to open by bid id, with the wraps for the trustees. */
    Map<String, BidHeader> headers(LotId lot, Checkpoint checkpoint) {
        return toOpen(lot, checkpoint).stream()
                .collect(Collectors.toMap(Sealing::bidId, sealing -> header(checkpoint, sealing)));
    }

    /** The header with the wraps for the trustees: its own, in mode BIDDERS those that the bidder released. */
    static BidHeader header(Checkpoint checkpoint, Sealing sealing) {
        var header = BidHeader.decode(sealing.header());
        if (checkpoint.releases() == null) {
            return header;
        }
        var statement = checkpoint.releases().line(sealing.bidId()).statement();
        return header.released(BidRelease.from(statement.get("doc")).wraps());
    }
}
