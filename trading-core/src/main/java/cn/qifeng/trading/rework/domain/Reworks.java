package cn.qifeng.trading.rework.domain;

import cn.qifeng.kernel.LotId;
import java.util.List;

/** The re-reviews of all lots (复评库). */
public interface Reworks {

    /** Those of a lot, by number. */
    List<Rework> of(LotId lot);

    /** All in this state, oldest first. */
    List<Rework> in(ReworkState state);

    /** Keeps a new request, or what became of it. */
    void save(Rework rework);
}
