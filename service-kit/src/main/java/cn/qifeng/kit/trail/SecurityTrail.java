package cn.qifeng.kit.trail;

/**
 * Port to the security events of the platform (安全审计, GB/T 22239-2019 8.1.4.3), which trading-core keeps. In
 * trading-core they are kept at once; from the other services they leave through the outbox.
 */
public interface SecurityTrail {

    /** Keeps it in a transaction of its own, so that it stands although what was tried is rolled back. */
    void tell(Happening happening);
}
