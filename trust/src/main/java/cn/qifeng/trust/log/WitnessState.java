package cn.qifeng.trust.log;

import java.util.Optional;

/** Port for what a witness remembers (见证状态), kept apart from the log's own storage. */
public interface WitnessState {

    /** The last head signed. */
    Optional<LogHead> last();

    /** Keeps a head durably; returns only when it would survive a crash. */
    void keep(LogHead head);
}
