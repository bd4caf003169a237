package cn.qifeng.trading.party.domain;

import static cn.qifeng.trading.party.domain.LoginRefusal.LOCKED;

import cn.qifeng.kernel.Facts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Failed logins of one account in a row (登录失败处理, CTS-EBS01 F-18): five are free, then each doubles the wait. */
public record Attempts(int failures, Optional<Instant> lockedUntil) {

    private static final int FREE = 5;
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);

    /** No failure yet. */
    public static Attempts none() {
        return new Attempts(0, Optional.empty());
    }

    /** Refuses a try before the wait is over with {@code login/locked} and the earliest moment. */
    public void requireOpen(Instant now) {
        lockedUntil.filter(now::isBefore).ifPresent(until -> {
            throw LOCKED.with(Facts.of("failures", failures).earliest(until).map());
        });
    }

    /** One more failure. */
    public Attempts failed(Instant now) {
        int count = failures + 1;
        return new Attempts(count, count < FREE ? Optional.empty() : Optional.of(now.plus(waitAfter(count))));
    }

    private static Duration waitAfter(int count) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(count - FREE, 8));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
