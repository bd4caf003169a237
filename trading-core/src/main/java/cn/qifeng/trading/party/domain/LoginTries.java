package cn.qifeng.trading.party.domain;

import java.time.Instant;

/** Counted tries by what they have in common (登录计数库), which is kept as a hash only. */
public interface LoginTries {

    /** What counts for this subject, locked until the transaction ends. */
    Attempts of(String subject);

    void save(String subject, Attempts attempts, Instant now);

    /** Forgets what nobody has tried since. */
    void forget(Instant before);
}
