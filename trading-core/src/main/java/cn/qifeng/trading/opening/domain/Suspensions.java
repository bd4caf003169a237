package cn.qifeng.trading.opening.domain;

import cn.qifeng.kernel.LotId;
import java.util.List;
import java.util.Optional;

/** Repository of suspensions (开标中止库). */
public interface Suspensions {

    /** The newest one of a lot. */
    Optional<Suspension> newest(LotId lot);

    /** Every row of a lot, first to last. */
    List<StoredSuspension> stored(LotId lot);

    /** Lots whose suspension nobody has decided over. */
    List<LotId> undecided();

    /** Keeps it, whether it is new or was decided. */
    void save(Suspension suspension);
}
