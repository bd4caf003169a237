package cn.qifeng.evaluation.fault.application;

import cn.qifeng.evaluation.fault.domain.FaultRules;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the operator chooses for faults of remote evaluations (远程评标故障参数). */
@ConfigMapping(prefix = "qifeng.faults")
interface FaultSettings {

    /** Minutes behind the planned start within which a fault is cleared without a decision. */
    @WithDefault("120")
    int startMinutes();

    /** Minutes within which a fault is cleared while the panel works, so that the same panel goes on. */
    @WithDefault("240")
    int clearMinutes();

    /** Whether what the panel did is void behind that time. */
    @WithDefault("true")
    boolean policy();

    /** The rule as one value. */
    default FaultRules rules() {
        return new FaultRules(startMinutes(), clearMinutes(), policy());
    }
}
