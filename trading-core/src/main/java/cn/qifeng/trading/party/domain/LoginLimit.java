package cn.qifeng.trading.party.domain;

import java.time.Duration;

/**
 * How failed logins slow the next ones (登录节流, CTS-EBS01 F-18). Counted by account and source, so that a stranger who
 * guesses elsewhere does not keep the owner out; by source over all accounts, so that one source cannot try many; and by
 * account over all new sources, slowly, so that many sources together cannot try one account fast either.
 */
public enum LoginLimit {
    /** One account from one source. */
    ACCOUNT_AND_SOURCE(5, Duration.ofSeconds(30), Duration.ofHours(1), Duration.ofHours(24)),
    /** One source, whatever the account; an office behind one address is one source. */
    SOURCE(50, Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ofHours(1)),
    /** One account from sources it has not logged in from: never waits longer than a minute. */
    ACCOUNT(50, Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofHours(24));

    private final int free;
    private final Duration first;
    private final Duration longest;
    private final Duration window;

    LoginLimit(int free, Duration first, Duration longest, Duration window) {
        this.free = free;
        this.first = first;
        this.longest = longest;
        this.window = window;
    }

    /** So many failures within the window are free. */
    public int free() {
        return free;
    }

    /** Failures are forgotten so long after the first of them. */
    public Duration window() {
        return window;
    }

    /** How long the next try waits after this many failures; zero below {@link #free}. */
    public Duration waitAfter(int failures) {
        if (failures < free) {
            return Duration.ZERO;
        }
        var wait = first.multipliedBy(1L << Math.min(failures - free, 12));
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
