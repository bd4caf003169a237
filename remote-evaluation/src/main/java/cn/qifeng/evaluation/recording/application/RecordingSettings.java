package cn.qifeng.evaluation.recording.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the operator chooses for recordings (录制与留存参数). */
@ConfigMapping(prefix = "qifeng.evaluation.recording")
interface RecordingSettings {

    /** Time between two heads in the log. */
    @WithDefault("60s")
    Duration headEvery();

    /** A recording counts as confirmed for so long. */
    @WithDefault("15s")
    Duration confirmed();

    /** A look that was opened with a reason lets read for so long. */
    @WithDefault("8h")
    Duration look();

    /** Years for which media are kept (政府采购法 §42; for tendering the same until a rule says otherwise). */
    @WithDefault("15")
    int retentionYears();
}
