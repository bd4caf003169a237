package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.bidding.application.FrozenBids;
import cn.qifeng.trading.bidding.domain.Bid;
import cn.qifeng.trading.bidding.domain.Sealing;
import cn.qifeng.trading.opening.domain.Checkpoint;
import cn.qifeng.trust.envelope.BidHeader;
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

    /** Headers by bid id. */
    Map<String, BidHeader> headers(LotId lot, Checkpoint checkpoint) {
        return of(lot, checkpoint).stream()
                .collect(Collectors.toMap(Sealing::bidId, sealing -> BidHeader.decode(sealing.header())));
    }
}
