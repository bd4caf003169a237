package cn.qifeng.trading.supervision.domain;

import static cn.qifeng.trading.supervision.domain.SupervisionRefusal.NO_TRUSTEE_CUT;
import static cn.qifeng.trading.supervision.domain.SupervisionRefusal.OPENING_RUNS;

import cn.qifeng.kernel.Facts;
import java.util.Collection;

/** Whether the bids of a tender may stand in a package (启封阶段), as its chain says. */
public enum Phase {
    /** No bid list yet, or too few bids: the package is the chain, and nothing tells of bids. */
    CHAIN_ONLY,
    /** The coefficient is drawn and no bid is open: the envelopes for the trustees, without their files. */
    PRESSING,
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

    /**
     * The phase in which trustees verify and press.
     *
     * @param drawn whether the chain has the result of the coefficient's draw
     * @throws cn.qifeng.kernel.Refused {@link SupervisionRefusal#NO_TRUSTEE_CUT} before the draw and behind the opening
     */
    public static Phase pressing(Collection<String> types, boolean drawn) {
        if (!drawn || !types.contains("lot/bid-list") || types.contains("lot/opened") || types.contains("lot/failed")) {
            throw NO_TRUSTEE_CUT.with(Facts.field(
                            "chain",
                            types.contains("lot/opened") ? "lot/opened" : "no draw/result",
                            "between draw/result and lot/opened")
                    .map());
        }
        return PRESSING;
    }
}
