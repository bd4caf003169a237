package cn.qifeng.trading.award.domain;

import cn.qifeng.kernel.LotId;
import java.util.List;
import java.util.Optional;

/** The awards of all lots. */
public interface Awards {

    /** The award of one lot. */
    Optional<Award> of(LotId lot);

    /** The award of one lot, locked until the transaction ends. */
    Optional<Award> locked(LotId lot);

    /** Keeps a new state. */
    void save(Award award);

    /** The lots whose award waits for a moment in legal time (publicity, ballots). */
    List<LotId> waiting();
}
