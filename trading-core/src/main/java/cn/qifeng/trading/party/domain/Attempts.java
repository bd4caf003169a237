package cn.qifeng.trading.party.domain;

import static cn.qifeng.trading.party.domain.LoginRefusal.LOCKED;

import cn.qifeng.kernel.Facts;
import java.time.Instant;
import java.util.Optional;

/**
 * Failed logins that count together (登录失败处理, CTS-EBS01 F-18).
 *
 * @param failures within the window
 * @param since the first of them
 * @param lockedUntil the next try is not judged before this moment
 * @param succeededAt the last good login, of an account from a source
 */
public record Attempts(
        int failures, Optional<Instant> since, Optional<Instant> lockedUntil, Optional<Instant> succeededAt) {

    /** None yet. */
    public static Attempts none() {
        return new Attempts(0, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Refuses a try before the wait is over with {@code login/locked} and the earliest moment. */
    public void requireOpen(Instant now) {
        lockedUntil.filter(now::isBefore).ifPresent(until -> {
            throw LOCKED.with(Facts.of("failures", failures).earliest(until).map());
        });
    }

    /** One more failure under this limit. */
    public Attempts failed(LoginLimit limit, Instant now) {
        boolean fresh =
                since.map(first -> !now.isBefore(first.plus(limit.window()))).orElse(true);
        int count = fresh ? 1 : failures + 1;
        var wait = limit.waitAfter(count);
        return new Attempts(
                count,
                fresh ? Optional.of(now) : since,
                wait.isZero() ? Optional.empty() : Optional.of(now.plus(wait)),
                succeededAt);
    }

    /** A good login: nothing counts any more. */
    public Attempts succeeded(Instant now) {
        return new Attempts(0, Optional.empty(), Optional.empty(), Optional.of(now));
    }
}
