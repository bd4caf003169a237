package cn.qifeng.trading.log.application;

import cn.qifeng.trading.log.domain.LogDifference;
import java.util.function.Consumer;

/**
 * What stands outside the log and is held against it at every re-hash (库存与日志核对). It runs outside any transaction and
 * takes short ones of its own.
 */
public interface HeldAgainstLog {

    /** Tells of each difference as it is found. */
    void check(Consumer<LogDifference> found);
}
