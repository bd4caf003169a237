package cn.qifeng.kit.clock;

import java.time.Instant;

/**
 * The legal clock (法定时钟): deadlines, publicity, receipts and stamps are judged by it. In production it is the
 * decision clock itself; in the sandbox it may be moved forward. Tokens, leases and health use the machine clock.
 */
public interface LegalClock {

    /** Legal time now, in milliseconds. */
    Instant now();

    /** Whether this platform runs under the sandbox clock. */
    boolean sandbox();
}
