package cn.qifeng.bond.bond.domain;

import cn.qifeng.kernel.LotId;
import java.util.Optional;

/** Lots whose bonds were opened (已开标标段库). */
public interface OpenedLots {

    /** The lot, if it was opened. */
    Optional<OpenedLot> of(LotId lot);

    /** Keeps it. */
    void save(OpenedLot lot);
}
