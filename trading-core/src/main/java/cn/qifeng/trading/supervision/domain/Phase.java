package cn.qifeng.trading.supervision.domain;

import static cn.qifeng.trading.supervision.domain.SupervisionRefusal.OPENING_RUNS;

import cn.qifeng.kernel.Facts;
import java.util.Collection;

/** Whether the bids of a tender may stand in a package (启封阶段), as its chain says. */
public enum Phase {
    /** No bid list yet, or too few bids: the package is the chain, and nothing tells of bids. */
    CHAIN_ONLY,
    /** Opened: everything that the bid list names is in the package. */
    OPENED;

    /**
     * The phase of a chain with entries of these types.
     *
     * @throws cn.qifeng.kernel.Refused {@link SupervisionRefusal#OPENING_RUNS} between bid list and opening
     */
    public static Phase of(Collection<String> types) {
        if (types.contains("lot/opened")) {
            return OPENED;
        }
        if (types.contains("lot/bid-list") && !types.contains("lot/failed")) {
            throw OPENING_RUNS.with(
                    Facts.field("chain", "lot/bid-list", "lot/opened").map());
        }
        return CHAIN_ONLY;
    }
}
