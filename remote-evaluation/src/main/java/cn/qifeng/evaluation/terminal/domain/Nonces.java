package cn.qifeng.evaluation.terminal.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * Nonces of a member at its seat (时效随机数): the present one and the one before.
 *
 * @param since machine time of the present one
 */
public record Nonces(String present, String former, Instant since) {

    /** After so long the next one is made. */
    public static final Duration TURN = Duration.ofSeconds(30);

    /** The first one. */
    public static Nonces first(String nonce, Instant now) {
        return new Nonces(nonce, "", now);
    }

    /** These, or with the next one in front when it is time. */
    public Nonces turned(String next, Instant now) {
        return now.isBefore(since.plus(TURN)) ? this : new Nonces(next, present, now);
    }

    /** Whether a proof over this nonce is still good: for 30 seconds at least after it was told, for 90 at most. */
    public boolean accept(String nonce, Instant now) {
        return nonce.equals(present) && now.isBefore(since.plus(TURN).plus(TURN))
                || !former.isEmpty() && nonce.equals(former) && now.isBefore(since.plus(TURN));
    }
}
