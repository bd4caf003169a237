package cn.qifeng.evaluation.information.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long procuring entity and agency have; no law sets it (docs/decisions/0561). */
@ConfigMapping(prefix = "qifeng.evaluation.information")
interface InformationSettings {

    /** Minutes to answer, from the release of the question. */
    @WithDefault("30")
    int minutes();
}
