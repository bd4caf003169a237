package cn.qifeng.trading.party.domain;

import cn.qifeng.kernel.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An open session (会话); a person has at most one, and a new login ends the former (CTS-EBS01 F-12). */
public record Session(UUID id, PersonId person, Optional<String> certificate, Instant endsAt) {

    /** Longest life of a session, by machine time. */
    public static final Duration LIFE = Duration.ofHours(8);

    /** A new session from now on. */
    public static Session open(PersonId person, Optional<String> certificate, Instant now) {
        return new Session(UUID.randomUUID(), person, certificate, now.plus(LIFE));
    }
}
