package cn.qifeng.evaluation.attendance.application;

import cn.qifeng.evaluation.attendance.domain.FeeRules;
import cn.qifeng.evaluation.attendance.domain.FeeUnit;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What the operator chooses for fees of experts (劳务费参数). */
@ConfigMapping(prefix = "qifeng.fees")
interface FeeSettings {

    /** By what time they are paid. */
    @WithDefault("HALF_DAY")
    FeeUnit unit();

    /** Fee of a unit in fen, as the place publishes it; without one the sheet leaves the column to be filled. */
    Optional<Long> fenPerUnit();

    /** The standard as one value. */
    default FeeRules rules() {
        return new FeeRules(unit(), fenPerUnit());
    }
}
