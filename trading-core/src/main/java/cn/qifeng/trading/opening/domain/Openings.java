package cn.qifeng.trading.opening.domain;

import cn.qifeng.kernel.LotId;
import java.util.List;
import java.util.Optional;

/** Repository of openings (开标). */
public interface Openings {

    /** The opening of a lot. */
    Optional<BidOpening> of(LotId lot);

    /** The same, locked until the transaction ends, so that one act follows another. */
    Optional<BidOpening> locked(LotId lot);

    /** Adds the opening of a lot just published. */
    void add(BidOpening opening);

    /** Keeps the next state. */
    void save(BidOpening opening);

    /** Counts a change that stands beside the state. */
    void touch(LotId lot);

    /** How often the opening has changed; what a live view compares. */
    long version(LotId lot);

    /** Lots whose opening is in one of these states. */
    List<LotId> in(List<Class<? extends BidOpening>> states);
}
