package cn.qifeng.evaluation.clearing.application;

import cn.qifeng.evaluation.clearing.domain.ClearedBid;
import cn.qifeng.evaluation.clearing.domain.ClearingRun;
import java.util.List;
import java.util.Optional;

/**
 * A clearing as the one who asks may see it.
 *
 * @param run empty while nobody has asked for it
 */
public record ClearingView(String lotName, Optional<ClearingRun> run, List<Bid> bids) {

    /** One bid, and what became of its bill once it was read. */
    public record Bid(ShownBid bid, Optional<ClearedBid> cleared) {}
}
