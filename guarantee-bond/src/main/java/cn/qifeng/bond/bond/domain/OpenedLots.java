package cn.qifeng.bond.bond.domain;

import cn.qifeng.kernel.LotId;
import java.util.Optional;

/** Lots whose bonds were opened. */
public interface OpenedLots {

    /** The lot, if it was opened. */
    Optional<OpenedLot> of(LotId lot);

    /** Keeps it. */
    void save(OpenedLot lot);
}
