package cn.qifeng.trading.party.domain;

import java.time.Instant;
import java.util.OptionalLong;

/** One-time codes (动态口令) of RFC 6238: six digits, 30 seconds. */
public interface OneTimeCodes {

    /** A new secret, base32. */
    String newSecret();

    /** The time step whose code this is, within one step of now and after {@code lastStep}. */
    OptionalLong stepOf(String code, String secret, Instant now, long lastStep);

    /** The code of this moment; the sandbox shows it. */
    String codeAt(String secret, Instant now);
}
