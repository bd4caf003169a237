package cn.qifeng.trading.award.domain;

import cn.qifeng.kernel.LotId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The awards of all lots (定标库). */
public interface Awards {

    /** The award of one lot. */
    Optional<Award> of(LotId lot);

    /** The award of one lot, locked until the transaction ends. */
    Optional<Award> locked(LotId lot);

    /** Keeps a new state. */
    void save(Award award);

    /** The lots whose award waited for a moment that has come: end of a publicity, or of the time for ballots. */
    List<LotId> due(Instant now);
}
