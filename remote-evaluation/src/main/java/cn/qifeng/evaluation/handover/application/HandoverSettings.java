package cn.qifeng.evaluation.handover.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the operator chooses for handovers (资料移交参数). */
@ConfigMapping(prefix = "qifeng.handover")
public interface HandoverSettings {

    /** Working days behind the signed report within which a sub-site hands over. */
    @WithDefault("5")
    int days();

    /** Bytes of one file. */
    @WithDefault("2147483648")
    long fileBytesMax();

    /** Bytes of all files of one booking. */
    @WithDefault("8589934592")
    long bytesMax();

    /** Files of one booking. */
    @WithDefault("400")
    int filesMax();

    /** Bytes of one part of an upload. */
    @WithDefault("8388608")
    int partBytesMax();
}
