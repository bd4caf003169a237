package cn.qifeng.trading.opening.domain;

import java.time.Instant;

/**
 * A release that was tried and not taken (解密失败记录).
 *
 * @param bidId envelope, hex
 * @param at legal time
 * @param code of the refusal, or {@link #PLATFORM_ERROR}
 */
public record ReleaseAttempt(String bidId, Instant at, String code) {

    /** The platform broke while it took the release: no rule said no. */
    public static final String PLATFORM_ERROR = "platform-error";

    /** Whether the platform, not a rule, is why it was not taken. */
    public boolean byPlatform() {
        return PLATFORM_ERROR.equals(code);
    }
}
