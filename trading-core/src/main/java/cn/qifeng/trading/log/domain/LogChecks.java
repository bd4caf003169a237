package cn.qifeng.trading.log.domain;

import java.util.List;
import java.util.Optional;

/** Repository of the re-hashes of the log (日志复核库). */
public interface LogChecks {

    /** Keeps a check that begins; false when that night's is there already, begun by this node or another. */
    boolean begin(LogCheck check);

    /** Keeps what came of it. */
    void end(LogCheck check);

    /** The newest, newest first. */
    List<LogCheck> newest(int max);

    /** The newest that found no difference. */
    Optional<LogCheck> newestSame();
}
